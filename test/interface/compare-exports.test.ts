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

  it("one-budget: exports that are too large leave the small ones of their file alone, wherever these stand", () => {
    const steps = Array.from({ length: 30 }, (_, at) => `type T${at + 1} = [T${at}, T${at}];`);
    const large = Array.from({ length: 20 }, (_, at) => `export type L${at} = T30;`);
    const small = (type: string) => ["A", "L", "Z"].map((name) => `export interface ${name} { a: ${type}; b: 1 }`);
    const texts = [...large, ...small("string")];
    const told = (declared: readonly string[], actual: readonly string[]) => {
      const of = (lines: readonly string[], last: string) => [`type T0 = ${last};`, ...steps, ...lines].join("\n");
      return compared(of(declared, "1"), of(actual, "2")).findings.map(
        ({ export: name, message }) => `${name}: ${message}`,
      );
    };
    const findings = told(texts, texts);
    expect(findings).toHaveLength(20);
    expect(findings.filter((text) => /^L\d+: L\d+ could not be compared: the types /u.test(text))).toHaveLength(20);
    expect(findings.join("\n")).toContain("the types of this file are too large together");
    expect([...told([...texts].reverse(), texts)].sort()).toEqual([...findings].sort());
    expect(told(texts, [...large, ...small("number")]).filter((text) => /^[ALZ]:/u.test(text))).toHaveLength(3);
  });

  it("never-half: what is not written out whole is undecided, and no change is told of it", () => {
    const many = `type Many = [${"{ [key: string]: 1 }, ".repeat(20)}];`;
    for (let before = 0; before < 6; before++) {
      const of = (one: string) => `${many}\nexport type A = [${"1, ".repeat(before)}${one}, ${"Many, ".repeat(45)}];`;
      const { findings } = compared(of("1"), of("(1)"));
      expect(findings.map(({ message }) => message)).toEqual(["A could not be compared: the types are too large"]);
    }
    // Of two candidates for a new name, one that was not written out is one all the same.
    const chain = Array.from({ length: 30 }, (_, at) => `type T${at + 1} = [T${at}, T${at}];`);
    const source = [
      "type T0 = 1;",
      ...chain,
      "export const b: string = '';",
      "export type L = T30;",
      "export const c: string = '';",
    ];
    const { findings } = compared("export declare const a: string;", source.join("\n"));
    expect(findings.map(({ change }) => change)).not.toContain("export-renamed");
  });

  it("own-text: what is as large as it is written is compared, however large, also where the compiler has written it", () => {
    const of = (first: string): string => `export declare const a: [${first}, ${"1,".repeat(7000)}];`;
    expect(compared(of("1"), of("(1)")).findings).toEqual([]);
    expect(compared(of("1"), of("2")).findings.map(({ change }) => change)).toEqual(["value"]);
    const answer = () => ({ ok: true, text: of("1"), consulted: [] }) as const;
    expect(compared(of("1"), "export const a = f();", { oracle: { declarationOf: answer } }).findings).toEqual([]);
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
