import { describe, expect, it } from "vitest";
import type { TypeQuestion } from "../../src/interface/type-oracle.ts";
import { type Compared, compared } from "../support/interface/compared.ts";
import { memoryOracle } from "../support/oracle.ts";

function rulesOf(declared: string, actual: string, files: Readonly<Record<string, string>> = {}) {
  const oracle = memoryOracle({ ...files, "src/a.ts": actual });
  return compared(declared, actual, { oracle, files }).findings.map(({ rule, change }) => [rule, change]);
}

/** Remembers questions instead of answering them. */
function asking(asked: TypeQuestion[]): NonNullable<Compared["oracle"]> {
  return {
    declarationOf: () => ({ ok: false, reason: "not asked" }),
    sameType: (_, question) => {
      asked.push(question);
      return { ok: false, reason: "nobody knows" };
    },
  };
}

describe("settled", () => {
  it("same: types that the compiler holds to be one are a matter of spelling, told once", () => {
    expect(rulesOf("export type A = Exclude<'a' | 'b', 'b'>;", "export type A = Exclude<'a' | 'c', 'c'>;")).toEqual([
      ["interface/spelling", "type"],
    ]);
    const shared = "export interface B { a: string }\n";
    expect(
      rulesOf(
        `${shared}export declare function f(a: Partial<B>): void;`,
        `${shared}export function f(a: { a?: string }): void {}`,
      ),
    ).toEqual([["interface/spelling", "parameter-type"]]);
  });

  it("different: what was undecided and differs is a change", () => {
    expect(rulesOf("export type A = keyof { a: 1 };", "export type A = 'b';")).toEqual([["interface/changed", "type"]]);
  });

  it("no-answer: what the compiler cannot tell stays what it was, with its reason", () => {
    const source = 'import type { X } from "nowhere";\nexport type A = Partial<X>;';
    const { findings } = compared("export type A = { a?: 1 };", source, {
      oracle: memoryOracle({ "src/a.ts": source }),
    });
    expect(findings.map(({ rule, message }) => [rule, message])).toEqual([
      ["interface/undecided", 'A could not be compared: the compiler cannot resolve `import("nowhere").X`'],
    ]);
    expect(rulesOf("export type A = 'x' | null;", source.replace("Partial<X>", "X | null"))).toEqual([
      ["interface/changed", "type"],
    ]);
  });

  it("plain: types that are written out on both sides are not asked about", () => {
    const asked: TypeQuestion[] = [];
    const oracle = asking(asked);
    compared("export type A = Promise<{ a: string[] } | null>;", "export type A = Promise<{ a: 1 } | null>;", {
      oracle,
    });
    expect(asked).toEqual([]);
    compared("export type A = Promise<'a'>;", "export type A = Promise<keyof { a: 1 }>;", { oracle });
    expect(asked).toHaveLength(1);
  });

  it("declared-for-all: a name that neither side knows may be one that a package declares for all files", () => {
    const files = { "src/view.d.ts": "export as namespace View;\nexport type Node = string | null;\n" };
    const source = 'import type { Node } from "./view";\nexport declare const a: Node;\nexport declare const b: 1;';
    const rules = (a: string) => rulesOf(`export declare const a: ${a};\nexport declare const b: 1;`, source, files);
    expect(rules("View.Node")).toEqual([["interface/spelling", "value"]]);
    expect(rules("View.Node[]")).toEqual([["interface/changed", "value"]]);
    expect(rules("Nowhere.Node")).toEqual([["interface/unknown-name", "value"]]);
  });

  it("jsx: `JSX` where there is no such global is that of the package that the source uses", () => {
    const source = 'export function f(): import("view").JSX.Element { return null!; }';
    const rules = (result: string) => rulesOf(`export declare function f(): ${result};`, source);
    expect(rules("JSX.Element")).toEqual([["interface/spelling", "return-type"]]);
    expect(rules("JSX.Element | null")).toEqual([["interface/changed", "return-type"]]);
  });

  it("generic: type parameters of what is around are known to both sides", () => {
    expect(rulesOf("export type A<T> = Partial<T>;", "export type A<U> = { [K in keyof U]?: U[K] };")).toEqual([
      ["interface/spelling", "type"],
    ]);
    expect(
      rulesOf(
        "export declare function f<T extends { a: 1 }>(x: T): { [K in keyof T]?: T[K] };",
        "export function f<X extends { a: 1 }>(x: X): Partial<X> { return x; }",
      ),
    ).toEqual([["interface/spelling", "return-type"]]);
  });

  it("recursive: types that speak of themselves are asked about with their own declarations", () => {
    const local = "interface J { a: 1; n: J | null }\n";
    const written = "{ a?: 1; n?: J | null }";
    expect(rulesOf(`${local}export type A = Partial<J>;`, `${local}export type A = ${written};`)).toEqual([
      ["interface/spelling", "type"],
    ]);
    const other = `type K = { a: 1; n: K | undefined };\nexport type A = ${written.replace("J", "K")};`;
    expect(rulesOf(`${local}export type A = Partial<J>;`, other)).toEqual([["interface/changed", "type"]]);
  });

  it("through-modules: names of other files are asked about by the name that those export", () => {
    const files = { "src/b.ts": "interface Inner { a: 1 }\nexport { type Inner as Outer };\n" };
    const source = 'import type { Outer } from "./b";\nexport type A = Partial<Outer>;';
    expect(rulesOf("export type A = { a?: 1 };", source, files)).toEqual([["interface/spelling", "type"]]);
    expect(rulesOf("export type A = { a?: 2 };", source, files)).toEqual([["interface/changed", "type"]]);
  });
});
