import { describe, expect, it } from "vitest";
import { formOf } from "../support/interface/forms.ts";

describe("declaration-form", () => {
  it("several-meanings: a name with several meanings has a slot for each", () => {
    const form = formOf("export const T = 1;\nexport interface T { a: 1 }\nexport namespace T { export type A = 1 }");
    expect(form.slots.map(({ label }) => label)).toEqual(["value", "interface", "namespace"]);
  });

  it("merged-interfaces: interfaces merge, overloads of later ones first", () => {
    expect(formOf("export interface T { a(): 1 }\nexport interface T { b: 1; a(): 2 }").key).toBe(
      formOf("export interface T { a(): 2; a(): 1; b: 1 }").key,
    );
  });

  it("constant-function: a constant of a function type is like a function, a variable is not", () => {
    expect(formOf("export declare const T: (a: 1) => 2;").key).toBe(
      formOf("export function T(a: 1): 2 { return 2; }").key,
    );
    expect(formOf("export declare let T: (a: 1) => 2;").key).not.toBe(
      formOf("export function T(a: 1): 2 { return 2; }").key,
    );
  });

  it("namespaces: a namespace is what it exports", () => {
    expect(formOf("export namespace T { const a = 1; export const b = 1; }").key).toBe(
      formOf("export namespace T { export const b = 1; }").key,
    );
    expect(formOf("export namespace T.U { export const b = 1; }").key).toBe(
      formOf("export namespace T { export namespace U { export const b = 1; } }").key,
    );
  });

  it("destructured: a name from a pattern is a hole", () => {
    expect(formOf("export const { T } = f();").holed).toBe(true);
  });
});
