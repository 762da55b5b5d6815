import { expect, it } from "vitest";
import { memorySnapshot } from "../../../src/snapshot.ts";
import { refuseTwins } from "../../../src/workspace/approvals/twins.ts";

const refusal = expect.objectContaining({ code: "path-twins" });

it("case: a document and its twin in other case are refused", () => {
  const snapshot = memorySnapshot({ "docs/A.md": "", "docs/a.md": "", "docs/b.md": "" });
  expect(() => refuseTwins(snapshot, ["docs/a.md"])).toThrow(refusal);
  expect(() => refuseTwins(snapshot, ["docs/A.md"])).toThrow(refusal);
});

it("normalisation: twins that the listing had to leave out are refused, whatever they are", () => {
  const snapshot = { ...memorySnapshot({ a: "" }), notices: [{ code: "path-twins", message: "a twin" }] };
  expect(() => refuseTwins(snapshot, [])).toThrow(refusal);
});

it("others: files that approvals do not speak of may have twins", () => {
  const snapshot = memorySnapshot({ "README.md": "", "readme.md": "", "docs/b.md": "" });
  expect(() => refuseTwins(snapshot, ["docs/b.md"])).not.toThrow();
});
