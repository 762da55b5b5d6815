import { expect, it } from "vitest";
import { typesFor } from "../../src/rules/document-types.ts";
import { document, settings, workspaceOf } from "../support/document.ts";

const gateway = {
  name: "gateway",
  route: null,
  match: [],
  base: "",
  schema: "design/gateway.schema.json",
  template: null,
  place: { path: null, range: { start: 0, end: 0 } },
};
const added = { ...settings, types: { gateway } };
const workspace = workspaceOf([], { typesOf: () => ["context", "gateway", "module", "story"] });

it("a component has any type but story and context", () => {
  expect(typesFor(workspace, document({ settings: added }))).toEqual(["gateway", "module"]);
});

it("upstream: a story is a story, a context a context", () => {
  expect(typesFor(workspace, document({ kind: "story" }))).toEqual(["story"]);
  expect(typesFor(workspace, document({ kind: "context" }))).toEqual(["context"]);
});

it("added-type: a type with a schema of the project's own may stand anywhere", () => {
  expect(typesFor(workspace, document({ kind: "story", settings: added }))).toEqual(["gateway", "story"]);
});
