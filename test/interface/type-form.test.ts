import ts from "typescript";
import { describe, expect, it } from "vitest";
import { arrayForm } from "../../src/interface/type-form.ts";
import { firstNode, type SideOptions, typeIn } from "../support/interface/sides.ts";
import { parseSource } from "../support/parse-source.ts";

const key = (type: string, more: SideOptions & { readonly before?: string } = {}): string =>
  typeIn(`${more.before ?? ""}\ntype T = ${type};`, more).key;

const template = (start: string): string => `\`${start}$\{string}\``;

describe("typeForm", () => {
  it("arrays: the two spellings of an array are one, unless the name is taken", () => {
    expect(key("1[]")).toBe(key("Array<1>"));
    expect(key("readonly 1[]")).toBe(key("ReadonlyArray<1>"));
    expect(key("readonly 1[]")).not.toBe(key("1[]"));
    const before = "interface Array<A> { a: A }";
    expect(key("Array<1>", { before })).not.toBe(key("1[]", { before }));
    const node = firstNode(parseSource("type T = 1[]"), ts.isArrayTypeNode);
    expect(arrayForm("Array", typeIn("type T = 1"), node).key).toBe(key("1[]"));
  });

  it("unions: order, repetition, parentheses and what is swallowed leave no trace", () => {
    expect(key("(2 | 1) | never | 1")).toBe(key("1 | 2"));
    expect(key("string | 'a'")).toBe(key("string"));
    expect(key("true | false")).toBe(key("boolean"));
    expect(key("1 | unknown")).toBe(key("unknown"));
    expect(key("1 | 2")).not.toBe(key("1 | 3"));
  });

  it("inner-names: names of mapped keys, inferred types and tuple elements leave no trace", () => {
    expect(key("{ [K in 'a']: K }")).toBe(key("{ [P in 'a']: P }"));
    expect(key("1 extends [infer A, infer B] ? [A, B] : 2")).toBe(key("1 extends [infer X, infer Y] ? [X, Y] : 2"));
    expect(key("1 extends [infer A, infer B] ? [A, B] : 2")).not.toBe(key("1 extends [infer A, infer B] ? [B, A] : 2"));
    expect(key("[a: 1, b?: 2]")).toBe(key("[1, 2?]"));
    expect(key("{ [K in 'a']?: K }")).not.toBe(key("{ [K in 'a']: K }"));
  });

  it("modules: an import, a namespace and an import type that lead to one thing are one", () => {
    const files = { "src/b.ts": "export interface B {}" };
    const direct = key("B", { before: `import type { B } from "./b";`, files });
    expect(key("b.B", { before: `import * as b from "./b";`, files })).toBe(direct);
    expect(key(`import("./b").B`, { files })).toBe(direct);
    expect(key(`typeof import("./b")`, { files })).not.toBe(direct);
    expect(key(`import("rxjs").B`)).not.toBe(direct);
  });

  it("operators: what a type is computed from and how both count", () => {
    const texts = [
      "keyof A",
      "A['b']",
      "A extends 1 ? 2 : 3",
      template("a"),
      "unique symbol",
      "new () => A",
      "abstract new () => A",
      "this",
    ];
    expect(new Set(texts.map((text) => key(text, { before: "" }))).size).toBe(texts.length);
    expect(key(template("a"))).not.toBe(key(template("b")));
  });

  it("not-known: what makes no sense is open, never an exception", () => {
    for (const type of ["readonly 1", "const", "import(a)"]) expect(typeIn(`type T = ${type};`).holed).toBe(true);
  });
});
