import type { Diagnostic, Reporter } from "../engine/report.ts";
import { escapeLine } from "./escape.ts";
import { summaryLine } from "./summary-line.ts";

function line({ path, range, severity, rule, message }: Diagnostic): string {
  const place = `${escapeLine(path)}:${range.start.line}:${range.start.column}`;
  return `${place}: ${severity} ${rule} ${escapeLine(message)}`;
}

/** One finding a line, `path:line:column: severity rule message`, then notices and the summary on a line each. */
export const concise: Reporter = (report) => {
  const { error } = report;
  const lines = [
    ...report.diagnostics.map(line),
    ...report.notices.map(({ code, message }) => `notice ${escapeLine(code)} ${escapeLine(message)}`),
    ...(error === undefined ? [] : [`error ${escapeLine(error.code)} ${escapeLine(error.message)}`]),
    summaryLine(report),
  ];
  return `${lines.join("\n")}\n`;
};
