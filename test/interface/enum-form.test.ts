import { describe, expect, it } from "vitest";
import { formOf, shown } from "../support/interface/forms.ts";

describe("enum-form", () => {
  it("counted: members without a value count on from the one before", () => {
    expect(formOf("export enum T { A, B = 5, C }").key).toBe(formOf("export enum T { A = 0, B = 5, C = 6 }").key);
  });

  it("evaluated: constant expressions, templates, other members and constants are evaluated", () => {
    const text = "const n = 2;\nenum O { X = 8 }\nexport enum T { A = 1 << n, B = A | O.X, C = `v${n}`, D = -(~3) }";
    expect(formOf(text).key).toBe(formOf("export enum T { A = 4, B = 12, C = 'v2', D = 4 }").key);
  });

  it("computed: what runs at run time has no value, and what comes from elsewhere is a hole", () => {
    expect(shown(formOf("export enum T { A = 'x'.length }"))).toContain("computed");
    expect(formOf("import { n } from 'x';\nexport enum T { A = n }").holed).toBe(true);
  });

  it("const-flag: a const enum is another thing than an enum", () => {
    expect(formOf("export const enum T { A }").key).not.toBe(formOf("export enum T { A }").key);
  });
});
