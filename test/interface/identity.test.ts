import { describe, expect, it } from "vitest";
import type { Entity } from "../../src/interface/export-table.ts";
import { entityId, mayBeSame, opaqueName, sharedId } from "../../src/interface/identity.ts";
import { memberOf } from "../../src/interface/names.ts";
import { outerScope } from "../../src/interface/scope.ts";
import { entityIn, moduleAt, sidesOf } from "../support/interface/sides.ts";

const idOf = (text: string, name: string, files: Readonly<Record<string, string>> = {}): string => {
  const { source, graph } = sidesOf("", text, { files });
  return entityId(entityIn(source, name, graph));
};

describe("entityId", () => {
  it("one-identity: alias, default and barrel of one declaration are one thing", () => {
    const files = {
      "src/b.ts": "export class B {}\nexport { B as default };",
      "src/barrel.ts": `export * from "./b";`,
    };
    const ids = [
      idOf(`export { B as C } from "./b";`, "C", files),
      idOf(`import B from "./b"; export { B as C };`, "C", files),
      idOf(`export * from "./barrel";`, "B", files),
    ];
    expect(new Set(ids)).toEqual(new Set(["src/b.ts#B"]));
  });

  it("not-read: what was not read has its module in quotes, and can be taken apart again", () => {
    const id = idOf(`export { A as B } from "@scope/pkg";`, "B");
    expect(id).toBe('"@scope/pkg"#A');
    expect(opaqueName(id)).toEqual({ module: "@scope/pkg", name: "A" });
    expect(opaqueName("src/a.ts#A")).toBeNull();
  });
});

describe("mayBeSame", () => {
  it("doubt: one name, or a default, of two packages may be one thing", () => {
    expect(mayBeSame('"a"#A', '"b"#A')).toBe(true);
    expect(mayBeSame('"a"#A', '"b"#default')).toBe(true);
    expect(mayBeSame('"a"#A', '"b"#B')).toBe(false);
    expect(mayBeSame('"a"#A', '"a"#default')).toBe(false);
    expect(mayBeSame("a.ts#A", '"b"#A')).toBe(false);
  });
});

describe("sharedId", () => {
  const { design, source, graph, context } = sidesOf(
    "export declare namespace N { interface A {} }",
    "interface Shape {}\nexport { Shape as S };\nexport namespace N { export interface A {} interface B {} export import C = B; }",
  );
  const own = new Map([
    ["design#N", "N"],
    ["src/a.ts#N", "N"],
    ["src/a.ts#Shape", "S"],
  ]);
  const inside = (of: Entity, name: string): Entity => {
    const node = source.file;
    return memberOf(of, { name, node }, { use: { meaning: "type", scope: outerScope(source, []) }, context });
  };

  it("exported-name: both sides know a thing by the name that they export it under", () => {
    expect(sharedId(entityIn(source, "S", graph), own)).toBe("own:S");
    expect(sharedId(entityIn(source, "S", graph), new Map())).toBe("src/a.ts#Shape");
  });

  it("namespace-member: an exported member of a shared namespace is shared too, a hidden one is not", () => {
    const ofDesign = inside(entityIn(design.module, "N", graph), "A");
    const ofSource = inside(entityIn(moduleAt(graph, "src/a.ts"), "N", graph), "A");
    expect(sharedId(ofDesign, own)).toBe("own:N.A");
    expect(sharedId(ofSource, own)).toBe("own:N.A");
    expect(sharedId(inside(entityIn(source, "N", graph), "B"), own)).toBe("src/a.ts#N.B");
  });
});
