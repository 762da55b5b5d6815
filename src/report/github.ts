import type { Diagnostic, Report, Reporter } from "../engine/report.ts";
import { escapeControls, escapeLine } from "./escape.ts";
import { summaryLine } from "./summary-line.ts";

// GitHub shows ten annotations of a kind for each step:
// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
const shownPerKind = 10;

const kinds: readonly (readonly [Diagnostic["severity"], string])[] = [
  ["error", "error"],
  ["warning", "warning"],
  ["info", "notice"],
];

const encoded: Readonly<Record<string, string>> = { "%": "%25", "\r": "%0D", "\n": "%0A" };

const escapeData = (text: string) =>
  text
    .split(/([%\r\n])/u)
    .map((part) => encoded[part] ?? escapeControls(part))
    .join("");

const escapeProperty = (text: string) => escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");

// A plain line must not be read as a workflow command: `::` counts at its start, the older `##[` anywhere.
const plainLine = (text: string) => `design-lint: ${escapeLine(text).replaceAll("##[", "## [")}`;

function annotation(kind: string, { path, range, rule, message, fix }: Diagnostic): string {
  const properties = [
    `file=${escapeProperty(path)}`,
    `line=${range.start.line}`,
    `endLine=${range.end.line}`,
    // GitHub ignores an annotation whose columns span several lines.
    ...(range.start.line === range.end.line ? [`col=${range.start.column}`, `endColumn=${range.end.column}`] : []),
    `title=${escapeProperty(rule)}`,
  ];
  const mend = fix === undefined ? "" : `\nTo mend: ${fix.title}`;
  return `::${kind} ${properties.join(",")}::${escapeData(message + mend)}`;
}

function failure({ error }: Report): readonly string[] {
  if (error === undefined) return [];
  const file = error.path === undefined ? "" : `file=${escapeProperty(error.path)},`;
  const line = error.range === undefined ? "" : `line=${error.range.start.line},`;
  const hint = error.hint === undefined ? "" : `\n${error.hint}`;
  return [`::error ${file}${line}title=could not judge::${escapeData(error.message + hint)}`];
}

/** Workflow commands of GitHub Actions, at most ten of a kind, errors first; then notices and the summary as plain lines. */
export const github: Reporter = (report) => {
  const lines = [...failure(report)];
  const left: string[] = [];
  for (const [severity, kind] of kinds) {
    const all = report.diagnostics.filter((diagnostic) => diagnostic.severity === severity);
    const room = shownPerKind - (severity === "error" ? lines.length : 0);
    lines.push(...all.slice(0, room).map((diagnostic) => annotation(kind, diagnostic)));
    if (all.length > room) left.push(`${all.length - room} of ${all.length} ${severity} findings`);
  }
  const omitted =
    left.length === 0 ? [] : [`not annotated (GitHub shows ${shownPerKind} of a kind): ${left.join(", ")}`];
  const plain = [...omitted, ...report.notices.map(({ message }) => message), summaryLine(report)];
  return `${[...lines, ...plain.map(plainLine)].join("\n")}\n`;
};
