import { folderOf, joinPath } from "../config/paths.ts";
import type { FactReader } from "./facts.ts";
import { mapConcurrent } from "./map-concurrent.ts";
import type { Document } from "./workspace.ts";

/** What links may lead to. `isDocument` holds for documents of the design tree that are not among those at hand. */
export interface LinkedFiles {
  readonly paths: ReadonlySet<string>;
  readonly facts: FactReader;
  isDocument(path: string): boolean;
}

/** Anchors of the Markdown files of the snapshot that a document links into with a fragment, and of all documents. */
export async function linkedAnchors(
  documents: readonly Document[],
  { paths, facts, isDocument }: LinkedFiles,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const own = documents.map(({ path, facts: { anchors } }): [string, readonly string[]] => [path, anchors]);
  const known = new Set(documents.map(({ path }) => path));
  const linked = new Set(
    documents.flatMap(({ path, facts: { links } }) => links.map(({ target }) => linkedFile(path, target))),
  );
  const others = [...linked].filter(
    (path) => path !== null && paths.has(path) && !known.has(path) && (/\.md$/iu.test(path) || isDocument(path)),
  );
  const read = await mapConcurrent(
    others.filter((path) => path !== null),
    async (path): Promise<[string, readonly string[]]> => {
      const { anchors } = await facts.document(path);
      return [path, anchors];
    },
  );
  return new Map([...own, ...read.filter(([path]) => !facts.isUnreadable(path))]);
}

/** The file that a relative link with a fragment leads to; null for other links. */
export function linkedFile(from: string, target: string): string | null {
  const hash = target.indexOf("#");
  if (hash <= 0 || /^(?:[a-z][a-z\d+.-]*:|\/)/iu.test(target)) return null;
  const path = decode(target.slice(0, hash).replace(/\?.*$/su, ""));
  return joinPath(folderOf(from), path)?.normalize("NFC") ?? null;
}

/** A stray `%` is text, as browsers take it. */
function decode(path: string): string {
  return path.replace(/(?:%[\da-f]{2})+/giu, (escapes) => {
    const bytes = Uint8Array.from(escapes.slice(1).split("%"), (hex) => Number.parseInt(hex, 16));
    return new TextDecoder().decode(bytes);
  });
}
