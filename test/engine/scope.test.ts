import { describe, expect, it } from "vitest";
import type { Stamped } from "../../src/engine/run.ts";
import { filesTouchedBy, newSince, within } from "../../src/engine/scope.ts";
import { designText, workspaceOf } from "../support/workspace.ts";

const files = {
  "src/a.ts": "const a = 1;\n",
  "src/b.ts": "const b = 1;\n",
  "docs/design/a.md": designText(),
  "README.md": "# Read me\n",
};
const found = (path: string, message = "m", start = 0): Stamped => ({
  rule: "x/y",
  severity: "error",
  finding: { path, range: { start, end: start }, message },
});

describe("filesTouchedBy", () => {
  it("a document touches its source and the test that is missing", async () => {
    const touched = filesTouchedBy(await workspaceOf(files), ["docs/design/a.md"]);
    expect([...touched].sort()).toEqual(expect.arrayContaining(["docs/design/a.md", "src/a.ts", "test/a.test.ts"]));
    expect(touched.has("src/b.ts")).toBe(false);
  });

  it("folder: a folder touches everything below it, and the empty path everything", async () => {
    const workspace = await workspaceOf(files);
    expect(filesTouchedBy(workspace, ["src"]).has("src/b.ts")).toBe(true);
    expect(filesTouchedBy(workspace, ["sr"]).has("src/b.ts")).toBe(false);
    expect(filesTouchedBy(workspace, [""]).has("README.md")).toBe(true);
  });

  it("deleted: a file that is gone touches the component that it belonged to", async () => {
    expect(filesTouchedBy(await workspaceOf(files), ["docs/design/b.md"]).has("src/b.ts")).toBe(true);
  });
});

describe("within", () => {
  it("keeps the findings in the files", () => {
    expect(within([found("a"), found("b")], new Set(["b"]))).toEqual([found("b")]);
  });
});

describe("newSince", () => {
  it("moved-lines: a finding that only moved inside its file is not new", () => {
    expect(newSince([found("a", "m", 9)], [found("a", "m", 3)])).toEqual([]);
  });

  it("second-of-a-kind: one more of the same kind is new", () => {
    expect(newSince([found("a"), found("a")], [found("a")])).toHaveLength(1);
  });

  it("severity: a warning that has become an error is new", () => {
    expect(newSince([found("a")], [{ ...found("a"), severity: "warning" }])).toHaveLength(1);
  });
});
