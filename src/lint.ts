import type { RuleSetting } from "./config/config.ts";
import { diagnose } from "./engine/diagnose.ts";
import { inspect } from "./engine/inspect.ts";
import type { Inspection } from "./engine/inspection.ts";
import { unjudged } from "./engine/notices.ts";
import type { Report, ReportError } from "./engine/report.ts";
import type { RuleFailure, Stamped } from "./engine/run.ts";
import { filesTouchedBy, newSince, within } from "./engine/scope.ts";
import { summarise } from "./engine/summary.ts";
import type { Platform } from "./platform.ts";
import type { Snapshot } from "./snapshot.ts";
import { UserError } from "./user-error.ts";
import type { ApprovalSurroundings } from "./workspace/approvals/judge-workspace.ts";
import type { FactCache, Surveys } from "./workspace/facts.ts";
import { createOracleSource, type OracleSource } from "./workspace/oracle-source.ts";
import type { Workspace } from "./workspace/workspace.ts";

/** What a change touches; the report then holds the findings there and those that the base does not have. */
export interface Change {
  readonly touched: readonly string[];
  base(): Promise<Snapshot | null>;
}

export interface JudgeOptions {
  /** Path of the root config, relative to the snapshot's root; `.designrc.json` by default. */
  readonly config?: string;
  /** Settings that stand above every config (`--rule`). */
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  /** Ids of the only rules to run. */
  readonly only?: readonly string[];
  readonly strict?: boolean;
  /** Report only on the components of these files and folders. */
  readonly paths?: readonly string[];
  /** Report only what this change brings. */
  readonly change?: Change;
  readonly cache?: FactCache;
  /** Surveys of earlier runs. With them, `workspace` holds no more than what had to be looked at again. */
  readonly surveys?: Surveys;
  /** Shared by runs over the same code; each run has one of its own by default. */
  readonly oracles?: OracleSource;
  /** How approvals are judged; where it is left out they are not, and the report says so. */
  readonly approvals?: ApprovalSurroundings;
  readonly version?: string;
}

/** The report with what it was made from, for fixes and reporters. */
export interface Judgement {
  readonly report: Report;
  /** The reported findings, before they became text. */
  readonly findings: readonly Stamped[];
  readonly workspace: Workspace;
  /** Texts of the files that findings point into. */
  readonly texts: ReadonlyMap<string, string>;
  /** What was looked at outside the snapshot, as `Platform.typeFiles.probe` takes it, and what was seen there. */
  readonly looked: ReadonlyMap<string, string>;
  /** How many files were looked at again, where a survey told about all others; null where all were. */
  readonly rechecked: number | null;
}

/** Judges a snapshot. Rejects with a `UserError` where no judgement is possible (a config that cannot be used). */
export async function lint(snapshot: Snapshot, platform: Platform, options: JudgeOptions = {}): Promise<Report> {
  return (await judge(snapshot, platform, options)).report;
}

/** Like `lint`, with the findings and the workspace behind the report. */
export async function judge(snapshot: Snapshot, platform: Platform, options: JudgeOptions = {}): Promise<Judgement> {
  const oracles = options.oracles ?? createOracleSource(platform);
  const run = await find(snapshot, platform, { ...options, oracles });
  const findings = await reported(run, platform, { ...options, oracles });
  const texts = await readTexts(findings, run.text);
  const diagnostics = diagnose(findings, texts);
  const error = reportError(run.failures, run.unreadable);
  const report: Report = {
    version: 1,
    tool: { name: "design-lint", version: options.version ?? "0.0.0" },
    summary: summarise(run.counts, { findings, diagnostics, suppressed: run.held.length }),
    notices: [...snapshot.notices, ...run.workspace.config.notices, ...unjudged(run.workspace)],
    diagnostics,
    ...(error === null ? {} : { error }),
  };
  const looked = new Map([...run.looked, ...oracles.seen()]);
  return { report, findings, workspace: run.workspace, texts, looked, rechecked: run.rechecked };
}

const noCache: FactCache = { get: () => undefined, set: () => undefined };

type FindOptions = JudgeOptions & { readonly oracles: OracleSource };

function find(snapshot: Snapshot, platform: Platform, options: FindOptions): Promise<Inspection> {
  const { surveys, ...others } = options;
  const asked = options.change?.touched ?? [];
  // Which components some paths belong to only a whole workspace tells.
  const isWhole = surveys === undefined || options.paths !== undefined;
  const cache = options.cache ?? noCache;
  return inspect(snapshot, platform, { ...others, cache, asked, ...(isWhole ? {} : { surveys }) });
}

async function reported(run: Inspection, platform: Platform, options: FindOptions): Promise<readonly Stamped[]> {
  const { paths, change } = options;
  const inPaths = paths === undefined ? run.findings : within(run.findings, filesTouchedBy(run.workspace, paths));
  if (change === undefined) return inPaths;
  const files = filesTouchedBy(run.workspace, change.touched);
  const far = inPaths.filter(({ finding }) => !files.has(finding.path));
  const base = far.length === 0 ? null : await change.base();
  if (base === null) return inPaths;
  const news = new Set(newSince(run.findings, await findInBase(base, platform, options)));
  return inPaths.filter((stamped) => files.has(stamped.finding.path) || news.has(stamped));
}

/** A base that cannot be judged (its config was broken) hides nothing: every finding then counts as new. */
async function findInBase(base: Snapshot, platform: Platform, options: FindOptions): Promise<readonly Stamped[]> {
  try {
    const { change: _change, surveys, ...others } = options;
    // The next run will ask about its own files, not about this base.
    const kept: Surveys | undefined = surveys && { read: surveys.read, keep: () => undefined };
    return (await find(base, platform, { ...others, ...(kept === undefined ? {} : { surveys: kept }) })).findings;
  } catch (error) {
    if (error instanceof UserError) return [];
    throw error;
  }
}

async function readTexts(findings: readonly Stamped[], text: Inspection["text"]): Promise<ReadonlyMap<string, string>> {
  const related = findings.flatMap(({ finding }) => (finding.related ?? []).map(({ path }) => path));
  const paths = new Set([...findings.map(({ finding }) => finding.path), ...related]);
  const texts = new Map<string, string>();
  for (const path of paths) {
    try {
      texts.set(path, await text(path));
    } catch (error) {
      if (!(error instanceof UserError)) throw error; // said already, as `unreadable`
    }
  }
  return texts;
}

function reportError(failures: readonly RuleFailure[], unreadable: readonly UserError[]): ReportError | null {
  const [failure] = failures;
  if (failure !== undefined) {
    const { error, rule } = failure;
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return {
      code: "internal",
      message: `${rule} failed, which is a bug in design-lint: ${text}`,
      hint: "please report it",
    };
  }
  const [first] = unreadable;
  if (first === undefined) return null;
  const more = unreadable.length > 1 ? ` (and ${unreadable.length - 1} more)` : "";
  return {
    code: first.code,
    message: `${first.message}${more}`,
    ...(first.place === undefined ? {} : { path: first.place.path }),
    ...(first.hint === undefined ? {} : { hint: first.hint }),
  };
}
