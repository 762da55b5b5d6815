import { describe, expect, it } from "vitest";
import { formOf, shown, typeOf } from "../support/interface/forms.ts";

describe("composite-form", () => {
  it("union-order: alternatives are sorted, flattened and stand once", () => {
    expect(typeOf("'b' | ('a' | 'b')").key).toBe(typeOf("'a' | 'b'").key);
  });

  it("absorbed: `never` goes, `any` and `unknown` swallow, a literal goes into its base", () => {
    expect(typeOf("string | never | 'a'").key).toBe(typeOf("string").key);
    expect(typeOf("string | any").key).toBe(typeOf("any").key);
    expect(typeOf("string | unknown").key).toBe(typeOf("unknown").key);
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
