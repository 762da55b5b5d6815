import ts from "typescript";
import type { FileSites, Site } from "./sites.ts";

/** What the table of the design says of a change; undefined where it was not measured. */
export interface Expected {
  /** Change ids of the findings, in code unit order; none where the normal form holds both equal. */
  readonly changes: readonly string[];
  /** Change ids of what both sides can be used alike with. */
  readonly information?: readonly string[];
  readonly consumer?: boolean;
  readonly implementer?: boolean;
}

/** A row of the table "What breaks whom" as a change of sources. */
export interface Operator {
  readonly row: number;
  readonly name: string;
  readonly expected: Expected;
  sites(file: FileSites): readonly Site[];
}

/** The places where `find` has an edit for an item. */
export function each<T extends { readonly name: string; readonly node?: ts.Node }>(
  items: readonly T[],
  find: (item: T) => Site["edits"] | null,
): readonly Site[] {
  return items.flatMap((item) => {
    const edits = find(item);
    return edits === null || edits.length === 0 ? [] : [{ name: item.name, edits, ...insideOf(item) }];
  });
}

function insideOf(item: { readonly node?: ts.Node }): Pick<Site, "inside"> {
  return item.node !== undefined && ts.isFunctionTypeNode(item.node) ? { inside: true } : {};
}
