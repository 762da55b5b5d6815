import type { Config } from "../../config/config.ts";
import { applySplices } from "../../edit.ts";
import { compareCodePoints } from "../../order.ts";
import { discover, isCode, isInstalled } from "../../workspace/discover.ts";
import { aliasesOf, codeSplices } from "./code-splices.ts";
import { documentSplices } from "./document-splices.ts";
import { planMoves } from "./moves.ts";

/** A file whose text changes, by its path before the move. */
export interface ChangedFile {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  readonly references: number;
}

/** All that a move does, decided before anything is written. */
export interface MoveSteps {
  readonly moves: ReadonlyMap<string, string>;
  /** Sorted by path. */
  readonly changed: readonly ChangedFile[];
  /** What a person has to look at afterwards, one sentence each. */
  readonly notes: readonly string[];
}

interface Project {
  readonly paths: ReadonlySet<string>;
  readonly config: Config;
  /** Text of a file; undefined where it is no UTF-8 text. */
  text(path: string): Promise<string | undefined>;
}

const stemOf = (path: string) => path.replace(/(?:[._](?:test|spec))?\.[a-z]+$/u, "");

const baseOf = (path: string) => path.slice(path.lastIndexOf("/") + 1);

/** Parsing is the cost of a move, and a file that never writes a moved name cannot refer to it. */
function mentions(moves: ReadonlyMap<string, string>, from: string): (path: string, text: string) => boolean {
  const names = [...new Set([from, ...[...moves.keys()].map((path) => baseOf(stemOf(path)))])];
  const needsAll = names.includes("index");
  return (path, text) =>
    needsAll || moves.has(path) || names.some((name) => text.includes(name) || encodes(text, name));
}

const encodes = (text: string, name: string) => text.includes("%") && text.includes(encodeURIComponent(name));

const settingsFile = /(?:^|\/)(?:package\.json|[jt]sconfig[^/]*\.json|\.designrc\.json)$/u;

/** Plans the move of everything that has the id `from`. Rejects with a `UserError` where it cannot be moved. */
export async function planMove(project: Project, ids: { from: string; to: string }): Promise<MoveSteps> {
  const { paths, config, text } = project;
  const { moves, kinds } = planMoves(paths, config, ids);
  const relocation = { paths, moves };
  const change = { ...ids, kinds };
  const documents = new Map(discover(paths, config).documents.map(({ path, kind }) => [path, kind]));
  const concerns = mentions(moves, ids.from);
  const stems = [...moves.keys()].filter(isCode).map((path) => path.replace(/\.[^/.]+$/u, ""));
  const tails = stems.map((stem) => stem.slice(stem.indexOf("/") + 1));
  const changed: ChangedFile[] = [];
  const notes: string[] = [];
  for (const path of [...paths].sort(compareCodePoints)) {
    const isText = isCode(path) || path.endsWith(".md") || settingsFile.test(path);
    const before = isText && !isInstalled(path) ? await text(path) : undefined;
    if (before === undefined || !concerns(path, before)) continue;
    if (settingsFile.test(path)) {
      const named = [...moves.keys()].find((moved) => before.includes(moved));
      if (named !== undefined) notes.push(`${path} names ${named}: change it by hand`);
      continue;
    }
    const { splices, approved } = isCode(path)
      ? { splices: codeSplices(before, path, relocation), approved: false }
      : documentSplices({ path, kind: documents.get(path) ?? null, text: before }, change, relocation);
    if (isCode(path)) {
      const aliases = aliasesOf(before, path, tails);
      notes.push(...aliases.map((alias) => `${path} imports ${alias}, which seems to be an alias: change it by hand`));
    }
    if (approved && (splices.length > 0 || moves.has(path)))
      notes.push(`The approvals of ${path} are void: it changes`);
    if (splices.length === 0) continue;
    changed.push({ path, before, after: applySplices(before, splices), references: splices.length });
  }
  return { moves, changed, notes };
}
