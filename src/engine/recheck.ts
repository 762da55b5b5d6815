import { importNode } from "../workspace/deep-ids.ts";
import { createDependences } from "../workspace/dependence.ts";
import { discover } from "../workspace/discover.ts";
import { createFactReader } from "../workspace/facts.ts";
import { loadWorkspace } from "../workspace/load.ts";
import { resolveRelative } from "../workspace/resolve.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { affectedFiles, type Difference, differenceSince, having, pathsOf } from "./affected.ts";
import { type Counts, countsOf, rolesOf, tally } from "./count.ts";
import { type Examination, examine, judged } from "./examine.ts";
import type { InspectInput, Inspection } from "./inspection.ts";
import { headOf } from "./keep-survey.ts";
import type { Stamped } from "./run.ts";
import { filesWith, indexOf, type Survey } from "./survey.ts";
import { nodeTokens } from "./take-survey.ts";
import { token } from "./tokens.ts";

/** The share of the files from which looking at all of them is no slower. */
const mostOfAll = 0.5;

/**
 * What is to be said of a snapshot by a survey and by what changed since: equal to what looking at everything gives. Null where that
 * cannot be known from the part that changed.
 */
export async function recheck(survey: Survey, input: InspectInput): Promise<Inspection | null> {
  const { snapshot, platform, config, options } = input;
  const difference = differenceSince(survey, snapshot.files);
  if (isFarReaching(survey, difference, input)) return null;
  const discovery = discover([], config);
  const asked = options.asked ?? [];
  const affected = await affectedFiles({
    survey,
    difference,
    discovery,
    asked,
    isOther: (path) => isOther(path, survey, input),
  });
  if (affected.size > 100 && affected.size > snapshot.files.size * mostOfAll) return null;
  // Patterns of the config stand in no part; they are matched against all names wherever names come or go.
  const isMatched = isMoved(difference);
  const part = new Set([...affected].filter((path) => snapshot.files.has(path)));
  const log = createDependences();
  const { workspace: loaded, facts } = await loadWorkspace(snapshot, platform, {
    config,
    cache: options.cache,
    oracles: options.oracles,
    log,
    part: { files: part, ambient: survey.head.ambient.filter((path) => !affected.has(path)), isMatched },
  });
  const workspace = await judged(loaded, input);
  const examination = examine(workspace, options);
  const isWhole = facts.unreadable.length + examination.failures.length === 0;
  if (!isWhole || log.ambient().join("\0") !== survey.head.ambient.join("\0")) return null;
  if (await dependsOnOthers(survey, { input, workspace, examination, affected })) return null;
  const isStill = ({ rule, finding }: Stamped): boolean =>
    rule === "structure/nothing-matched" ? !isMatched : !affected.has(finding.path);
  const isNews = ({ rule }: Stamped): boolean => rule !== "structure/nothing-matched" || isMatched;
  const { head } = survey;
  return {
    findings: [...head.findings.filter(isStill), ...examination.findings.filter(isNews)],
    held: [...head.held.filter(isStill), ...examination.held],
    failures: [],
    workspace,
    counts: countsBy(survey, affected, workspace),
    unreadable: [],
    looked: head.looked,
    rechecked: part.size,
    text: facts.text,
  };
}

function isMoved({ added, deleted }: Difference): boolean {
  return added.length + deleted.length > 0;
}

/** Files that decide about others without being named by them. */
const deciding = /(?:(?:^|\/)(?:tsconfig[^/]*|package|\.designrc)\.json|\.d\.(?:[^/.]+\.)?[cm]?ts)$/u;

/** True where what changed, inside the snapshot or outside, may mean something for any file. */
function isFarReaching({ head }: Survey, difference: Difference, { config, options }: InspectInput): boolean {
  const schemas = config.scopes.flatMap(({ settings }) => Object.values(settings.types).map(({ schema }) => schema));
  const touched = pathsOf(difference);
  if (touched.some((path) => deciding.test(path) || schemas.includes(path))) return true;
  if (head.outside > 0 || [...head.findings, ...head.held].some(isAboutAll)) return true;
  return head.looked.some(([question, answer]) => options.oracles.look(question) !== answer);
}

/** Findings of files that have lost their source name the one that is nearest, of all that there are. */
function isAboutAll({ rule, finding }: Stamped): boolean {
  if (rule === "structure/missing-source" || rule === "structure/orphan-test") return true;
  return rule === "structure/orphan-design" && finding.component !== undefined;
}

async function isOther(path: string, survey: Survey, { snapshot, options }: InspectInput): Promise<boolean> {
  const facts = createFactReader(snapshot, options.cache);
  const resolve = (from: string, specifier: string) => resolveRelative(snapshot.files, from, specifier);
  const node = await importNode(path, { snapshot, facts, resolve });
  const index = indexOf(survey, path);
  if (survey.owns.at(index) !== node.own) return true;
  return nodeTokens(path, node).some((each) => !filesWith(survey, each).includes(index));
}

interface Rechecked {
  readonly input: InspectInput;
  readonly workspace: Workspace;
  readonly examination: Examination;
  readonly affected: ReadonlySet<string>;
}

/** True where a finding in the part depends on files that are not in it. */
async function dependsOnOthers(survey: Survey, rechecked: Rechecked): Promise<boolean> {
  const { input, workspace, examination, affected } = rechecked;
  const { sourceless, outside } = headOf(workspace);
  if (outside > 0 || [...examination.findings, ...examination.held].some(isAboutAll)) return true;
  for (const { documents, tests, expected } of workspace.components.values()) {
    const lacking = [
      ...(documents.length === 0 ? [token("case", expected.design)] : []),
      ...(tests.length === 0 ? [token("case", expected.test)] : []),
    ];
    if (having(survey, lacking).some((path) => !affected.has(path))) return true;
  }
  const others = survey.head.sourceless.filter(([document]) => !affected.has(document));
  const places = [...sourceless, ...others].map(([, source]) => stemOf(source));
  if (places.length === 0) return false;
  const moves = (await input.snapshot.moves?.()) ?? new Map<string, string>();
  const gone = new Set([...moves.keys()].map(stemOf));
  return places.some((place) => gone.has(place));
}

function stemOf(path: string): string {
  return path.replace(/\.[cm]?[jt]sx?$/u, "");
}

function countsBy(survey: Survey, affected: ReadonlySet<string>, workspace: Workspace): Counts {
  const others = tally(survey.roles);
  for (const path of affected) {
    const role = survey.roles.charAt(indexOf(survey, path));
    others.set(role, (others.get(role) ?? 0) - 1);
  }
  for (const role of rolesOf(workspace).values()) others.set(role, (others.get(role) ?? 0) + 1);
  return countsOf(others);
}
