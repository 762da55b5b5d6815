import { expect, it } from "vitest";
import { memorySnapshot } from "../../../src/snapshot.ts";
import type { Standing } from "../../../src/workspace/approvals/judgement.ts";
import { movedDocuments } from "../../../src/workspace/approvals/moved-documents.ts";

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
