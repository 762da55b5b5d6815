import { compareCodePoints } from "../order.ts";
import { lineRange, lineStarts, positionAt, type Range } from "../range.ts";
import type { Diagnostic, Region } from "./report.ts";
import type { Stamped } from "./run.ts";

/** Text of a file that findings point into; undefined where it could not be read. */
export type Texts = ReadonlyMap<string, string>;

/** Turns findings into diagnostics in the report's order: path, position, rule, message. */
export function diagnose(findings: readonly Stamped[], texts: Texts): readonly Diagnostic[] {
  const regionOf = regionReader(texts);
  const diagnostics = findings.map(({ rule, severity, finding }): Diagnostic => {
    const { fix } = finding;
    return {
      rule,
      severity,
      message: finding.message,
      ...(finding.component === undefined ? {} : { component: finding.component }),
      path: finding.path,
      range: regionOf(finding.path, finding.range),
      related: (finding.related ?? []).map((place) => ({
        path: place.path,
        range: regionOf(place.path, place.range),
        message: place.message,
      })),
      ...(finding.data === undefined ? {} : { data: finding.data }),
      ...(fix === undefined ? {} : { fix: { title: fix.title, safety: fix.safety, by: fix.by } }),
      url: ruleUrl(rule),
    };
  });
  return diagnostics.sort(compareDiagnostics);
}

/** The page of a rule: a URI reference from the repository root to the page that the installed package ships. */
export function ruleUrl(rule: string): string {
  return `node_modules/design-lint/docs/design/rules/${rule}.md`;
}

function regionReader(texts: Texts): (path: string, range: Range) => Region {
  const starts = new Map<string, readonly number[]>();
  return (path, range) => {
    const text = texts.get(path);
    if (text === undefined) return { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
    const lines = starts.get(path) ?? lineStarts(text);
    starts.set(path, lines);
    const wide = range.start === 0 && range.end === 0 ? lineRange(text, lines, 1) : range;
    return { start: positionAt(lines, wide.start), end: positionAt(lines, wide.end) };
  };
}

function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareCodePoints(a.path, b.path) ||
    a.range.start.line - b.range.start.line ||
    a.range.start.column - b.range.start.column ||
    compareCodePoints(a.rule, b.rule) ||
    compareCodePoints(a.message, b.message)
  );
}
