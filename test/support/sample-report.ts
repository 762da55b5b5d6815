import type { Diagnostic, Report, ReportContext, Summary } from "../../src/engine/report.ts";

const zero: Summary = {
  sources: 0,
  designed: 0,
  direct: 0,
  barrels: 0,
  types: 0,
  exempt: 0,
  unclassified: 0,
  documents: 0,
  pending: 0,
  errors: 0,
  warnings: 0,
  infos: 0,
  undecided: 0,
  fixable: 0,
  suppressed: 0,
};

/** A diagnostic on line 2, columns 3 to 6, of `docs/design/a.md`. */
export function diagnostic(changes: Partial<Diagnostic> = {}): Diagnostic {
  return {
    rule: "interface/changed",
    severity: "error",
    message: "Unexpected number, expected string",
    component: "a",
    path: "docs/design/a.md",
    range: { start: { line: 2, column: 3 }, end: { line: 2, column: 6 } },
    related: [],
    url: "https://example.com/rules/interface/changed",
    ...changes,
  };
}

/** A report whose counts follow from its diagnostics; other counts as given. */
export function report(diagnostics: readonly Diagnostic[] = [], summary: Partial<Summary> = {}): Report {
  const count = (severity: string) => diagnostics.filter((one) => one.severity === severity).length;
  const counts = { errors: count("error"), warnings: count("warning"), infos: count("info") };
  return {
    version: 1,
    tool: { name: "design-lint", version: "1.2.3" },
    summary: { ...zero, sources: 3, designed: 2, barrels: 1, ...counts, ...summary },
    notices: [],
    diagnostics,
  };
}

/** A context without colour in which every file has the text given here. */
export function context(
  changes: Partial<ReportContext> & { files?: Readonly<Record<string, string>> } = {},
): ReportContext {
  const { files = {}, ...rest } = changes;
  return {
    text: (path) => files[path],
    rules: [
      {
        id: "interface/changed",
        summary: "a declaration that differs",
        url: "https://example.com/rules/interface/changed",
      },
    ],
    color: false,
    columns: 100,
    ...rest,
  };
}

/** Characters that no output may contain raw: controls but tab and line feed, bidi, zero-width, separators. */
export const hostile = "\u{1b}]0;x\u{7}\u{9b}31m\r\u{202e}\u{200b}\u{2066}\u{feff}\u{e0041}\u{2028}\u{0}\u{7f}";
export const rawHostile =
  /[\u{0}-\u{8}\u{b}-\u{1f}\u{7f}-\u{9f}\u{200b}-\u{200f}\u{2028}-\u{202e}\u{2060}-\u{206f}\u{feff}\u{e0000}-\u{e007f}]/u;
