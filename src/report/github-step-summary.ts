import type { Diagnostic, Report } from "../engine/report.ts";
import { escapeLine } from "./escape.ts";
import { summaryLine } from "./summary-line.ts";

// GitHub refuses a step summary over 1 MiB; other tools of the same step may have written to it.
const largest = 1_000_000;

// A line cut by this length keeps one hostile message from taking the whole room.
const longestCell = 2_000;

const bytes = (text: string) => Buffer.byteLength(text);

const cell = (text: string) =>
  escapeLine(text.slice(0, longestCell))
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replace(/[\\`*_[\]|~#@$]/gu, (character) => `&#${character.codePointAt(0)};`);

const ranks = { error: 0, warning: 1, info: 2 };

const worstFirst = (diagnostics: readonly Diagnostic[]) =>
  [...diagnostics].sort((a, b) => ranks[a.severity] - ranks[b.severity]);

function row({ severity, rule, path, range, message, fix }: Diagnostic): string {
  const mend = fix === undefined ? "" : `<br>To mend: ${cell(fix.title)}`;
  const place = `${cell(path)}:${range.start.line}:${range.start.column}`;
  return `| ${severity} | ${place} | ${cell(message)}${mend} | ${cell(rule)} |\n`;
}

/** The report as Markdown for `$GITHUB_STEP_SUMMARY`: under 1 MiB, worst findings first, and how many were left out. */
export function githubStepSummary(report: Report): string {
  const { error } = report;
  const failed = error === undefined ? "" : `Could not judge: ${cell(error.message)}\n\n`;
  const notices = report.notices.slice(0, 100).map(({ message }) => `- ${cell(message)}\n`);
  const head = `## design-lint\n\n${failed}${summaryLine(report)}\n\n${notices.join("")}\n`;
  if (report.diagnostics.length === 0) return head;
  const rows: string[] = [];
  let size = bytes(head);
  for (const diagnostic of worstFirst(report.diagnostics)) {
    const next = row(diagnostic);
    size += bytes(next);
    if (size > largest) break;
    rows.push(next);
  }
  const left = report.diagnostics.length - rows.length;
  const table = `| severity | place | finding | rule |\n| --- | --- | --- | --- |\n${rows.join("")}`;
  return `${head}${table}${left > 0 ? `\n${left} more findings are left out here\n` : ""}`;
}
