import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { intersectionForm, isKeyword, unionForm, withoutUndefined } from "../../src/interface/composite-form.ts";
import { type Form, leaf, tree } from "../../src/interface/form.ts";

const keyword = (name: string): Form => leaf("keyword", name, null);
const literal = (text: string): Form => leaf("literal", text, null);
const object = (...labels: readonly string[]): Form =>
  tree(
    "object",
    labels.map((label) => ({ label, form: keyword("string") })),
    { node: null },
  );
const union = (...members: readonly Form[]): Form => unionForm(members, null);
const intersection = (...members: readonly Form[]): Form => intersectionForm(members, null);

describe("unionForm", () => {
  it("flat-and-sorted: order, nesting and repetitions make no difference", () => {
    const part = fc.constantFrom(
      keyword("string"),
      keyword("number"),
      keyword("boolean"),
      keyword("null"),
      literal("boolean true"),
      literal("number 1"),
      literal("string a"),
      object("a"),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), fc.array(part, { maxLength: 6 }), (left, right) => {
        const flat = union(...left, ...right);
        expect(union(...right, ...left, ...left).key).toBe(flat.key);
        expect(union(union(...left), union(...right)).key).toBe(flat.key);
      }),
    );
    expect(union(keyword("string"), keyword("number")).key).not.toBe(union(keyword("string"), keyword("null")).key);
  });

  it("nothing-left: `never` is left out, and a single alternative is no union", () => {
    expect(union(keyword("never"), keyword("string")).key).toBe(keyword("string").key);
    expect(union(keyword("never")).key).toBe(keyword("never").key);
    expect(union().key).toBe(keyword("never").key);
  });

  it("swallowed: `any` and `unknown` swallow the rest, `any` also `unknown`", () => {
    expect(union(keyword("string"), keyword("unknown")).key).toBe(keyword("unknown").key);
    expect(union(keyword("unknown"), keyword("any")).key).toBe(keyword("any").key);
  });

  it("covered-literal: a literal is left out under its own base type only", () => {
    expect(union(literal("string a"), keyword("string")).key).toBe(keyword("string").key);
    expect(union(literal("string a"), keyword("number")).slots).toHaveLength(2);
  });

  it("true-or-false: both literals are `boolean`, one alone stays a literal", () => {
    expect(union(literal("boolean false"), literal("boolean true")).key).toBe(keyword("boolean").key);
    expect(union(keyword("boolean"), literal("boolean true")).key).toBe(keyword("boolean").key);
    expect(union(literal("boolean true")).key).toBe(literal("boolean true").key);
  });
});

describe("intersectionForm", () => {
  it("ordered-intersection: only parts that cannot have calls are sorted", () => {
    expect(intersection(object("a"), object("b")).key).toBe(intersection(object("b"), object("a")).key);
    const callable = object("()", "x");
    expect(intersection(callable, object("b")).key).not.toBe(intersection(object("b"), callable).key);
    const named = tree("reference", [], { node: null, text: "global:Date" });
    expect(intersection(named, object("b")).key).not.toBe(intersection(object("b"), named).key);
  });

  it("leaves `unknown` out and lets `never` and `any` swallow the rest", () => {
    expect(intersection(object("a"), keyword("unknown")).key).toBe(object("a").key);
    expect(intersection(object("a"), keyword("any"), keyword("never")).key).toBe(keyword("never").key);
    expect(intersection(object("a"), keyword("any")).key).toBe(keyword("any").key);
    expect(intersection(keyword("unknown")).key).toBe(keyword("unknown").key);
  });
});

describe("withoutUndefined", () => {
  it("takes `undefined` from a union and nothing else", () => {
    const form = union(keyword("string"), keyword("undefined"));
    expect(withoutUndefined(form).key).toBe(keyword("string").key);
    expect(withoutUndefined(keyword("undefined")).key).toBe(keyword("undefined").key);
    expect(isKeyword(keyword("undefined"), "undefined")).toBe(true);
    expect(isKeyword(literal("string undefined"), "string undefined")).toBe(false);
  });
});
