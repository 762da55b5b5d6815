import { describe, expect, it } from "vitest";
import { type FixOptions, fix, isWanted } from "../src/fix.ts";
import { createPlatform } from "../src/host/platform.ts";
import { memorySnapshot, overlay } from "../src/snapshot.ts";
import { interfaceProject } from "./support/interface-project.ts";

const platform = createPlatform();
const all: FixOptions = { kinds: ["scaffold", "document", "interface", "status"], unsafe: false, judge: {} };
const source = { "src/a.ts": "/** Adds up. */\nexport function add(a: number, b = 2) {\n  return a + b;\n}\n" };

describe("fix", () => {
  it("scaffolds design and test of a source, and a second fix changes nothing", async () => {
    const snapshot = memorySnapshot(source);
    const { files, judgement } = await fix(snapshot, platform, all);
    expect(files.map(({ path, before }) => [path, before])).toEqual([
      ["docs/design/a.md", null],
      ["test/a.test.ts", null],
    ]);
    expect(files[0]?.after).toContain("export declare function add(a: number, b?: number): number;");
    expect(files[0]?.after).toContain("Adds up.");
    const rules = judgement.report.diagnostics.map(({ rule }) => rule);
    expect(rules.filter((rule) => rule.startsWith("interface/"))).toEqual([]);
    expect(rules).toContain("structure/draft-design");
    expect(rules).toContain("structure/empty-test");
    const fixed = overlay(snapshot, new Map(files.map(({ path, after }) => [path, after])));
    expect((await fix(fixed, platform, all)).files).toEqual([]);
  });

  it("kinds: only the kinds of fixes that are asked for", async () => {
    expect((await fix(memorySnapshot(source), platform, { ...all, kinds: ["document"] })).files).toEqual([]);
  });

  it("keeps-bytes: a mechanical fix changes its place only, line ends included", async () => {
    const page = (interfaceProject("", "export declare const a: number;")["docs/design/thing.md"] ?? "").replaceAll(
      "\n",
      "\r\n",
    );
    const files = {
      ...interfaceProject("export const a: number = 1;\n", ""),
      "docs/design/thing.md": page.replace("type: module", "tpye: module"),
    };
    const { files: fixed } = await fix(memorySnapshot(files), platform, all);
    expect(fixed.map(({ after }) => after)).toEqual([page]);
  });

  it("within-paths: a fix outside the reported paths is not applied", async () => {
    const snapshot = memorySnapshot({ ...source, "src/b.ts": "export const b: number = 1;\n" });
    const { files } = await fix(snapshot, platform, { ...all, judge: { paths: ["src/b.ts"] } });
    expect(files.map(({ path }) => path)).toEqual(["docs/design/b.md", "test/b.test.ts"]);
  });

  it("progress: is told file by file", async () => {
    const told: string[] = [];
    await fix(memorySnapshot(source), platform, {
      ...all,
      progress: (done, total) => void told.push(`${done}/${total}`),
    });
    expect(told).toEqual(["1/2", "2/2"]);
  });
});

describe("isWanted", () => {
  const safe = { title: "t", kind: "document", safety: "safe", by: "tool", edits: [] } as const;

  it("unsafe: only when asked for; what a person has to do never", () => {
    expect(isWanted(safe, all)).toBe(true);
    expect(isWanted({ ...safe, safety: "unsafe" }, all)).toBe(false);
    expect(isWanted({ ...safe, safety: "unsafe" }, { ...all, unsafe: true })).toBe(true);
    expect(isWanted({ ...safe, by: "human" }, { ...all, unsafe: true })).toBe(false);
    expect(isWanted(undefined, all)).toBe(false);
  });
});
