import { describe, expect, it } from "vitest";
import { planMove } from "../../../src/commands/mv/plan.ts";
import { loadConfig } from "../../../src/config/load.ts";
import { createPlatform } from "../../../src/host/platform.ts";
import { memorySnapshot } from "../../../src/snapshot.ts";

type Files = Readonly<Record<string, string>>;

async function plan(files: Files, from: string, to: string) {
  const config = await loadConfig(memorySnapshot(files), createPlatform());
  const text = async (path: string) => (path.endsWith("binary.ts") ? undefined : files[path]);
  return planMove({ paths: new Set(Object.keys(files)), config, text }, { from, to });
}

async function moved(files: Files, from: string, to: string): Promise<Files> {
  const { moves, changed } = await plan(files, from, to);
  const after = new Map(changed.map((file) => [file.path, file.after]));
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [moves.get(path) ?? path, after.get(path) ?? text]),
  );
}

const design = (lines: string, body = "") => `---\ntype: module\n${lines}status: draft\n---\n\n# X\n\nY\n${body}`;

const project: Files = {
  "src/a.ts": 'import { b } from "./deep/b.ts";\nexport const a = b;\n',
  "src/deep/b.ts": "export const b = 1;\n",
  "src/main.ts": 'export { a } from "./a.ts";\nexport { b } from "./deep/b.ts";\n',
  "test/a.test.ts": 'import { a } from "../src/a.ts";\n',
  "docs/design/a.md": design("dependsOn: [deep/b]\n", "\n[source](../../src/a.ts)\n"),
  "docs/design/main.md": design("dependsOn: [a, deep/b]\n", "\n[design](a.md)\n"),
  "docs/architecture/k.md": "---\ntype: context\nstatus: draft\n---\n\n# K\n\nL\n\n## Components\n\n- `a`\n",
  "README.md": "[design](docs/design/a.md)\n",
};

describe("plan", () => {
  it("every-reference: designs, contexts, code, tests and other Markdown", async () => {
    const after = await moved(project, "a", "far/off/z");
    expect(after).toEqual({
      "src/far/off/z.ts": 'import { b } from "../../deep/b.ts";\nexport const a = b;\n',
      "src/deep/b.ts": project["src/deep/b.ts"],
      "src/main.ts": 'export { a } from "./far/off/z.ts";\nexport { b } from "./deep/b.ts";\n',
      "test/far/off/z.test.ts": 'import { a } from "../../../src/far/off/z.ts";\n',
      "docs/design/far/off/z.md": design("dependsOn: [deep/b]\n", "\n[source](../../../../src/far/off/z.ts)\n"),
      "docs/design/main.md": design("dependsOn: [far/off/z, deep/b]\n", "\n[design](far/off/z.md)\n"),
      "docs/architecture/k.md": project["docs/architecture/k.md"]?.replace("`a`", "`far/off/z`"),
      "README.md": "[design](docs/design/far/off/z.md)\n",
    });
  });

  it("back-again: there and back every text is what it was", async () => {
    const there = await moved(project, "a", "far/off/z");
    expect(await moved(there, "far/off/z", "a")).toEqual(project);
    expect(await moved(await moved(project, "deep/b", "b"), "b", "deep/b")).toEqual(project);
  });

  it("settings-file: a config that names a moved path is noted", async () => {
    const { notes, changed } = await plan({ ...project, "package.json": '{ "main": "src/a.ts" }' }, "a", "z");
    expect(notes).toEqual(["package.json names src/a.ts: change it by hand"]);
    expect(changed.map(({ path }) => path)).not.toContain("package.json");
  });

  it("alias: an import by an alias is noted", async () => {
    const { notes } = await plan({ ...project, "src/x.ts": 'import "@/deep/b";\n' }, "deep/b", "z");
    expect(notes.join()).toContain("src/x.ts imports @/deep/b");
  });

  it("voided-approvals: an approved document that changes or moves is noted", async () => {
    const approved = (text: string) => text.replace("status: draft\n", "status: draft\napprovals:\n  - gate: design\n");
    const files = {
      ...project,
      "docs/design/a.md": approved(design("")),
      "docs/design/main.md": approved(design("dependsOn: [a]\n")),
      "docs/design/deep/b.md": approved(design("")),
    };
    const { notes } = await plan(files, "a", "z");
    expect(notes).toEqual([
      "The approvals of docs/design/a.md are void: it changes",
      "The approvals of docs/design/main.md are void: it changes",
    ]);
  });

  it("no-text: a file that is no text is left alone", async () => {
    const { changed } = await plan({ ...project, "src/binary.ts": 'import "./a.ts"' }, "a", "z");
    expect(changed.map(({ path }) => path)).not.toContain("src/binary.ts");
  });
});
