import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runMv } from "../../src/commands/mv.ts";
import { fileIn, projectFolder, recordingIo } from "../support/command-io.ts";

const files = {
  "src/a.ts": "export const a = 1;\n",
  "src/b.ts": 'import { a } from "./a.js";\nexport const b = a;\n',
  "test/a.test.ts": 'import { a } from "../src/a.js";\n',
  "docs/design/a.md": "---\ntype: module\nstatus: draft\n---\n\n# A\n\nB\n",
  "docs/design/b.md": "---\ntype: module\ndependsOn: [a]\nstatus: draft\n---\n\n# B\n\nC\n",
};
const move = (to: string) => ({ from: "a", to, config: null });

function expectUntouched(folder: string): void {
  for (const [path, text] of Object.entries(files)) expect(fileIn(folder, path)).toBe(text);
}

describe("mv", () => {
  it("whole-component: source, design and test move, and references follow", async () => {
    const folder = projectFolder(files);
    const io = recordingIo(folder);
    expect(await runMv(move("c/d"), io)).toBe(0);
    expect(fileIn(folder, "src/a.ts")).toBeUndefined();
    expect(fileIn(folder, "src/c/d.ts")).toBe(files["src/a.ts"]);
    expect(fileIn(folder, "src/b.ts")).toContain('"./c/d.js"');
    expect(fileIn(folder, "test/c/d.test.ts")).toBe('import { a } from "../../src/c/d.js";\n');
    expect(fileIn(folder, "docs/design/c/d.md")).toBe(files["docs/design/a.md"]);
    expect(fileIn(folder, "docs/design/b.md")).toContain("dependsOn: [c/d]");
    expect(io.out()).toContain("moved    src/a.ts → src/c/d.ts");
    expect(io.out()).toContain("changed  test/c/d.test.ts (1 reference)");
  });

  it("in-the-way: where a target stands nothing is touched, also where git ignores it", async () => {
    const folder = projectFolder({ ...files, "docs/design/c.md": "here" });
    await expect(runMv(move("c"), recordingIo(folder))).rejects.toMatchObject({ code: "exists" });
    expectUntouched(folder);
    const ignoring = projectFolder({ ...files, ".gitignore": "test/c.test.ts\n", "test/c.test.ts": "here" });
    await expect(runMv(move("c"), recordingIo(ignoring))).rejects.toThrow(/^Nothing was moved: test\/c\.test\.ts/u);
    expectUntouched(ignoring);
    expect(fileIn(ignoring, "test/c.test.ts")).toBe("here");
    expect(fileIn(ignoring, "src/c.ts")).toBeUndefined();
  });

  it("undone: a move that fails half way leaves every file as it was", async () => {
    const folder = projectFolder(files);
    // A folder where the test has to go makes the last step fail, for root as well.
    mkdirSync(join(folder, "test/c.test.ts"));
    await expect(runMv(move("c"), recordingIo(folder))).rejects.toThrow(/^Nothing was moved/u);
    expectUntouched(folder);
    expect(fileIn(folder, "src/c.ts")).toBeUndefined();
  });

  it("invalid-id: an id that leaves the project is refused", async () => {
    const folder = projectFolder(files);
    await expect(runMv(move("../c"), recordingIo(folder))).rejects.toMatchObject({ code: "invalid-id" });
    expectUntouched(folder);
  });
});
