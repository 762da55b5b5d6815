import { folderOf, joinPath } from "../config/paths.ts";

/** What a file can be found by, besides its path. Each kind has a letter of its own, so that no two kinds meet. */
export type TokenKind =
  /** An id that the file may have, in lower case. */
  | "id"
  /** A place where an artefact of the file's component is missing, in lower case. */
  | "lacks"
  /** The file's own path in lower case. */
  | "case"
  /** A path that the verdict on the file depends on. */
  | "uses"
  /** A path that the file links to. */
  | "links"
  /** A path that an import of the file may lead to, without extension. */
  | "stem"
  /** A file that the file imports, as the compiler sees it. */
  | "imports"
  /** Something about the file itself. */
  | "is";

/** A number for one token. Two tokens may share one: then more files are found than were meant, never fewer. */
export function token(kind: TokenKind, text: string): number {
  const whole = `${kind} ${kind === "id" || kind === "lacks" || kind === "case" ? text.toLowerCase() : text}`;
  // FNV-1a.
  let hash = 0x811c9dc5;
  for (let index = 0; index < whole.length; index++) hash = Math.imul(hash ^ whole.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** The tokens of a specifier in a file: of all the paths that it could lead to, now or with other files. */
export function specifierTokens(from: string, specifier: string): readonly number[] {
  if (!/^\.{1,2}(?:\/|$)/u.test(specifier)) return [];
  const path = joinPath(folderOf(from), specifier.replace(/[?#].*$/su, ""));
  return path === null ? [] : [stemToken(path)];
}

/** The token by which the specifiers are found that a file, where it comes or goes, may lead elsewhere. */
export function stemToken(path: string): number {
  let stem = path;
  // However a file is completed, its name begins with that of the specifier, or it is the index of that folder.
  do stem = stem.replace(/(?:^|\/)index$/u, "").replace(/\.[^/]*$/u, "");
  while (/(?:^|\/)index$/u.test(stem));
  return token("stem", stem);
}
