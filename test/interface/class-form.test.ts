import ts from "typescript";
import { describe, expect, it } from "vitest";
import { classForm } from "../../src/interface/class-form.ts";
import { type Form, slot } from "../../src/interface/form.ts";
import { present, readingOf } from "../support/interface/reading.ts";

function formOf(text: string): Form {
  const { source, scope, context } = readingOf("", text);
  return classForm(present(source.file.statements.find(ts.isClassDeclaration)), scope, context);
}

const labels = (text: string): readonly string[] => formOf(text).slots.map(({ label }) => label);

describe("classForm", () => {
  it("private-members: they leave only a brand, one for the word and one for the hash", () => {
    expect(labels("class A { #a = 1; #b() {} private c = f(); private get d() { return g(); } }")).toEqual([
      "constructor",
      "brand #private",
      "brand private",
    ]);
    expect(formOf("class A { #a = 1; static #b = 2; }").key).toBe(formOf("class A { #c() {} }").key);
    expect(formOf("class A { #a = 1; }").key).not.toBe(formOf("class A {}").key);
  });

  it("parameter-properties: they are members, in the form of a written property; private ones are a brand", () => {
    const written =
      "class A { readonly a: string; protected b?: number; private c; constructor(a: string, b?: number, c?: 1) {} }";
    const short = "class A { constructor(readonly a: string, protected b?: number, private c?: 1) {} }";
    expect(formOf(short).key).toBe(formOf(written).key);
    expect(labels(short)).toEqual(["constructor", "brand private", "member a", "member b"]);
  });

  it("implicit-constructor: without one there is an empty one, or the base's", () => {
    expect(formOf("class A {}").key).toBe(formOf("class A { constructor() {} }").key);
    expect(slot(formOf("class A extends Error {}"), "constructor")?.tag).toBe("inherited-constructor");
  });

  it("private-constructor: its parameters are nobody's business", () => {
    const hidden = formOf("class A { private constructor(a: string) {} }");
    expect(hidden.key).toBe(formOf("class A { private constructor(); }").key);
    expect(hidden.key).not.toBe(formOf("class A { protected constructor(); }").key);
  });

  it("static-and-instance: members of one name on both sides are two members", () => {
    expect(labels("class A { a = 1; static a = 1; static { A.a = 2; } ; }")).toEqual([
      "constructor",
      "static a",
      "member a",
    ]);
  });

  it("overloads: the signature of the implementation is left out", () => {
    const form = formOf("class A { constructor(a: string); constructor(a: number); constructor(a: any) {} }");
    expect(slot(form, "constructor")?.slots).toHaveLength(2);
  });

  it("keeps bases, type parameters and `abstract`, and leaves out what it implements", () => {
    const form = formOf("abstract class A<T> extends B<T> implements C { abstract a: T; }");
    expect(form.text).toBe("abstract");
    expect(form.slots.map(({ label }) => label)).toEqual(["type-parameter 0", "extends 0", "constructor", "member a"]);
    expect(form.key).toBe(formOf("abstract class A<X> extends B<X> { abstract a: X; }").key);
  });
});
