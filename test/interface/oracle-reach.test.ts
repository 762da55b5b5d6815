import { describe, expect, it } from "vitest";
import { createReach } from "../../src/interface/oracle-reach.ts";
import { memoryDisk, memoryRoot } from "../support/oracle.ts";

const at = (path: string) => `${memoryRoot}/${path}`;

describe("createReach", () => {
  const resolved = new Map([
    [at("a.ts"), new Set([at("b.ts"), at("node_modules/p/index.d.ts")])],
    [at("b.ts"), new Set([at("a.ts"), at("c.ts")])],
  ]);
  const reach = createReach({ resolved, unresolved: new Map([[at("c.ts"), new Set(["nowhere"])]]) }, memoryDisk({}));

  it("indirect: imports of imports are followed, in circles too", () => {
    expect([...reach(at("a.ts")).files].sort()).toEqual(["b.ts", "c.ts"]);
  });

  it("packages: files of packages are left out", () => {
    expect(reach(at("a.ts")).files.join()).not.toContain("node_modules");
  });

  it("open: an unresolved import anywhere on the way is seen", () => {
    expect(reach(at("a.ts")).open).toBe(true);
    expect(reach(at("d.ts")).open).toBe(false);
  });
});
