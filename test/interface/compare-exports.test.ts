import { describe, expect, it } from "vitest";
import { compared } from "../support/interface/compared.ts";
import { pairFiles } from "../support/interface/equal-pairs.ts";

describe("compare-exports", () => {
  it("told-where-defined: a change is told where it is defined, not where it is mentioned", () => {
    const of = (type: string): string => `export interface A { a: ${type} }\nexport declare function f(a: A): A;`;
    expect(compared(of("1"), of("2")).findings.map(({ export: name, member }) => [name, member])).toEqual([["A", "a"]]);
  });

  it("followed-re-export: a full declaration may stand for a re-export", () => {
    const declared = "export interface Session { readonly id: string }";
    expect(compared(declared, 'export { Session } from "./session";', { files: pairFiles }).findings).toEqual([]);
    expect(compared(declared, 'export { Session } from "./other";', { files: pairFiles }).findings).not.toEqual([]);
  });

  it("lent: what the design only mentions is one thing to both sides, whatever it speaks of", () => {
    const loop = "declare class E { is: Any }\nexport type O = (c: E) => Set<Any>;\n";
    const source = `${loop}export class Any { static a(a: { name: E }): void {} }`;
    expect(compared(loop, source).findings.map(({ rule, export: name }) => [rule, name])).toEqual([
      ["interface/undeclared-export", "Any"],
    ]);
  });

  it("augmentations: augmentations of the global scope and of modules are compared", () => {
    const of = (type: string): string => `export {};\ndeclare global { interface Window { a: ${type} } }`;
    expect(compared(of("1"), of("1")).findings).toEqual([]);
    expect(compared(of("1"), of("2")).findings.map(({ change }) => change)).toEqual(["global-augmentation"]);
    expect(compared("export {};", of("2")).findings.map(({ change }) => change)).toEqual(["global-augmentation"]);
  });

  it("never-silent: forms that differ never pass without a finding", () => {
    const names = [
      "keyof A",
      "A['a']",
      "typeof b",
      "A extends B ? 1 : 2",
      "`${A}`",
      "{ [K in A]: K }",
      "readonly A[]",
      "[...A]",
      "new () => A",
      "asserts",
    ];
    for (const one of names) {
      for (const other of names.filter((name) => name !== one)) {
        const of = (type: string): string => `import { A, B, b } from "x";\nexport type T = ${type};`;
        expect(compared(of(one), of(other)).findings, `${one} against ${other}`).not.toEqual([]);
      }
    }
  });

  it("list-of-nothing: an export list that names something that nobody declares is an unknown name", () => {
    expect(compared("export { a };", "export const a = 1;").findings.map(({ rule }) => rule)).toEqual([
      "interface/unknown-name",
    ]);
  });
});
