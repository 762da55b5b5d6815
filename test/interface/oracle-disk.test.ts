import { describe, expect, it } from "vitest";
import { createDisk } from "../../src/interface/oracle-disk.ts";
import type { TypeFiles } from "../../src/platform.ts";

const onDisk: Readonly<Record<string, string>> = {
  "/r/a.ts": "old",
  "/r/b.ts": "disk",
  "/r/node_modules/p/index.d.ts": "package",
};
const files: TypeFiles = {
  fileExists: (path) => path in onDisk,
  readFile: (path) => onDisk[path],
  directoryExists: (path) => path === "/r/node_modules",
  getDirectories: () => [],
  realpath: (path) => `/real${path}`,
};
const disk = createDisk("/r/", files, (path) => ({ "a.ts": "new", "c/d.ts": "new" })[path]);

describe("createDisk", () => {
  it("snapshot-first: text of the snapshot wins over the disk", () => {
    expect(["/r/a.ts", "/r/b.ts", "/r/c/d.ts", "/r/e.ts"].map((path) => disk.read(path))).toEqual([
      "new",
      "disk",
      "new",
      undefined,
    ]);
    expect(disk.fileExists("/r/c/d.ts")).toBe(true);
    expect(disk.realpath("/r/a.ts")).toBe("/r/a.ts");
    expect(disk.realpath("/r/b.ts")).toBe("/real/r/b.ts");
  });

  it("packages: node_modules and what lies outside the root come from the disk alone", () => {
    expect(disk.relative("/r/node_modules/p/index.d.ts")).toBeNull();
    expect(disk.relative("/elsewhere/a.ts")).toBeNull();
    expect(disk.relative("/r/c/d.ts")).toBe("c/d.ts");
    expect(disk.directoryExists("/r/node_modules/q")).toBe(false);
  });

  it("folders: folders of the snapshot exist, whether on the disk or not", () => {
    expect(disk.directoryExists("/r")).toBe(true);
    expect(disk.directoryExists("/r/c")).toBe(true);
  });
});
