import { describe, expect, it } from "vitest";
import { byText, hole, holesOf, leaf, numbered, slot, slotsOf, tree } from "../../src/interface/form.ts";

describe("form", () => {
  it("equal-keys: forms are the same exactly if their keys are; places do not count", () => {
    const one = tree("union", numbered("a", [leaf("x", "1", null)]), { node: null });
    expect(one.key).toBe(tree("union", numbered("a", [leaf("x", "1", null)]), { node: null }).key);
    expect(one.key).not.toBe(tree("union", numbered("a", [leaf("x", "2", null)]), { node: null }).key);
    expect(one.key).not.toBe(tree("union", numbered("b", [leaf("x", "1", null)]), { node: null }).key);
  });

  it("long-key: a long key is hashed, and stays as good", () => {
    const many = Array.from({ length: 100 }, (_, index) => leaf("literal", String(index), null));
    const one = tree("tuple", numbered("element", many), { node: null });
    expect(one.key.length).toBeLessThan(100);
    expect(one.key).not.toBe(tree("tuple", numbered("element", [...many].reverse()), { node: null }).key);
  });

  it("no-confusion: texts cannot look like structure", () => {
    const plain = tree("t", numbered("a", [leaf("x", "", null), leaf("y", "", null)]), { node: null });
    const tricky = tree("t", [{ label: 'a 0"x,"a 1', form: leaf("y", "", null) }], { node: null });
    expect(plain.key).not.toBe(tricky.key);
    const oneSlot = tree("t", [{ label: "ab", form: leaf("c", "", null) }], { node: null });
    const moved = tree("t", [{ label: "a", form: leaf("bc", "", null) }], { node: null });
    expect(oneSlot.key).not.toBe(moved.key);
  });

  it("size: what stands in a form twice counts twice", () => {
    const inner = tree("t", numbered("a", [leaf("x", "", null), leaf("y", "", null)]), { node: null });
    expect([leaf("x", "", null).size, inner.size]).toEqual([1, 3]);
    expect(tree("t", numbered("a", [inner, inner]), { node: null }).size).toBe(7);
  });

  it("holes: a hole is known to all forms around it", () => {
    const form = tree("t", numbered("a", [leaf("x", "", null), hole("why", null)]), { node: null });
    expect(form.holed).toBe(true);
    expect(holesOf(form).map(({ text }) => text)).toEqual(["why"]);
    expect(slot(form, "a 1")?.tag).toBe("hole");
    expect(slotsOf(form, "a")).toHaveLength(2);
  });

  it("code-units: texts are ordered by code unit", () => {
    expect(["b", "a", "Z", "ä"].sort(byText)).toEqual(["Z", "a", "b", "ä"]);
  });
});
