import { join } from "node:path";
import type { Writable } from "node:stream";
import type { Report } from "../engine/report.ts";
import { type BaseTips, baseProbes, baseTips } from "../host/base-config.ts";
import { openCache } from "../host/cache.ts";
import { userCacheFolder } from "../host/cache-folder.ts";
import { foreignCacheCode } from "../host/foreign-cache.ts";
import { indexComparison } from "../host/index-changes.ts";
import type { ListPlace } from "../host/kept-list.ts";
import { createPlatform } from "../host/platform.ts";
import { findRoot, type Root } from "../host/repository.ts";
import { openSurveys } from "../host/survey-files.ts";
import { progress } from "../host/terminal.ts";
import { type Change, type Judgement, type JudgeOptions, judge } from "../lint.ts";
import type { Platform } from "../platform.ts";
import { summaryLine } from "../report/summary-line.ts";
import { rules } from "../rules/registry.ts";
import type { Snapshot } from "../snapshot.ts";
import { UserError } from "../user-error.ts";
import type { ApprovalSurroundings } from "../workspace/approvals/judge-workspace.ts";
import type { FactCache } from "../workspace/facts.ts";
import { freshFacts, isCi, type SurroundingsRequest, surroundingsOf } from "./approval-surroundings.ts";
import { checkOptions, type RawFlags } from "./check-flags.ts";
import type { CheckOptions, FormatTarget } from "./check-options.ts";
import { changeOf, configName, pathArguments, snapshotOf } from "./check-subject.ts";
import { describeError } from "./describe-error.ts";
import type { CommandIo } from "./io.ts";
import { errorReport, exitCode, writeReports } from "./output.ts";
import type { Seen } from "./recall.ts";
import { type Clock, createStats } from "./stats.ts";

/** What `check` needs of the process besides what every command needs. */
export interface CheckIo extends CommandIo {
  readonly version: string;
  /** Where progress is drawn, and whether it is a terminal. */
  readonly progressStream: Writable;
  readonly stderrIsTTY: boolean;
  /** The root of the working folder, where it was asked for before the program was loaded; null where that failed. */
  readonly root?: Promise<Root | null>;
  /** Names this very program; without it no run is surveyed. */
  readonly build?: string;
  /** Called where a run on the same files would say the same, with what was looked at besides them. */
  remember?(seen: Seen): void;
}

/** `design-lint [paths…]`: judges, fixes where asked, writes the reports and gives the exit code. */
export async function runCheck(paths: readonly string[], flags: RawFlags, io: CheckIo): Promise<number> {
  const stats = createStats(flags.stats === true);
  try {
    const options = checkOptions(paths, flags, ruleIds);
    const outcome = await check(options, io, stats);
    const { judgement, preamble } = outcome;
    io.stdout(preamble);
    const { report } = judgement;
    if (!options.formats.some(isForPeople)) io.stderr(describeReportError(report));
    if (options.fix === "dry-run") io.stderr(`After these fixes: ${summaryLine(report)}\n`);
    await writeReports(judgement, options, io);
    if (outcome.repeatable) io.remember?.([...judgement.looked, ...(outcome.seen ?? [])]);
    return exitCode(report, options);
  } catch (error) {
    io.stderr(describeError(error));
    await reportFailure(error, flags, io);
    return 2;
  } finally {
    io.stderr(stats.text());
  }
}

const ruleIds = rules.map(({ id }) => id);

/** A person has read the error already; programs get it as a report, unless the error is about their own flag or file. */
async function reportFailure(error: unknown, flags: RawFlags, io: CheckIo): Promise<void> {
  const options = formatsOnly(flags);
  if (options === null || (error instanceof UserError && error.code === "unwritable-report")) return;
  const formats = options.formats.filter((format) => !isForPeople(format));
  await writeReports(errorReport(error, io.version), { ...options, formats }, io);
}

/** The formats although another flag may be wrong; null where they are wrong themselves. */
function formatsOnly({ format }: RawFlags): CheckOptions | null {
  try {
    return checkOptions([], format === undefined ? {} : { format }, ruleIds);
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

/** Output that a person reads on the terminal; it names the error of a run by itself. */
function isForPeople({ name, file }: FormatTarget): boolean {
  return file === null && (name === "pretty" || name === "concise");
}

function describeReportError({ error }: Report): string {
  if (error === undefined) return "";
  return describeError(new UserError(error.code, error.message, error.hint === undefined ? {} : { hint: error.hint }));
}

interface Outcome {
  readonly judgement: Judgement;
  /** What stands before the report on standard output: the diff of a dry run. */
  readonly preamble: string;
  /** Nothing was written, and the files of the snapshot with what was looked at decide about all that was said. */
  readonly repeatable: boolean;
  /** What decides about the base of approvals. */
  readonly seen?: Seen;
}

async function check(options: CheckOptions, io: CheckIo, stats: Clock): Promise<Outcome> {
  const asked = options.config === null ? await io.root : null;
  const root = asked ?? (await findRoot(io.cwd, options.config ?? undefined));
  const tips = tipsOf(root, options, io);
  const [snapshot, change] = await stats.time("list files", () =>
    listed(root, options, { lists: listPlace(root, options, io), tips }),
  );
  const isCached = options.cache && !snapshot.notices.some((notice) => notice.code === foreignCacheCode);
  const cache = await openCache(root.folder, io.version, !isCached);
  const watched = watchPackages(createPlatform());
  const { platform } = watched;
  const facts = freshFacts(stats.watch(cache));
  const surroundings = surroundingsOf(root, approvalRequest(options, snapshot, tips), io);
  // Under CI no verdict on approvals rests on what an earlier run left behind.
  const approvals = isCi(io.env) ? { ...surroundings, cache: facts.fresh } : surroundings;
  const judgeOptions = judgeOptionsOf({ options, io, root, snapshot, change, cache: facts.cache, approvals });
  const surveys = isCached && io.build !== undefined ? openSurveys(root.folder, io.build) : null;
  const outcome =
    options.fix === "no"
      ? {
          judgement: await stats.time("judge", () =>
            judge(snapshot, platform, surveys === null ? judgeOptions : { ...judgeOptions, surveys }),
          ),
          preamble: "",
          repeatable: false,
        }
      : await stats.time("fix", () => applyFixes({ options, io, root, snapshot, platform }, judgeOptions));
  refuseNothing(outcome.judgement);
  await stats.time("write cache", async () => {
    await cache.flush();
    await surveys?.flush();
  });
  const isPlain = options.fix === "no" && options.subject.kind === "worktree" && options.since === null;
  const probes = root.repository === null ? [] : baseProbes(root.repository);
  const repeatable = isPlain && !watched.asked() && probes !== null && isRepeatable(snapshot, outcome.judgement);
  const seen = (probes ?? []).map((probe) => [probe, platform.typeFiles.probe?.(probe) ?? ""] as const);
  return { ...outcome, repeatable, seen };
}

/** Asked of git before anything waits for it; null where nothing is asked: outside git, and in CI. */
function tipsOf({ repository }: Root, { config }: CheckOptions, { env }: CheckIo): Promise<BaseTips> | null {
  if (repository === null || isCi(env)) return null;
  const tips = baseTips(repository, config === null ? ".designrc.json" : configName(config));
  // Whoever waits for it sees why it failed; perhaps nobody does.
  tips.catch(() => undefined);
  return tips;
}

interface Listing {
  readonly lists: ListPlace | undefined;
  readonly tips: Promise<BaseTips> | null;
}

async function listed(root: Root, options: CheckOptions, { lists, tips }: Listing): Promise<[Snapshot, Change | null]> {
  if (root.repository === null || tips === null || lists === undefined)
    return Promise.all([
      snapshotOf(root, options.subject, lists === undefined ? {} : { lists }),
      changeOf(root, options),
    ]);
  const compare = indexComparison(root.repository);
  return Promise.all([
    snapshotOf(root, options.subject, { lists, compare }),
    changeOf(root, options, { tips, compare }),
  ]);
}

/** Lists of files are kept where kept output may decide what is judged: not under CI. */
function listPlace(
  { folder, repository }: Root,
  { cache }: CheckOptions,
  { env, build }: CheckIo,
): ListPlace | undefined {
  if (!cache || build === undefined || isCi(env)) return undefined;
  const key = JSON.stringify([build, folder, repository?.prefix, repository?.format]);
  return { folder: join(userCacheFolder(env), "lists"), key };
}

function approvalRequest(
  { subject, policyRef, config }: CheckOptions,
  snapshot: Snapshot,
  tips: Promise<BaseTips> | null,
): SurroundingsRequest {
  const configFile = config === null ? {} : { configFile: configName(config) };
  return { snapshot, subject, policyRef, ...configFile, ...(tips === null ? {} : { tips }) };
}

/** What configs take from packages stands outside the snapshot, and so do approvals and evidence. */
function isRepeatable(snapshot: Snapshot, { report, workspace: { config, approvals } }: Judgement): boolean {
  if (approvals !== undefined && (approvals.policy !== null || approvals.rulingConfig !== null)) return false;
  if (snapshot.followsGit !== true || report.error !== undefined || config.approvals !== undefined) return false;
  return config.scopes.every(({ settings }) => settings.evidence === undefined);
}

function watchPackages(platform: Platform): { readonly platform: Platform; asked(): boolean } {
  let asked = false;
  const packageFile: Platform["packageFile"] = (specifier, folder) => {
    asked = true;
    return platform.packageFile(specifier, folder);
  };
  return { platform: { ...platform, packageFile }, asked: () => asked };
}

interface FixRun {
  readonly options: CheckOptions;
  readonly io: CheckIo;
  readonly root: Root;
  readonly snapshot: Snapshot;
  readonly platform: Platform;
}

async function applyFixes(run: FixRun, judgeOptions: JudgeOptions): Promise<Outcome> {
  const { options, root, snapshot, platform, io } = run;
  const [{ fix }, { editsOf, unifiedDiff }] = await Promise.all([import("../fix.ts"), import("./diff.ts")]);
  const bar = progress(io.progressStream, io.stderrIsTTY);
  try {
    const { files, judgement } = await fix(snapshot, platform, {
      kinds: options.fixKinds,
      unsafe: options.unsafe,
      judge: judgeOptions,
      progress: (done, total) => bar.update(`scaffolding ${done} of ${total}`),
    });
    if (options.fix === "dry-run") return { judgement, preamble: unifiedDiff(files), repeatable: false };
    const { writeEdits } = await import("../host/write.ts");
    await writeEdits(root.folder, editsOf(files), snapshot);
    const created = files.filter(({ before }) => before === null).length;
    return { judgement, preamble: writtenLine(created, files.length), repeatable: false };
  } finally {
    bar.stop();
  }
}

function writtenLine(created: number, all: number): string {
  if (all === 0) return "Nothing to fix.\n\n";
  const parts = [created > 0 ? `${created} written` : "", all > created ? `${all - created} changed` : ""];
  return `Fixed: ${parts.filter((part) => part !== "").join(", ")}.\n\n`;
}

interface JudgeInput {
  readonly options: CheckOptions;
  readonly io: CheckIo;
  readonly root: Root;
  readonly snapshot: Snapshot;
  readonly change: Change | null;
  readonly cache: FactCache;
  readonly approvals: ApprovalSurroundings;
}

function judgeOptionsOf({ options, io, root, snapshot, change, cache, approvals }: JudgeInput): JudgeOptions {
  const severities = Object.entries(options.rules);
  return {
    ...(options.config === null ? {} : { config: configName(options.config) }),
    rules: Object.fromEntries(severities.map(([id, severity]) => [id, { severity, options: {} }])),
    ...(options.only.length === 0 ? {} : { only: options.only }),
    ...(options.paths.length === 0 ? {} : { paths: pathArguments(options, io.cwd, { root, snapshot }) }),
    ...(change === null ? {} : { change }),
    strict: options.strict,
    cache,
    approvals,
    version: io.version,
  };
}

/** Where there is neither source nor design, and nothing that says so, nothing was judged: that is never a pass. */
function refuseNothing({ report: { summary }, workspace: { config } }: Judgement): void {
  const hasConfig = config.scopes.some(({ file }) => file !== null);
  if (summary.sources > 0 || (hasConfig && (summary.documents > 0 || summary.errors > 0))) return;
  const folders = config.scopes.map(({ folder }) => (folder === "" ? "src/" : `${folder}/src/`));
  throw hasConfig
    ? new UserError("no-sources", "There is neither a source nor a design, so nothing was judged", {
        hint: `say in .designrc.json under "components" where sources are; the default is ${folders.join(", ")}`,
      })
    : new UserError("no-sources", "No source file found in src/, which is where the default layout has them", {
        hint: "run `design-lint init` to set the project up for its own layout",
      });
}
