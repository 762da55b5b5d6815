import { describe, expect, it } from "vitest";
import { isComputed, mayTake, onlyCompiler, reasonForDoubt } from "../../src/interface/doubt.ts";
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

describe("mayTake", () => {
  it("taken: a template takes a literal only if that begins and ends as it does", () => {
    const template = leaf("template", JSON.stringify(["x-", "-y"]), null);
    const takes = (text: string) => mayTake(template, leaf("literal", text, null));
    expect(["string x-b-y", "string x-b", "string m", "number 1"].map(takes)).toEqual([true, false, false, false]);
    expect(mayTake(template, reference("own:A"))).toBe(true);
    expect(mayTake(leaf("keyof", "", null), leaf("literal", "string a", null))).toBe(true);
  });
});
