import { describe, expect, it } from "vitest";
import { isComputed, onlyCompiler, reasonForDoubt } from "../../src/interface/doubt.ts";
import { leaf } from "../../src/interface/form.ts";

const reference = (id: string) => leaf("reference", id, null);

describe("reasonForDoubt", () => {
  it("computed: one computed type against one that is written out is a matter for the compiler", () => {
    expect(reasonForDoubt(reference("global:Partial"), leaf("object", "", null))).toBe(onlyCompiler);
    expect(reasonForDoubt(leaf("keyof", "", null), leaf("mapped", "", null))).toBe(onlyCompiler);
    expect(reasonForDoubt(leaf("keyword", "string", null), leaf("object", "", null))).toBeNull();
  });

  it("two-modules: one name of two modules that were not read may be one thing", () => {
    expect(reasonForDoubt(reference('"a"#X'), reference('"b"#X'))).toBe('X of "a" and X of "b" may be the same thing');
    expect(reasonForDoubt(reference('"a"#X'), reference('"b"#Y'))).toBeNull();
  });

  it("utilities: the language's own computed types count as such", () => {
    expect([isComputed(reference("global:Omit")), isComputed(reference("global:Map"))]).toEqual([true, false]);
  });
});
