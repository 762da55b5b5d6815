import { describe, expect, it } from "vitest";
import { createReach } from "../../src/interface/oracle-reach.ts";
import { memoryDisk, memoryRoot } from "../support/oracle.ts";

const at = (path: string) => `${memoryRoot}/${path}`;

const nowhere = new Map<string, ReadonlySet<string>>();

function reachOf(parts: {
  readonly resolved: Readonly<Record<string, readonly string[]>>;
  readonly unfollowed?: Readonly<Record<string, readonly string[]>>;
  readonly unresolved?: ReadonlyMap<string, ReadonlySet<string>>;
}) {
  const absolute = (edges: Readonly<Record<string, readonly string[]>>) =>
    new Map(Object.entries(edges).map(([from, targets]) => [at(from), new Set(targets.map(at))]));
  const { resolved, unfollowed = {}, unresolved = nowhere } = parts;
  return createReach({ resolved: absolute(resolved), unfollowed: absolute(unfollowed), unresolved }, memoryDisk({}));
}

describe("createReach", () => {
  const resolved = { "a.ts": ["b.ts", "node_modules/p/index.d.ts"], "b.ts": ["a.ts", "c.ts"], "c.ts": ["e.ts"] };
  const reach = reachOf({ resolved, unresolved: new Map([[at("c.ts"), new Set(["nowhere"])]]) });

  it("followed: what plain imports lead to is left out", () => {
    expect(reach(at("a.ts")).files).toEqual([]);
  });

  it("indirect: what cannot be followed is told for all that lead there, in circles too", () => {
    const beyond = reachOf({ resolved, unfollowed: { "c.ts": ["e.ts"], "b.ts": ["a.ts"] } });
    expect([...beyond(at("a.ts")).files].sort()).toEqual(["e.ts"]);
    expect([...beyond(at("b.ts")).files].sort()).toEqual(["a.ts", "e.ts"]);
    expect(beyond(at("e.ts")).files).toEqual([]);
  });

  it("behind-unfollowed: a file that only another such file leads to is told", () => {
    const twice = { "a.ts": ["b.ts"], "b.ts": ["c.ts"] };
    expect([...reachOf({ resolved: twice, unfollowed: twice })(at("a.ts")).files].sort()).toEqual(["b.ts", "c.ts"]);
  });

  it("packages: files of packages are left out", () => {
    const inPackage = { ...resolved, "node_modules/p/index.d.ts": ["f.ts"] };
    const through = reachOf({ resolved: inPackage, unfollowed: { "node_modules/p/index.d.ts": ["f.ts"] } });
    expect(through(at("a.ts")).files).toEqual([]);
    const unresolved = new Map([[at("f.ts"), new Set(["nowhere"])]]);
    const open = reachOf({ resolved: inPackage, unresolved });
    expect([open(at("f.ts")).open, open(at("a.ts")).open]).toEqual([true, false]);
  });

  it("open: an unresolved import anywhere on the way is seen", () => {
    expect(reach(at("a.ts")).open).toBe(true);
    expect(reach(at("e.ts")).open).toBe(false);
    expect(reach(at("d.ts")).open).toBe(false);
  });
});
