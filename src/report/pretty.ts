import picocolors from "picocolors";
import type { Diagnostic, Report, ReportContext, Reporter } from "../engine/report.ts";
import { codeFrame } from "./code-frame.ts";
import { escapeControls, escapeLine } from "./escape.ts";
import { denominator, problemCount, remarks } from "./summary-line.ts";
import { wrap } from "./wrap.ts";

type Colors = ReturnType<typeof picocolors.createColors>;

interface Drawing {
  readonly context: ReportContext;
  readonly colors: Colors;
}

const indent = "    ";

// Below this nothing is readable; a terminal that claims less is wrong (some say 0).
const narrowest = 40;

const severityColor = (colors: Colors, { severity }: Pick<Diagnostic, "severity">) =>
  ({ error: colors.red, warning: colors.yellow, info: colors.cyan })[severity];

function heading(diagnostic: Diagnostic, { colors, context }: Drawing): string {
  const { range, severity, message, rule } = diagnostic;
  const place = `${range.start.line}:${range.start.column}`;
  const lead = `  ${place}  ${severity}  `;
  // Wrapped as plain text, coloured afterwards: escape sequences have no width.
  const plain = wrap(`${lead}${escapeLine(message)} ${rule}`, context.columns - 1, indent);
  const middle = plain.slice(lead.length, plain.length - rule.length).replace(/(?<=\S) $/u, "  ");
  return `  ${colors.dim(place)}  ${severityColor(colors, diagnostic)(severity)}  ${middle}${colors.dim(rule)}`;
}

function frame({ path, range }: Diagnostic, { context, colors }: Drawing): readonly string[] {
  const text = context.text(path);
  if (text === undefined) return [];
  const lines = codeFrame(text, range, context.columns - indent.length);
  return lines === "" ? [] : lines.split("\n").map((line) => indent + colors.dim(line));
}

function mending({ fix }: Diagnostic, { context, colors }: Drawing): readonly string[] {
  if (fix === undefined) return [];
  const how =
    fix.by !== "tool"
      ? ""
      : fix.safety === "safe"
        ? " (`design-lint --fix` does it)"
        : " (`design-lint --fix --unsafe` does it)";
  const label = "to mend: ";
  const text = wrap(`${indent}${label}${escapeLine(fix.title)}${how}`, context.columns, indent + indent);
  return [`${indent}${colors.green(label.trimEnd())}${text.slice(indent.length + label.length - 1)}`];
}

function relatedPlaces({ related }: Diagnostic, { context }: Drawing): readonly string[] {
  return related.map(({ path, range, message }) => {
    const place = `${escapeLine(path)}:${range.start.line}:${range.start.column}`;
    return wrap(`${indent}see ${place}  ${escapeLine(message)}`, context.columns, indent + indent);
  });
}

function finding(diagnostic: Diagnostic, drawing: Drawing): readonly string[] {
  const parts = [frame, mending, relatedPlaces].flatMap((part) => part(diagnostic, drawing));
  return [heading(diagnostic, drawing), ...parts, ""];
}

function byFile(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, readonly Diagnostic[]> {
  const groups = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const group = groups.get(diagnostic.path);
    if (group === undefined) groups.set(diagnostic.path, [diagnostic]);
    else group.push(diagnostic);
  }
  return groups;
}

function failure({ error }: Report, { colors, context: { columns } }: Drawing): readonly string[] {
  if (error === undefined) return [];
  const at = error.range === undefined ? "" : `:${error.range.start.line}:${error.range.start.column}`;
  const place = error.path === undefined ? "" : `${escapeLine(error.path)}${at}: `;
  // A stack or a list of reasons has lines of its own.
  const hint = error.hint === undefined ? [] : [`${indent}${wrap(escapeControls(error.hint), columns, indent)}`];
  return [`${colors.red("could not judge")}: ${place}${escapeControls(error.message)}`, ...hint];
}

function totals({ summary, error }: Report, { colors }: Drawing): readonly string[] {
  const rest = remarks(summary);
  if (summary.errors + summary.warnings + summary.infos === 0 && error === undefined) {
    return [[colors.green(`${denominator(summary)}; no problems`), ...rest].join("; ")];
  }
  const color = summary.errors > 0 || error !== undefined ? colors.red : colors.yellow;
  return [denominator(summary), [color(problemCount(summary)), ...rest].join(", ")];
}

/** For a person at a terminal: findings by file with code and cure, notices, and the numbers with their denominator. */
export const pretty: Reporter = (report, context) => {
  const drawing = {
    context: { ...context, columns: Math.max(context.columns, narrowest) },
    colors: picocolors.createColors(context.color),
  };
  const files = [...byFile(report.diagnostics)].flatMap(([path, diagnostics]) => [
    drawing.colors.underline(escapeLine(path)),
    ...diagnostics.flatMap((diagnostic) => finding(diagnostic, drawing)),
  ]);
  const notices = report.notices.map(({ message }) => {
    const lines = wrap(`notice: ${escapeLine(message)}`, context.columns, indent);
    return drawing.colors.cyan("notice") + lines.slice("notice".length);
  });
  return `${[...files, ...notices, ...failure(report, drawing), ...totals(report, drawing)].join("\n")}\n`;
};
