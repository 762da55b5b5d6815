import { describe, expect, it } from "vitest";
import { createProjectFinder } from "../../src/interface/oracle-settings.ts";
import { memoryDisk, memoryRoot } from "../support/oracle.ts";

function find(files: Readonly<Record<string, string>>, path: string): string {
  const known = Object.keys(files).map((file) => `${memoryRoot}/${file}`);
  const settings = createProjectFinder(memoryDisk(files), known)(`${memoryRoot}/${path}`);
  return settings.config.replace(`${memoryRoot}/`, "");
}

describe("createProjectFinder", () => {
  it("nearest: the closest tsconfig above a file counts", () => {
    const files = {
      "tsconfig.json": "{}",
      "packages/a/tsconfig.json": "{}",
      "packages/a/src/x.ts": "",
      "src/y.ts": "",
    };
    expect(find(files, "packages/a/src/x.ts")).toBe("packages/a/tsconfig.json");
    expect(find(files, "src/y.ts")).toBe("tsconfig.json");
  });

  it("references: a config that only refers to others hands its files on", () => {
    const files = {
      "tsconfig.json":
        '{ "files": [], "references": [{ "path": "./tsconfig.app.json" }, { "path": "./tsconfig.node.json" }] }',
      "tsconfig.app.json": '{ "include": ["src"] }',
      "tsconfig.node.json": '{ "include": ["scripts"] }',
      "src/a.ts": "",
      "scripts/b.ts": "",
      "other/c.ts": "",
    };
    expect(find(files, "scripts/b.ts")).toBe("tsconfig.node.json");
    expect(find(files, "other/c.ts")).toBe("tsconfig.json");
  });

  it("no-config: without one inside the root the defaults hold", () => {
    expect(find({ "src/a.ts": "" }, "src/a.ts")).toBe("");
  });
});
