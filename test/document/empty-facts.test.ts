import { expect, it } from "vitest";
import { emptyFacts } from "../../src/document/empty-facts.ts";
import { documentFacts } from "../../src/document/facts.ts";

it("no-digest: of what is not known nothing can be approved", () => {
  expect(emptyFacts).toMatchObject({ hasDigest: false, approvals: null, blocks: [], problems: [] });
  // It has every fact that a document has.
  expect(Object.keys(emptyFacts).sort()).toEqual(Object.keys(documentFacts(new Uint8Array())).sort());
});
