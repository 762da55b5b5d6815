import { expect, it } from "vitest";
import type { InterfaceFinding } from "../../src/interface/verdict.ts";
import { interfaceFindings } from "../../src/rules/interface-findings.ts";
import { workspaceWithVerdict } from "../support/interface-project.ts";

const declared = { start: 1, end: 2 };
const actual = { start: 3, end: 4 };
const found: InterfaceFinding = {
  rule: "interface/changed",
  message: "m",
  mend: "do it",
  export: "a",
  declared,
  actual,
};
const first = (finding: InterfaceFinding, status?: string) =>
  [...interfaceFindings(workspaceWithVerdict([finding], status), finding.rule)][0];

it("place: the document is the place, the code the related one", () => {
  expect(first(found)).toMatchObject({ path: "docs/design/thing.md", range: declared, component: "thing" });
  expect(first(found)?.related).toMatchObject([{ path: "src/thing.ts", range: actual }]);
});

it("code-only: what the document does not mention is reported in the code", () => {
  const { declared: _, ...undeclared } = found;
  expect(first(undeclared)).toMatchObject({ path: "src/thing.ts", range: actual });
});

it("draft-fix: the same edit is safe on a draft and unsafe elsewhere, where it says that approvals go stale; without an edit a person mends it", () => {
  const fixable = { ...found, splices: [{ range: declared, text: "x" }] };
  const edits = [{ kind: "replace", path: "docs/design/thing.md", range: declared, text: "x" }];
  expect(first(fixable, "draft")?.fix).toMatchObject({ title: "do it", by: "tool", safety: "safe", edits });
  expect(first(fixable)?.fix).toMatchObject({
    title: "do it (approvals of the document go stale)",
    by: "tool",
    safety: "unsafe",
    edits,
  });
  expect(first(found)?.fix).toMatchObject({ by: "human", title: "do it" });
});

it("data: change, member and breaking flags are handed on, what is unknown is left out", () => {
  const breaking = { consumer: true, implementer: false };
  expect(first({ ...found, change: "member-type", member: "b", breaking })?.data).toEqual({
    export: "a",
    change: "member-type",
    member: "b",
    breaking,
  });
  expect(first(found)?.data).toEqual({ export: "a" });
});

it("other-rules: findings of other rules are left out", () => {
  expect([...interfaceFindings(workspaceWithVerdict([found]), "interface/undecided")]).toEqual([]);
});
