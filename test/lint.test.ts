import { describe, expect, it } from "vitest";
import { createPlatform } from "../src/host/platform.ts";
import { judge, lint } from "../src/lint.ts";
import { memorySnapshot, type Snapshot } from "../src/snapshot.ts";
import { UserError } from "../src/user-error.ts";
import { interfaceProject } from "./support/interface-project.ts";

const platform = createPlatform();
const clean = interfaceProject("export const a: number = 1;\n", "export declare const a: number;");
const rulesOf = async (...input: Parameters<typeof lint>) =>
  (await lint(...input)).diagnostics.map(({ rule, path }) => `${rule} ${path}`);

describe("lint", () => {
  it("a clean project has no diagnostics and says what was judged", async () => {
    const report = await lint(memorySnapshot(clean), platform, { version: "1.2.3" });
    expect(report.diagnostics).toEqual([]);
    expect(report.summary).toMatchObject({ sources: 1, designed: 1, documents: 1, errors: 0 });
    expect(report.tool.version).toBe("1.2.3");
    expect(report.error).toBeUndefined();
  });

  it("deterministic: the order of the files makes no difference", async () => {
    const files = { ...clean, "src/b.ts": "export const b = 1;\n", "docs/design/c.md": "# C\n" };
    const reversed = Object.fromEntries(Object.entries(files).reverse());
    expect(await lint(memorySnapshot(reversed), platform)).toEqual(await lint(memorySnapshot(files), platform));
  });

  it("unreadable: the rest is judged and the report holds an error", async () => {
    const snapshot = memorySnapshot({ ...clean, "src/b.ts": "", "src/c.ts": "export const c = 1;\n" });
    const locked = {
      ...snapshot.files.get("src/b.ts"),
      id: "x",
      mode: "100644",
      read: () => Promise.reject(new UserError("unreadable", "src/b.ts cannot be read")),
    };
    const report = await lint({ ...snapshot, files: new Map([...snapshot.files, ["src/b.ts", locked]]) }, platform);
    expect(report.error).toMatchObject({ code: "unreadable", message: expect.stringContaining("src/b.ts") });
    expect(report.diagnostics.map(({ path }) => path)).toEqual(["src/c.ts", "src/c.ts"]);
  });

  it("unusable-config: rejects with a user error and judges nothing", async () => {
    const snapshot = memorySnapshot({ ...clean, ".designrc.json": '{ "rules": { "structure/missing-tset": "off" } }' });
    await expect(lint(snapshot, platform)).rejects.toMatchObject({ code: "config-invalid" });
  });

  it("only: runs the rules that are named, and refuses one that does not exist", async () => {
    const snapshot = memorySnapshot({ "src/a.ts": "export const a = 1;\n" });
    expect(await rulesOf(snapshot, platform, { only: ["structure/missing-test"] })).toEqual([
      "structure/missing-test src/a.ts",
    ]);
    await expect(lint(snapshot, platform, { only: ["a/b"] })).rejects.toMatchObject({ code: "usage" });
  });
});

describe("what a run reports", () => {
  const files = { ...clean, "src/b.ts": "export const b: number = 1;\n", "src/c.ts": "export const c: number = 1;\n" };
  const change = (touched: readonly string[], base: Snapshot | null) => ({
    change: { touched, base: async () => base },
  });

  it("paths: only the components of the paths, while the summary counts everything", async () => {
    const { report } = await judge(memorySnapshot(files), platform, { paths: ["src/b.ts"] });
    expect(new Set(report.diagnostics.map(({ path }) => path))).toEqual(new Set(["src/b.ts"]));
    expect(report.summary.sources).toBe(3);
  });

  it("change: findings that the base has too are left out, also where it has no commit yet they are not", async () => {
    const { "src/b.ts": _, ...before } = files;
    const after = memorySnapshot(files);
    expect(new Set(await rulesOf(after, platform, change(["src/b.ts"], memorySnapshot(before))))).toEqual(
      new Set(["structure/missing-design src/b.ts", "structure/missing-test src/b.ts"]),
    );
    expect(await rulesOf(after, platform, change(["src/b.ts"], null))).toHaveLength(4);
  });

  it("far-effect: a finding elsewhere that the change causes is reported", async () => {
    const linking = {
      ...clean,
      "docs/design/thing.md": clean["docs/design/thing.md"]?.replace("Does a thing.", "See [it](other.md).") ?? "",
    };
    const base = memorySnapshot({ ...linking, "docs/design/other.md": "---\ntype: module\nstatus: draft\n---\n" });
    const found = await rulesOf(memorySnapshot(linking), platform, change(["docs/design/other.md"], base));
    expect(found).toEqual(["document/broken-link docs/design/thing.md"]);
  });

  it("broken-base: a base that cannot be judged hides nothing", async () => {
    const base = memorySnapshot({ ...files, ".designrc.json": "{" });
    expect(await rulesOf(memorySnapshot(files), platform, change([".designrc.json"], base))).toHaveLength(4);
  });
});
