import { describe, expect, it } from "vitest";
import { formOf, shown, typeOf } from "../support/interface/forms.ts";

describe("member-form", () => {
  it("names-by-value: a name counts by its value, a computed one by the constant or symbol that it names", () => {
    expect(typeOf("{ 'a': 1; 2: 3 }").key).toBe(typeOf("{ a: 1; '2': 3 }").key);
    expect(formOf("const k = 'a';\nexport interface T { [k]: 1 }").key).toBe(formOf("export interface T { a: 1 }").key);
    expect(shown(typeOf("{ [Symbol.iterator]: 1 }"))).toContain("[Symbol.iterator]");
  });

  it("accessors: a getter alone is read-only, a pair of one type is a property, a pair of two keeps both", () => {
    expect(typeOf("{ get a(): 1 }").key).toBe(typeOf("{ readonly a: 1 }").key);
    expect(typeOf("{ get a(): 1; set a(b: 1) }").key).toBe(typeOf("{ a: 1 }").key);
    expect(shown(typeOf("{ get a(): 1; set a(b: 1 | 2) }"))).toContain("write: union");
    expect(shown(typeOf("{ set a(b: 1) }"))).toContain("writeonly");
  });

  it("half-typed-pair: what one accessor of a pair leaves out the other says; a setter alone takes anything", () => {
    expect(typeOf("{ get a(): 1; set a(b) }").key).toBe(typeOf("{ a: 1 }").key);
    expect(typeOf("{ get a(); set a(b: 1) }").key).toBe(typeOf("{ a: 1 }").key);
    expect(typeOf("{ set a(b) }").key).toBe(typeOf("{ set a(b: any) }").key);
  });

  it("empty-index: an index signature without anything in it has no type that is known", () => {
    expect(typeOf("{ []; a: 1 }").holed).toBe(true);
    expect(typeOf("{ [a: string]; b: 1 }").holed).toBe(true);
  });

  it("overloads: methods of one name are overloads in order", () => {
    expect(typeOf("{ a(): 1; b: 1; a(x: 1): 2 }").key).toBe(typeOf("{ b: 1; a(): 1; a(x: 1): 2 }").key);
    expect(typeOf("{ a(): 1; a(x: 1): 2 }").key).not.toBe(typeOf("{ a(x: 1): 2; a(): 1 }").key);
  });

  it("function-type: an object with nothing but call signatures is a function type", () => {
    expect(typeOf("{ (a: 1): 2 }").key).toBe(typeOf("(x: 1) => 2").key);
    expect(typeOf("{ new (a: 1): Date }").key).toBe(typeOf("new (x: 1) => Date").key);
    expect(typeOf("{ (a: 1): 2; b: 1 }").key).not.toBe(typeOf("(x: 1) => 2").key);
  });

  it("method-or-property: a method is no property of a function type", () => {
    expect(typeOf("{ a(): void }").key).not.toBe(typeOf("{ a: () => void }").key);
  });
});
