import type { FileTable } from "../snapshot.ts";
import type { Discovery } from "../workspace/discover.ts";
import { filesWith, indexOf, type Survey } from "./survey.ts";
import { sortedPaths } from "./take-survey.ts";
import { stemToken, token } from "./tokens.ts";

/** How a snapshot differs from the one that a survey was taken of. */
export interface Difference {
  readonly changed: readonly string[];
  readonly added: readonly string[];
  readonly deleted: readonly string[];
}

/** What differs, by the ids of the files. Where both were told by one list, no more is looked at than what differs from that. */
export function differenceSince(survey: Pick<Survey, "head" | "paths" | "ids">, files: FileTable): Difference {
  const { since } = survey.head;
  if (since === undefined || since.list !== files.since?.list) return differenceOfAll(survey, files);
  const found = { changed: [] as string[], added: [] as string[], deleted: [] as string[] };
  for (const path of [...new Set([...since.paths, ...files.since.paths])].sort()) {
    const index = indexOf(survey, path);
    const id = files.get(path)?.id;
    if (index < 0 && id !== undefined) found.added.push(path);
    if (index >= 0 && id === undefined) found.deleted.push(path);
    if (index >= 0 && id !== undefined && survey.ids.at(index) !== id) found.changed.push(path);
  }
  return found;
}

function differenceOfAll(survey: Pick<Survey, "paths" | "ids">, files: FileTable): Difference {
  const found = { changed: [] as string[], added: [] as string[], deleted: [] as string[] };
  const [before, ids] = [survey.paths.all(), survey.ids.all()];
  let index = 0;
  for (const path of sortedPaths(files)) {
    for (; index < before.length && (before[index] ?? "") < path; index++) found.deleted.push(before[index] ?? "");
    if (before[index] !== path) found.added.push(path);
    else if (ids[index++] !== files.get(path)?.id) found.changed.push(path);
  }
  return { ...found, deleted: [...found.deleted, ...before.slice(index)] };
}

/** All paths of a difference. */
export function pathsOf({ changed, added, deleted }: Difference): readonly string[] {
  return [...changed, ...added, ...deleted];
}

/** What decides which files have to be looked at again. */
export interface AffectedInput {
  readonly survey: Survey;
  readonly difference: Difference;
  readonly discovery: Pick<Discovery, "idsOf">;
  /** Files whose components are asked about, changed or not. */
  readonly asked: readonly string[];
  /** True where a file means something else for its importers, or imports other files. */
  isOther(path: string): Promise<boolean>;
}

/**
 * The files about which anything may be said that the survey does not say: all that changed, all whose findings depend on
 * them, and all files of their components. Closed under ids, so that a workspace can be built of them.
 */
export async function affectedFiles(input: AffectedInput): Promise<ReadonlySet<string>> {
  const found = new Set([...pathsOf(input.difference), ...input.asked]);
  const add = (paths: Iterable<string>): void => {
    for (const path of paths) found.add(path);
  };
  for (const path of [...found]) add(having(input.survey, [token("lacks", path)]));
  add(dependents(input));
  add(await compiled(input));
  for (const path of found) {
    const ids = input.discovery.idsOf(path);
    add(
      having(
        input.survey,
        ids.map((id) => token("id", id)),
      ),
    );
  }
  return found;
}

/** Whose verdicts, links or imports have to do with what changed. */
function dependents({ survey, difference }: AffectedInput): readonly string[] {
  const { added, deleted } = difference;
  const moved = [...added, ...deleted];
  const touched = pathsOf(difference);
  const tokens = [
    ...touched.flatMap((path) => [token("uses", path), token("links", path)]),
    ...moved.map(stemToken),
    ...moved.flatMap(foldersAbove).map((folder) => token("links", folder)),
    ...(moved.length > 0 ? [token("is", "open")] : []),
    // What such a verdict depends on, nobody knows.
    token("is", "anything"),
  ];
  // What they say of a link depends on the names of all files.
  const { findings, held } = survey.head;
  const broken = moved.length === 0 ? [] : [...findings, ...held].filter(({ rule }) => rule === "document/broken-link");
  return [...having(survey, tokens), ...broken.map(({ finding }) => finding.path)];
}

/** The sources that the compiler was asked about and that reach a file that means something else now. */
async function compiled({ survey, difference, isOther }: AffectedInput): Promise<readonly string[]> {
  const { added, deleted, changed } = difference;
  const wanted = new Set(filesWith(survey, token("is", "compiled")));
  if (wanted.size === 0) return [];
  const reached = new Set(filesByTokens(survey, [...added, ...deleted].map(stemToken)));
  for (const path of [...added, ...deleted]) addAll(reached, filesWith(survey, token("imports", path)));
  for (const path of changed) {
    const importers = filesWith(survey, token("imports", path));
    if (importers.length > 0 && (await isOther(path))) addAll(reached, importers);
  }
  for (const index of reached) addAll(reached, filesWith(survey, token("imports", survey.paths.at(index))));
  return [...reached].filter((index) => wanted.has(index)).map((index) => survey.paths.at(index));
}

function addAll(set: Set<number>, items: readonly number[]): void {
  for (const item of items) set.add(item);
}

function filesByTokens(survey: Survey, tokens: readonly number[]): readonly number[] {
  return tokens.flatMap((each) => filesWith(survey, each));
}

/** The paths of the files that have one of the tokens. */
export function having(survey: Survey, tokens: readonly number[]): readonly string[] {
  return filesByTokens(survey, tokens).map((index) => survey.paths.at(index));
}

function foldersAbove(path: string): readonly string[] {
  const steps = path.split("/").slice(0, -1);
  return steps.map((_, index) => steps.slice(0, index + 1).join("/"));
}
