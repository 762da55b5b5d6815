import { createHash } from "node:crypto";
import { folderOf } from "../config/paths.ts";
import type { AliasResolver } from "../interface/alias-resolver.ts";
import type { ModuleCache } from "../interface/module-graph.ts";
import type { OracleDisk } from "../interface/oracle-disk.ts";
import type { ProjectFinder } from "../interface/oracle-settings.ts";
import type { TypeOracle } from "../interface/type-oracle.ts";
import type { Platform, TypeFiles } from "../platform.ts";
import { pathsContaining, type Snapshot } from "../snapshot.ts";
import { answerOf, watchFiles } from "./watched-files.ts";

/** What an oracle may have besides the snapshot. */
export interface OracleExtras {
  /** Sources that declare something for files which do not import them. */
  readonly ambient?: readonly string[];
  /** What the run has parsed. */
  readonly trees?: ModuleCache;
  /** Where import statements lead for those who keep the answers. */
  follows?(from: string, specifier: string): string | null;
}

/** Gives the compiler's answers about sources of a snapshot. */
export interface OracleSource {
  oracle(snapshot: Snapshot, sources: readonly string[], also?: OracleExtras): Promise<TypeOracle>;
  /** Tells which sources belong to a project with `exactOptionalPropertyTypes`. */
  exactOptional(snapshot: Snapshot, sources: readonly string[]): Promise<(path: string) => boolean>;
  /** Finds what names stand for that the projects of sources give to their own files. */
  aliases(snapshot: Snapshot, sources: readonly string[]): Promise<AliasResolver>;
  /** A text that changes whenever the answers may: the code and configs of the snapshot, and what is installed. */
  environment(snapshot: Snapshot): string;
  /** What the compiler looked at outside the code of the snapshots, and what it saw there first. */
  readonly looked: ReadonlyMap<string, string>;
  /** What is to be seen there now; asked once. */
  look(question: string): string;
  /** All that was looked at, by the compiler or for answers of an earlier one. */
  seen(): ReadonlyMap<string, string>;
}

/** An oracle source that makes one program and keeps it as long as the code of the snapshot and the questions stay the same. */
export function createOracleSource(platform: Platform): OracleSource {
  const environment = (snapshot: Snapshot): string => {
    const installed = platform.typeFiles.readFile(`${snapshot.root}/node_modules/.package-lock.json`) ?? "";
    return createHash("sha256").update(codeIds(snapshot)).update(installed).digest("hex");
  };
  const answers = new Map<string, string>();
  const looked = new Map<string, string>();
  const look = (question: string): string => {
    const answer = answers.get(question) ?? answerOf(platform.typeFiles, question);
    answers.set(question, answer);
    return answer;
  };
  const watched = (snapshot: Snapshot): TypeFiles => {
    const root = `${snapshot.root.replaceAll("\\", "/").replace(/\/+$/u, "")}/`;
    // Where the snapshot is the disk, the ids of its files say more than a look at them.
    const known = (path: string): boolean =>
      snapshot.onDisk === true &&
      codeFile.test(path) &&
      !path.endsWith(".json") &&
      path.startsWith(root) &&
      snapshot.files.has(path.slice(root.length));
    return filesBeside(snapshot, watchFiles(platform.typeFiles, known, looked));
  };
  let projects: { readonly sources: readonly string[]; readonly found: Promise<Projects> } | null = null;
  const projectsOf = (snapshot: Snapshot, sources: readonly string[]): Promise<Projects> => {
    if (projects?.sources !== sources)
      projects = { sources, found: findProjects(snapshot, sources, watched(snapshot)) };
    return projects.found;
  };
  let kept: { readonly code: string; readonly sources: ReadonlySet<string>; readonly oracle: TypeOracle } | null = null;
  return {
    environment,
    looked,
    look,
    seen: () => new Map([...answers, ...looked]),
    async exactOptional(snapshot, sources) {
      const { disk, settingsOf } = await projectsOf(snapshot, sources);
      return (path) => settingsOf(disk.absolute(path)).options.exactOptionalPropertyTypes === true;
    },
    async aliases(snapshot, sources) {
      const { createAliasResolver } = await import("../interface/alias-resolver.ts");
      return createAliasResolver({ ...(await projectsOf(snapshot, sources)), has: (path) => snapshot.files.has(path) });
    },
    async oracle(snapshot, sources, { ambient = [], trees, follows } = {}) {
      const code = environment(snapshot);
      if (kept !== null && kept.code === code && sources.every((path) => kept?.sources.has(path))) return kept.oracle;
      const { createOracle } = await import("../interface/oracle.ts");
      const paths = [...snapshot.files.keys()].filter((path) => codeFile.test(path));
      const texts = await overlaidTexts(snapshot, paths);
      const oracle = createOracle({
        root: snapshot.root,
        files: watched(snapshot),
        text: (path) => texts.get(path),
        sources,
        ...(trees === undefined ? {} : { tree: trees.lend }),
        ...(follows === undefined ? {} : { follows }),
        declarations: [...declarationsOf(snapshot), ...ambient].sort(),
      });
      kept = { code, sources: new Set(sources), oracle };
      return oracle;
    },
  };
}

/** The settings of the sources of a snapshot, and the disk that they were read from. */
interface Projects {
  readonly disk: OracleDisk;
  readonly settingsOf: ProjectFinder;
}

async function findProjects(snapshot: Snapshot, sources: readonly string[], files: TypeFiles): Promise<Projects> {
  const { createDisk } = await import("../interface/oracle-disk.ts");
  const { createProjectFinder } = await import("../interface/oracle-settings.ts");
  const settings = pathsContaining(snapshot.files, ".json").filter((path) => settingsFile.test(path));
  const texts = new Map(await overlaidTexts(snapshot, settings));
  for (;;) {
    const missing = new Set<string>();
    const disk = createDisk(snapshot.root, files, (path) => {
      if (isExtended(path, snapshot) && !texts.has(path)) missing.add(path);
      return texts.get(path);
    });
    const settingsOf = createProjectFinder(disk, sources.map(disk.absolute));
    for (const path of sources) settingsOf(disk.absolute(path));
    if (missing.size === 0) return { disk, settingsOf };
    for (const [path, text] of await overlaidTexts(snapshot, missing)) texts.set(path, text);
  }
}

// What a config extends may have any name, and is known only once the config has been read.
function isExtended(path: string, { onDisk, files }: Snapshot): boolean {
  return onDisk !== true && path.endsWith(".json") && files.has(path);
}

function declarationsOf({ files }: Snapshot): readonly string[] {
  return pathsContaining(files, ".d.").filter((path) => /\.d\.[cm]?ts$/u.test(path));
}

const settingsFile = /(?:^|\/)(?:tsconfig[^/]*|package)\.json$/u;
const codeFile = /\.(?:[cm]?[jt]sx?|json)$/u;

function codeIds(snapshot: Snapshot): string {
  return [...snapshot.files]
    .filter(([path]) => codeFile.test(path))
    .map(([path, { id }]) => `${path} ${id}`)
    .join("\n");
}

/** The code of snapshots that are no work tree: the compiler then must not read the files on disk instead. */
async function overlaidTexts(snapshot: Snapshot, wanted: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  if (snapshot.onDisk === true) return new Map();
  const texts = new Map<string, string>();
  for (const path of wanted) {
    const entry = snapshot.files.get(path);
    if (entry !== undefined) texts.set(path, new TextDecoder().decode(await entry.read()));
  }
  return texts;
}

const ownSource = /(?<!\.d)\.[cm]?tsx?$/u;

/**
 * The disk beside a snapshot. Where that is no work tree, code stands in it or nowhere: what is staged as deleted is gone. Folders of which
 * the snapshot has no file are made by tools (and ignored by git), so that declarations in them are seen.
 */
function filesBeside(snapshot: Snapshot, files: TypeFiles): TypeFiles {
  if (snapshot.onDisk === true) return files;
  const root = `${snapshot.root.replaceAll("\\", "/").replace(/\/+$/u, "")}/`;
  const { files: table } = snapshot;
  let folders: ReadonlySet<string> | null = null;
  const holds = (folder: string): boolean => {
    if (table.holds !== undefined) return table.holds(folder);
    folders ??= new Set([...table.keys()].map(folderOf));
    return folders.has(folder);
  };
  const isGone = (path: string): boolean => {
    if (!path.startsWith(root) || !codeFile.test(path)) return false;
    const inside = path.slice(root.length);
    if (/(?:^|\/)node_modules\//u.test(inside) || snapshot.files.has(inside)) return false;
    return ownSource.test(path) || holds(folderOf(inside));
  };
  return {
    ...files,
    fileExists: (path) => !isGone(path) && files.fileExists(path),
    readFile: (path) => (isGone(path) ? undefined : files.readFile(path)),
  };
}
