import { describe, expect, it } from "vitest";
import { formOf, typeOf } from "../support/interface/forms.ts";

describe("signature-form", () => {
  it("names-erased: parameters and type parameters are their positions", () => {
    expect(typeOf("<A>(a: A, b: A[]) => A").key).toBe(typeOf("<B>(x: B, y: B[]) => B").key);
    expect(typeOf("<A, B>(a: A) => B").key).not.toBe(typeOf("<A, B>(a: B) => A").key);
  });

  it("default-is-optional: a default makes a parameter optional where all later ones can be left out, else it takes `undefined`", () => {
    expect(formOf("export function T(a = 1): void {}").key).toBe(
      formOf("export declare function T(a?: number): void;").key,
    );
    expect(formOf("export function T(a = 1, b: 1): void {}").key).toBe(
      formOf("export declare function T(a: number | undefined, b: 1): void;").key,
    );
  });

  it("pattern-default: a pattern adds members to its default, so the type is a hole, unless one is asserted", () => {
    expect(formOf("export function T({ a = 1 } = {}): void {}").holed).toBe(true);
    expect(formOf("export function T([a] = [1]): void {}").holed).toBe(true);
    expect(formOf("export function T({ a } = ({}) as { a: 1 }): void {}").key).toBe(
      formOf("export declare function T(o?: { a: 1 }): void;").key,
    );
  });

  it("rest-tuple: a rest tuple is written out as parameters", () => {
    expect(typeOf("(...a: [x: 1, y?: 2, ...z: 3[]]) => void").key).toBe(typeOf("(a: 1, b?: 2, ...c: 3[]) => void").key);
  });

  it("inferred-result: a result that is not written is a hole, unless nothing is returned", () => {
    expect(formOf("export function T() { return f(); }").holed).toBe(true);
    expect(formOf("export function T() { [1].map((a) => { return a; }); }").key).toBe(
      formOf("export declare function T(): void;").key,
    );
    expect(formOf("export async function T() {}").key).toBe(formOf("export declare function T(): Promise<void>;").key);
    expect(formOf("export function* T() {}").holed).toBe(true);
  });

  it("written-any: what is neither written nor inferred is `any`", () => {
    expect(formOf("export declare function T(a);").key).toBe(formOf("export declare function T(a: any): any;").key);
  });
});
