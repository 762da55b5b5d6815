import { expect, it } from "vitest";
import { documentFacts } from "../../../src/document/facts.ts";
import { memorySnapshot } from "../../../src/snapshot.ts";
import type { Standing } from "../../../src/workspace/approvals/judgement.ts";
import { movedDocuments } from "../../../src/workspace/approvals/moved-documents.ts";
import { readSubject } from "../../../src/workspace/approvals/subject.ts";
import type { Document } from "../../../src/workspace/workspace.ts";

const standing = (digest: string | null): Standing => ({ subject: { digest } }) as Standing;

it("no-base: without a base nothing has moved", async () => {
  const input = { base: null, snapshot: memorySnapshot({}) };
  expect(await movedDocuments(input, { before: null }, new Map([["a.md", standing("sha256:1")]]))).toEqual(new Map());
});

it("nothing-new: where no document is new, none of the base is read", async () => {
  const documents = new Map([["a.md", { path: "a.md", exempt: false }]]) as never;
  const before = { documents, sources: [], components: new Map(), upstream: () => [] };
  const base = { policy: memorySnapshot({}), mergeBase: memorySnapshot({}) };
  const found = await movedDocuments(
    { base, snapshot: memorySnapshot({}) },
    { before },
    new Map([["a.md", standing("x")]]),
  );
  expect(found).toEqual(new Map());
});

const text = "---\ntype: module\nstatus: implemented\n---\n\n# A\n\nKeeps things.\n";
const documentAt = (path: string) =>
  ({ path, kind: "component", exempt: false, facts: documentFacts(new TextEncoder().encode(text)) }) as Document;

/** Where documents have moved from, by the paths at which a text stands on the base and now. */
async function moves(before: readonly string[], now: readonly string[]) {
  const snapshotOf = (paths: readonly string[]) =>
    memorySnapshot(Object.fromEntries(paths.map((path) => [path, text])));
  const documents = new Map(before.map((path) => [path, documentAt(path)]));
  const view = { documents, sources: [], components: new Map(), upstream: () => [] };
  const base = { policy: snapshotOf(before), mergeBase: snapshotOf(before) };
  const standings = new Map<string, Standing>();
  for (const path of now)
    standings.set(path, { subject: await readSubject(documentAt(path), view, snapshotOf(now)) } as Standing);
  const found = await movedDocuments({ base, snapshot: snapshotOf(now) }, { before: view }, standings);
  return [...found].map(([path, document]) => `${document.path} → ${path}`);
}

it("moved: a document that is gone, and stands at a new path with the same content", async () => {
  expect(await moves(["a.md"], ["b.md"])).toEqual(["a.md → b.md"]);
});

it("copied: one that still stands has not moved", async () => {
  expect(await moves(["a.md"], ["a.md", "b.md"])).toEqual([]);
});

it("taken-over: a path that the base has too is none that something moved to", async () => {
  expect(await moves(["a.md", "b.md"], ["b.md", "c.md"])).toEqual(["a.md → c.md"]);
  expect(await moves(["a.md", "b.md"], ["b.md"])).toEqual([]);
});
