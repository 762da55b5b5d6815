import { describe, expect, it } from "vitest";
import { formOf, shown } from "../support/interface/forms.ts";

describe("class-form", () => {
  it("private-brand: private members leave a brand, all of a kind one", () => {
    expect(formOf("export class T { private a = 1; private b(): void {} }").key).toBe(
      formOf("export class T { private z; }").key,
    );
    expect(formOf("export class T { #a = 1 }").key).not.toBe(formOf("export class T { private a = 1 }").key);
  });

  it("parameter-properties: parameters with modifiers are members", () => {
    expect(formOf("export class T { constructor(readonly a: 1, private b: 2) {} }").key).toBe(
      formOf("export class T { readonly a: 1; private b: 2; constructor(a: 1, b: 2) }").key,
    );
  });

  it("implicit-constructor: without constructor and base there is an empty one; with a base it is inherited", () => {
    expect(formOf("export class T {}").key).toBe(formOf("export class T { constructor() {} }").key);
    expect(shown(formOf("export class T extends Date {}"))).toContain("inherited-constructor");
  });

  it("words-without-meaning: `public`, `override`, `declare` and `!` do not count", () => {
    expect(formOf("export class T extends Date { public a!: 1; override b(): void {} declare c: 2 }").key).toBe(
      formOf("export class T extends Date { a: 1; b(): void; c: 2 }").key,
    );
  });

  it("static-side: static members are apart from those of instances", () => {
    expect(formOf("export class T { static a: 1 }").key).not.toBe(formOf("export class T { a: 1 }").key);
  });
});
