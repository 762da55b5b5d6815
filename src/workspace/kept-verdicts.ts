import { createHash } from "node:crypto";
import type { CodeBlock } from "../document/document.ts";
import type { InterfaceVerdict } from "../interface/verdict.ts";
import { pathsContaining, type Snapshot } from "../snapshot.ts";
import type { Circumstance, Circumstances } from "./circumstances.ts";
import type { DependenceLog } from "./dependence.ts";
import { isCode } from "./discover.ts";
import type { FactCache, FactReader } from "./facts.ts";
import type { ModuleTexts, Recorded, Resolution } from "./module-texts.ts";

/** The pair that a verdict is about. */
export interface VerdictSubject {
  readonly source: string;
  readonly document: string;
  readonly blocks: readonly CodeBlock[];
}

/** The files that the compiler used for a verdict; `anything` where that is not known, null where it was not asked. */
export type Uses = readonly string[] | "anything" | null;

/** The verdicts of earlier runs, as far as everything that they depended on is still the same. */
export interface KeptVerdicts {
  read(subject: VerdictSubject): Promise<InterfaceVerdict | null>;
  write(subject: VerdictSubject, recorded: Recorded<InterfaceVerdict>, uses: Uses): Promise<void>;
}

/** Where verdicts are kept, and what they are held against. */
export interface KeptVerdictsInput {
  readonly snapshot: Snapshot;
  readonly facts: Pick<FactReader, "source">;
  readonly cache: FactCache;
  readonly circumstances: Circumstances;
  readonly resolve: ModuleTexts["resolve"];
  /** Hears what each verdict depends on, kept or new. */
  readonly log?: DependenceLog;
}

/** A verdict with everything that it depends on besides the pair itself. */
interface Kept {
  readonly circumstances: Circumstance;
  readonly verdict: InterfaceVerdict;
  /** What places of findings depend on; null where nothing was found. */
  readonly bytes: string | null;
  readonly seen: readonly (readonly [path: string, id: string])[];
  readonly resolved: readonly Resolution[];
  /** The names of all files, where any of them could have led an import elsewhere. */
  readonly names: string | null;
}

/** Raised whenever the comparison gives another verdict for the same bytes. */
const verdictVersion = 14;

/**
 * Keeps verdicts, and with each what it depended on: by the bytes of the pair where something was found, which stands at a place; by the
 * blocks and by what the sources can mean where nothing was, so that a comment or a body is no reason to compare again.
 */
export function createKeptVerdicts(input: KeptVerdictsInput): KeptVerdicts {
  const { snapshot, facts, cache, circumstances, resolve, log } = input;
  const configs = tsconfigIds(snapshot);
  let allNames: string | null = null;
  const names = (): string => {
    allNames ??= nameIds(snapshot);
    return allNames;
  };
  const idOf = (path: string): string => snapshot.files.get(path)?.id ?? "";
  const meaningOf = async (path: string): Promise<string> => {
    const { shape } = snapshot.files.has(path) && isCode(path) ? await facts.source(path) : {};
    return shape ?? idOf(path);
  };
  const keyOf = async ({ source, blocks }: VerdictSubject): Promise<string> =>
    JSON.stringify(["verdict", verdictVersion, configs, source, await meaningOf(source), declaredId(blocks)]);
  const bytesOf = ({ source, document, blocks }: VerdictSubject): string =>
    JSON.stringify([idOf(document), idOf(source), blocks.map(({ range }) => range.start)]);
  const isSame = async ({ bytes, seen }: Kept): Promise<boolean> => {
    for (const [path, id] of seen)
      if (id !== idOf(path) && (bytes !== null || id !== (await meaningOf(path)))) return false;
    return true;
  };
  const report = ({ source }: VerdictSubject, entry: Kept): void => {
    const deep = entry.circumstances.deep?.map(([path]) => path) ?? null;
    const seen = entry.seen.map(([path]) => path);
    log?.verdict(source, { seen, resolved: entry.resolved, isOpen: entry.names !== null, deep });
  };
  return {
    async read(subject) {
      const entry = cache.get(await keyOf(subject)) as Kept | undefined;
      if (entry === undefined || (entry.bytes !== null && entry.bytes !== bytesOf(subject))) return null;
      const leads = entry.resolved.every(([from, specifier, path]) => resolve(from, specifier) === path);
      const named = entry.names === null || entry.names === names();
      if (!leads || !named || !(await isSame(entry)) || !(await circumstances.hold(entry.circumstances))) return null;
      report(subject, entry);
      return entry.verdict;
    },
    async write(subject, { value, seen, resolved, isOpen }, uses) {
      const isClean = value.findings.length === 0;
      const ids: (readonly [string, string])[] = [];
      for (const path of seen) ids.push([path, isClean ? await meaningOf(path) : idOf(path)]);
      const entry: Kept = {
        circumstances: await circumstances.of(subject.source, uses),
        // Which files an answer depended on may be all of them, and stands in its circumstances.
        verdict: { ...value, consulted: [] },
        bytes: isClean ? null : bytesOf(subject),
        seen: ids,
        resolved,
        names: isOpen ? names() : null,
      };
      cache.set(await keyOf(subject), entry);
      report(subject, entry);
    },
  };
}

function declaredId(blocks: readonly CodeBlock[]): string {
  const hash = createHash("sha1");
  for (const { lang, text } of blocks) hash.update(JSON.stringify([lang, text]));
  return hash.digest("hex");
}

// Changes whenever a tsconfig of the snapshot does.
function tsconfigIds({ files }: Snapshot): string {
  const configs = pathsContaining(files, "tsconfig").filter((path) => /(?:^|\/)tsconfig[^/]*\.json$/u.test(path));
  return configs.map((path) => `${path} ${files.get(path)?.id}`).join("\n");
}

// Changes whenever a file comes or goes, or a manifest changes.
function nameIds({ files }: Snapshot): string {
  const hash = createHash("sha1");
  for (const [path, { id }] of files)
    hash.update(/(?:^|\/)package\.json$/u.test(path) ? `${path} ${id}\n` : `${path}\n`);
  return hash.digest("hex");
}
