import type { Report, Summary } from "../engine/report.ts";

const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** How many sources were judged, by class: `112 sources: 104 designed, 4 barrels`. Classes without a source are left out. */
export function denominator(summary: Summary): string {
  const classes: readonly [number, string][] = [
    [summary.designed, "designed"],
    [summary.direct, "direct"],
    [summary.barrels, summary.barrels === 1 ? "barrel" : "barrels"],
    [summary.types, "types"],
    [summary.exempt, "exempt"],
    [summary.unclassified, "unclassified"],
  ];
  const parts = classes.filter(([count]) => count > 0).map(([count, name]) => `${count} ${name}`);
  return [plural(summary.sources, "source"), ...(parts.length > 0 ? [parts.join(", ")] : [])].join(": ");
}

/** How many problems there are: `3 problems (2 errors, 1 warning)`; infos are named only where there are some. */
export function problemCount(summary: Summary): string {
  const total = summary.errors + summary.warnings;
  const parts = [plural(summary.errors, "error"), plural(summary.warnings, "warning")];
  if (summary.infos > 0) parts.push(plural(summary.infos, "info"));
  return `${plural(total, "problem")} (${parts.join(", ")})`;
}

/** The rest of what a run has to say in numbers, one phrase each; empty where all of them are zero. */
export function remarks(summary: Summary): readonly string[] {
  const phrases: readonly [number, string][] = [
    [summary.fixable, `${summary.fixable} fixable with \`design-lint --fix\``],
    [summary.undecided, `${plural(summary.undecided, "export")} undecided`],
    [summary.pending, `${plural(summary.pending, "design")} pending`],
    [summary.suppressed, `${plural(summary.suppressed, "finding")} suppressed`],
  ];
  return phrases.filter(([count]) => count > 0).map(([, phrase]) => phrase);
}

/** The whole outcome on one line; also says where a run could not judge everything. */
export function summaryLine(report: Report): string {
  const { summary } = report;
  const calm = summary.errors + summary.warnings + summary.infos === 0 && report.error === undefined;
  const outcome = calm ? "no problems" : problemCount(summary);
  const unjudged = report.error === undefined ? [] : ["not everything could be judged"];
  return [denominator(summary), outcome, ...remarks(summary), ...unjudged].join("; ");
}
