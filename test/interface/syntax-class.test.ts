import { describe, expect, it } from "vitest";
import { bindFile } from "../../src/interface/bindings.ts";
import { declarationExists, existsAtRunTime, syntaxOf } from "../../src/interface/syntax-class.ts";
import { parseSource } from "../support/parse-source.ts";

function classOf(text: string, path = "a.ts"): string {
  const file = parseSource(text, path);
  return syntaxOf(file, bindFile(file));
}

describe("syntaxOf", () => {
  it("barrel: re-exports and imports that are exported again make a barrel, anything more does not", () => {
    expect(classOf(`export * from "./a"; import "./effects"; import b from "./b"; export { b };`)).toBe("barrel");
    expect(classOf(`import b from "./b"; export default b;`)).toBe("barrel");
    expect(classOf(`export * from "./a"; import b from "./b";`)).toBe("code");
    expect(classOf(`export * from "./a"; export const b = 1;`)).toBe("code");
    expect(classOf(`import "./effects";`)).toBe("code");
  });

  it("types: what is gone at run time makes types, an empty file too", () => {
    expect(classOf("")).toBe("types");
    expect(
      classOf(`import { A } from "./a"; export interface B extends A {} export type C = 1; declare const d: 1;`),
    ).toBe("types");
    expect(classOf("interface A {} export { A }; export default A;")).toBe("types");
    expect(classOf("export const enum A { B }")).toBe("code");
    expect(classOf(`import "./effects"; export type A = 1;`)).toBe("code");
  });

  it("directive: a directive and stray semicolons say nothing", () => {
    expect(classOf(`"use client"; export * from "./a";`)).toBe("barrel");
    expect(classOf(`"use strict";; export type A = 1;`)).toBe("types");
  });

  it("declaration-file: a `.d.ts` file is types, unless it is a barrel", () => {
    expect(classOf("export const a: 1;", "a.d.ts")).toBe("types");
    expect(classOf(`export * from "./a";`, "a.d.ts")).toBe("barrel");
  });

  it("namespace: a namespace exists where something in it does", () => {
    expect(classOf("export namespace A { export type B = 1; namespace C.D { interface E {} } }")).toBe("types");
    expect(classOf("export namespace A { namespace B.C { const d = 1; } }")).toBe("code");
    expect(classOf("declare namespace A { const b: 1; }")).toBe("types");
  });

  it("type-export: an exported name counts as what may stand behind it", () => {
    expect(classOf(`import type { A } from "./a"; type B = 1; export { A, B };`)).toBe("types");
    expect(classOf(`import { A } from "./a"; type B = 1; export { A, B };`)).toBe("code");
    expect(classOf(`type B = 1; export { type A } from "./a"; export { B };`)).toBe("types");
  });
});

it("one-statement: a statement and a declaration are judged alike", () => {
  const file = parseSource("enum A { B }\ntype C = 1;", "a.ts");
  const bindings = bindFile(file);
  expect(file.statements.map((statement) => existsAtRunTime(statement, bindings))).toEqual([true, false]);
  expect(file.statements.map((statement) => declarationExists(statement, bindings))).toEqual([true, false]);
});
