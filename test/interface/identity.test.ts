import { describe, expect, it } from "vitest";
import { entityId, idsInModule, mayBeSame, opaqueName, sharedId } from "../../src/interface/identity.ts";
import { createModuleGraph } from "../../src/interface/module-graph.ts";
import { filesOf } from "../support/interface/compared.ts";

describe("identity", () => {
  it("opaque: what was not read is named by module and name, with the module in quotes", () => {
    const id = entityId({ kind: "opaque", identity: "rxjs", name: "map", reason: "" });
    expect(id).toBe('"rxjs"#map');
    expect(opaqueName(id)).toEqual({ module: "rxjs", name: "map" });
    expect(opaqueName("src/a.ts#map")).toBeNull();
  });

  it("may-be-same: one name of two modules that were not read may be one thing; two names of one module are two", () => {
    expect(mayBeSame('"a"#x', '"b"#x')).toBe(true);
    expect(mayBeSame('"a"#x', '"b"#default')).toBe(true);
    expect(mayBeSame('"a"#x', '"a"#y')).toBe(false);
    expect(mayBeSame("src/a.ts#x", '"b"#x')).toBe(false);
  });

  it("shared-name: what both sides export is known by that name, and so are the members of an enum", () => {
    const color = { kind: "global", name: "Color" } as const;
    const own = new Map([["global:Color", "Colour"]]);
    expect(sharedId(color, own)).toBe("own:Colour");
    expect(sharedId({ kind: "enum-member", of: color, name: "Red" }, own)).toBe("own:Colour.Red");
    expect(sharedId({ kind: "global", name: "Date" }, own)).toBe("global:Date");
  });

  it("whole-module: what a module exports that the source exports whole has names in that namespace", () => {
    const files = filesOf({
      "src/a.ts": "export * as ns from './x';\nexport const b = 1;",
      "src/x.ts": "export interface T {}",
    });
    const graph = createModuleGraph(files);
    const source = graph.module("src/a.ts");
    if (source === null) throw new Error("there is no source");
    expect(idsInModule(source, "ns", graph)).toEqual([["src/x.ts#T", "ns.T"]]);
    expect(idsInModule(source, "b", graph)).toEqual([]);
  });
});
