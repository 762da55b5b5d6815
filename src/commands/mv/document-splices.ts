import type { DocumentFacts } from "../../document/document.ts";
import { documentFacts } from "../../document/facts.ts";
import type { Splice } from "../../edit.ts";
import type { Range } from "../../range.ts";
import type { DocumentKind } from "../../workspace/workspace.ts";
import { movedLink } from "./link.ts";
import type { Relocation } from "./specifier.ts";

/** An id that changes, and what it is the id of. */
export interface IdChange {
  readonly from: string;
  readonly to: string;
  readonly kinds: ReadonlySet<DocumentKind>;
}

/** A Markdown file; `kind` is null where it is no document of the design tree. */
export interface MarkdownFile {
  readonly path: string;
  readonly kind: DocumentKind | null;
  readonly text: string;
}

/** The splices of one file, and whether it carries approvals, which a change of its text voids. */
export interface DocumentSplices {
  readonly splices: readonly Splice[];
  readonly approved: boolean;
}

const fields: readonly (readonly [string, DocumentKind])[] = [
  ["dependsOn", "component"],
  ["stories", "story"],
  ["context", "context"],
];

// Also where the entries are malformed: whoever wrote them has to know.
const approvals = /^approvals:[ \t]*\r?\n[ \t]+\S/mu;

const isPlain = (id: string) => /^[\p{L}_][\p{L}\p{N}_./-]*$/u.test(id);

function replaceIn(text: string, range: Range | undefined, [from, to]: readonly [string, string]): readonly Splice[] {
  const at = range === undefined ? -1 : text.slice(range.start, range.end).indexOf(from);
  if (range === undefined || at < 0) return [];
  const start = range.start + at;
  return [{ range: { start, end: start + from.length }, text: to }];
}

function frontmatterSplices(text: string, facts: DocumentFacts, key: string, change: IdChange): readonly Splice[] {
  const value = facts.model.frontmatter[key];
  const members: readonly unknown[] = Array.isArray(value) ? value : [value];
  return members.flatMap((member, index) => {
    if (member !== change.from) return [];
    const range = facts.ranges[`/frontmatter/${key}${Array.isArray(value) ? `/${index}` : ""}`];
    const plain = range !== undefined && text.slice(range.start, range.end) === change.from;
    return replaceIn(text, range, [change.from, plain && !isPlain(change.to) ? JSON.stringify(change.to) : change.to]);
  });
}

/** The lists of a context name components under Components, and contexts in every other section. */
function listSplices(text: string, facts: DocumentFacts, { from, to, kinds }: IdChange): readonly Splice[] {
  return Object.entries(facts.model.sections).flatMap(([slug, { items }]) => {
    if (!kinds.has(slug === "components" ? "component" : "context")) return [];
    return items.flatMap(({ id }, index) => {
      const range = facts.ranges[`/sections/${slug}/items/${index}`];
      return id === from ? replaceIn(text, range, [`\`${from}\``, `\`${to}\``]) : [];
    });
  });
}

/** Facts leave out what stands below `## Notes`, so that part is read as a file of its own. */
function withNotes(text: string): readonly { readonly text: string; readonly offset: number }[] {
  const heading = [...text.matchAll(/^## Notes\r?\n/gmu)].at(-1);
  if (heading === undefined) return [{ text, offset: 0 }];
  const offset = heading.index + heading[0].length;
  return [
    { text, offset: 0 },
    { text: text.slice(offset), offset },
  ];
}

const factsOf = (text: string) => documentFacts(new TextEncoder().encode(text));

function linkSplices({ text, path }: MarkdownFile, relocation: Relocation): readonly Splice[] {
  return withNotes(text).flatMap((part) => {
    return factsOf(part.text).links.flatMap(({ target, range }) => {
      const moved = movedLink(target, path, relocation);
      if (moved === null) return [];
      const written = part.text.slice(range.start, range.end);
      const at = Math.max(written.lastIndexOf(`(${target}`), written.lastIndexOf(`<${target}`)) + 1;
      const start = part.offset + range.start + (at > 0 ? at : Math.max(written.lastIndexOf(target), 0));
      const fits = text.startsWith(target, start);
      return fits ? [{ range: { start, end: start + target.length }, text: moved }] : [];
    });
  });
}

/** What has to change in a Markdown file so that its ids and relative links name the same after the move. */
export function documentSplices(file: MarkdownFile, change: IdChange, relocation: Relocation): DocumentSplices {
  const { text, kind } = file;
  const facts = factsOf(text);
  const keys = fields.filter(([, of]) => kind !== null && change.kinds.has(of)).map(([key]) => key);
  const supersedes = kind !== null && change.kinds.has(kind) ? ["supersedes"] : [];
  const splices = [
    ...[...keys, ...supersedes].flatMap((key) => frontmatterSplices(text, facts, key, change)),
    ...(kind === "context" ? listSplices(text, facts, change) : []),
    ...linkSplices(file, relocation),
  ];
  return { splices, approved: kind !== null && approvals.test(text) };
}
