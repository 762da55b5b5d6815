import { ruleUrl } from "../engine/diagnose.ts";
import type { Report } from "../engine/report.ts";
import { appendReport, writeReportFile } from "../host/report-file.ts";
import { lineStarts, positionAt } from "../range.ts";
import { loadReporter } from "../report/formats.ts";
import { githubStepSummary } from "../report/github-step-summary.ts";
import { rules } from "../rules/registry.ts";
import { UserError } from "../user-error.ts";
import type { CheckOptions } from "./check-options.ts";
import type { CommandIo } from "./io.ts";

/** A report and the texts that its diagnostics point into. */
export interface Reportable {
  readonly report: Report;
  readonly texts: ReadonlyMap<string, string>;
}

/** Writes the report in every format that was asked for, to standard output or to files. */
export async function writeReports(judged: Reportable, options: CheckOptions, io: CommandIo): Promise<void> {
  const report = options.quiet ? errorsOnly(judged.report) : judged.report;
  for (const { name, file } of options.formats) {
    const reporter = await loadReporter(name);
    if (reporter === null) throw new Error(`no reporter for the format ${name}`);
    const text = reporter(report, {
      text: (path) => judged.texts.get(path),
      color: file === null && io.color,
      columns: io.columns,
      rules: rules.map(({ id, summary }) => ({ id, summary, url: ruleUrl(id) })),
    });
    if (file === null) io.stdout(text);
    else await writeReportFile(io.cwd, file, text);
    const summary = io.env.GITHUB_STEP_SUMMARY;
    if (name === "github" && summary !== undefined && summary !== "")
      await appendReport(summary, githubStepSummary(report));
  }
}

/** 0 clean, 1 findings at error level or too many warnings, 2 could not judge. */
export function exitCode(report: Report, options: Pick<CheckOptions, "maxWarnings">): number {
  if (report.error !== undefined) return 2;
  const tooMany = options.maxWarnings !== null && report.summary.warnings > options.maxWarnings;
  return report.summary.errors > 0 || tooMany ? 1 : 0;
}

/** The report of a run that could not judge anything; an error that is no `UserError` is a bug (`internal`). */
export function errorReport(error: unknown, version: string): Reportable {
  const report: Report = {
    version: 1,
    tool: { name: "design-lint", version },
    summary: emptySummary,
    notices: [],
    diagnostics: [],
    error:
      error instanceof UserError
        ? userErrorOf(error)
        : { code: "internal", message: String(error), hint: "please report it" },
  };
  return { report, texts: new Map() };
}

function userErrorOf(error: UserError): NonNullable<Report["error"]> {
  return {
    code: error.code,
    message: error.message,
    ...(error.place === undefined ? {} : { path: error.place.path }),
    ...regionOf(error),
    ...(error.hint === undefined ? {} : { hint: error.hint }),
  };
}

const emptySummary: Report["summary"] = {
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

function regionOf({ place }: UserError): Pick<NonNullable<Report["error"]>, "range"> {
  if (place?.range === undefined || place.text === undefined) return {};
  const starts = lineStarts(place.text);
  return { range: { start: positionAt(starts, place.range.start), end: positionAt(starts, place.range.end) } };
}

/** `--quiet`: the counts stay, so that nobody takes silence for a clean run. */
function errorsOnly(report: Report): Report {
  return { ...report, diagnostics: report.diagnostics.filter(({ severity }) => severity === "error") };
}
