import { pathFrom, relativeTo } from "./relative.ts";
import type { Relocation } from "./specifier.ts";

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null; // a stray percent sign: the link leads nowhere
  }
}

const encoded = (path: string) =>
  path.replace(/[\s%#?()<>\\]/gu, (character) =>
    character === "(" || character === ")" ? `%${character.charCodeAt(0).toString(16)}` : encodeURIComponent(character),
  );

/** The target of a Markdown link in `file` as it has to read after the move; null where it stays as it is. */
export function movedLink(target: string, file: string, { moves }: Relocation): string | null {
  const bare = target.replace(/[?#].*$/su, "");
  const path = decoded(bare);
  if (path === null || path === "") return null;
  const fromRoot = path.startsWith("/");
  const named = fromRoot ? path.slice(1) : pathFrom(file, path);
  const after = moves.get(named) ?? named;
  const fileAfter = moves.get(file) ?? file;
  if (after === named && (fromRoot || fileAfter === file)) return null;
  const relative = relativeTo(fileAfter, after);
  const short = bare.startsWith("./") || relative.startsWith("..") ? relative : relative.replace(/^\.\//u, "");
  const slash = bare.endsWith("/") ? "/" : "";
  const moved = encoded(fromRoot ? `/${after}` : short) + slash + target.slice(bare.length);
  return moved === target ? null : moved;
}
