import { describe, expect, it } from "vitest";
import { formOf, shown, typeOf } from "../support/interface/forms.ts";

describe("composite-form", () => {
  it("union-order: alternatives are sorted, flattened and stand once", () => {
    expect(typeOf("'b' | ('a' | 'b')").key).toBe(typeOf("'a' | 'b'").key);
  });

  it("absorbed: `never` goes, `any` and `unknown` swallow, a literal goes into its base, a template into `string`, a member of an enum into the enum", () => {
    expect(typeOf("string | never | 'a'").key).toBe(typeOf("string").key);
    expect(typeOf("string | any").key).toBe(typeOf("any").key);
    expect(typeOf("string | unknown").key).toBe(typeOf("unknown").key);
    expect(typeOf("string | `a${number}`").key).toBe(typeOf("string").key);
    expect(typeOf("number | `a${number}`").key).not.toBe(typeOf("number").key);
    const mode = 'import { Mode } from "./session"; export type T = ';
    expect(formOf(`${mode}Mode | Mode.A;`).key).toBe(formOf(`${mode}Mode;`).key);
  });

  it("whole-enum: all members of an enum are the enum", () => {
    const mode = 'import { Mode } from "./session"; export type T = ';
    expect(formOf(`${mode}Mode.B | null | Mode.A;`).key).toBe(formOf(`${mode}Mode | null;`).key);
    expect(formOf(`${mode}Mode.A;`).key).not.toBe(formOf(`${mode}Mode;`).key);
    expect(formOf("enum E { A } export type T = E.A;").key).toBe(formOf("enum E { A } export type T = E;").key);
  });

  it("both-booleans: `true | false` is `boolean`, alone and among others", () => {
    expect(typeOf("true | null | false").key).toBe(typeOf("boolean | null").key);
    expect(typeOf("boolean | true").key).toBe(typeOf("boolean").key);
  });

  it("intersection-order: parts are sorted only where none has overloads or is only a name", () => {
    expect(typeOf("{ a: 1 } & { b: 2 }").key).toBe(typeOf("{ b: 2 } & { a: 1 }").key);
    expect(typeOf("{ (): 1 } & { (): 2 }").key).not.toBe(typeOf("{ (): 2 } & { (): 1 }").key);
    expect(shown(typeOf("A & B"))).toBe("intersection ordered(reference global:A, reference global:B)");
  });

  it("optional-undefined: `undefined` of an optional member is taken away", () => {
    expect(formOf("export interface T { a?: 1 | undefined }").key).toBe(formOf("export interface T { a?: 1 }").key);
  });
});
