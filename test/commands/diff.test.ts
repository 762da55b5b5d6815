import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editsOf, unifiedDiff } from "../../src/commands/diff.ts";
import { applySplices } from "../../src/edit.ts";
import { tempRepository } from "../support/temp-git.ts";

describe("unifiedDiff", () => {
  it("git-apply: git can apply it, new files and a missing final line feed included", () => {
    const repository = tempRepository();
    repository.write("a.md", "one\ntwo\nthree");
    const diff = unifiedDiff([
      { path: "a.md", before: "one\ntwo\nthree", after: "one\n2\nthree\n" },
      { path: "docs/b c.md", before: null, after: "new\n" },
    ]);
    repository.write("fix.patch", diff);
    execFileSync("git", ["apply", "fix.patch"], { cwd: repository.path });
    expect(readFileSync(join(repository.path, "a.md"), "utf8")).toBe("one\n2\nthree\n");
    expect(readFileSync(join(repository.path, "docs/b c.md"), "utf8")).toBe("new\n");
  });

  it("nothing: no file gives no text", () => {
    expect(unifiedDiff([])).toBe("");
  });
});

describe("editsOf", () => {
  it("new-file: a new file is created, never replaced", () => {
    expect(editsOf([{ path: "a", before: null, after: "x" }])).toEqual([{ kind: "create", path: "a", text: "x" }]);
  });

  it("round-trip: the edit leads from before to after", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "\n", "😀") });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const edits = editsOf([{ path: "a", before, after }]).filter((edit) => edit.kind === "replace");
        expect(applySplices(before, edits)).toBe(after);
      }),
    );
  });
});
