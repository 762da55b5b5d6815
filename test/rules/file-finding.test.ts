import { expect, it } from "vitest";
import { byHand, firstLine, scaffoldFix } from "../../src/rules/file-finding.ts";
import { smallComponent } from "../support/small-project.ts";
import { workspaceOf } from "../support/workspace.ts";

it("by-hand: what a person has to do carries no edit", () => {
  expect(byHand("Rename it")).toEqual({ title: "Rename it", kind: "scaffold", safety: "safe", by: "human" });
});

it("scaffold-path: a scaffold creates the file that the component expects", async () => {
  const component = (await workspaceOf({ "src/a.tsx": smallComponent("a")["src/a.ts"] ?? "" })).components.get("a");
  if (component === undefined) throw new Error("the workspace has the component");
  expect(scaffoldFix("test", component)).toMatchObject({
    title: "Create test/a.test.tsx",
    by: "tool",
    scaffold: { what: "test", component: "a", path: "test/a.test.tsx" },
  });
});

it("findings about whole files stand where reports begin", () => {
  expect(firstLine).toEqual({ start: 0, end: 0 });
});
