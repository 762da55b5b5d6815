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

  it("too-large: what doubles at each step is undecided soon, and the compiler is not asked about it", () => {
    const chain = (last: string): string => {
      const steps = Array.from({ length: 40 }, (_, at) => `type T${at + 1} = [T${at}, T${at}];`);
      return [`type T0 = ${last};`, ...steps, "export type A = T40;"].join("\n");
    };
    const asked: string[] = [];
    const answer = (path: string) => {
      asked.push(path);
      return { ok: false, reason: "nobody knows" } as const;
    };
    const oracle = { declarationOf: answer, sameType: answer };
    expect(compared(chain("1"), chain("1"), { oracle }).findings).toEqual([]);
    expect(compared(chain("1"), chain("2"), { oracle }).findings.map(({ message }) => message)).toEqual([
      "A could not be compared: the types are too large",
    ]);
    expect(asked).toEqual([]);
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
