import { resolveRelative } from "../../workspace/resolve.ts";
import { pathFrom, relativeTo } from "./relative.ts";

/** The files of a project before a move, and where some of them go. */
export interface Relocation {
  readonly paths: ReadonlySet<string>;
  /** Old path → new path. */
  readonly moves: ReadonlyMap<string, string>;
}

const codeExtension = /(?:\.d)?\.[cm]?[jt]sx?$/u;

const isIndex = (path: string) => /(?:^|\/)index\.[^/]+$/u.test(path);

const folderOf = (path: string) => path.slice(0, Math.max(path.lastIndexOf("/"), 0));

/** The path that a specifier of the same style as before would name a file by. */
function inStyle(named: string, target: string, after: string): string {
  if (named === target) return after;
  const extension = codeExtension.exec(named)?.[0];
  const stem = after.replace(codeExtension, "");
  if (extension !== undefined && named !== target.replace(codeExtension, "")) return stem + extension;
  const wasFolder = isIndex(target) && named === folderOf(target);
  return wasFolder && isIndex(after) ? folderOf(after) : stem;
}

/**
 * A relative specifier of `importer` as it has to read after the move, in the same style (extension or none, folder or
 * index, query); null where it stays as it is.
 */
export function movedSpecifier(specifier: string, importer: string, { paths, moves }: Relocation): string | null {
  if (!/^\.{1,2}(?:\/|$)/u.test(specifier)) return null;
  const target = resolveRelative(paths, importer, specifier);
  const importerAfter = moves.get(importer) ?? importer;
  const targetAfter = target === null ? null : (moves.get(target) ?? target);
  if (importerAfter === importer && targetAfter === target) return null;
  const bare = specifier.replace(/[?#].*$/su, "");
  const named = pathFrom(importer, bare);
  const path = target === null || targetAfter === null ? named : inStyle(named, target, targetAfter);
  const slash = bare.endsWith("/") ? "/" : "";
  const moved = relativeTo(importerAfter, path) + slash + specifier.slice(bare.length);
  return moved === specifier ? null : moved;
}
