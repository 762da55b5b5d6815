import { describe, expect, it } from "vitest";
import { keepsMembers, usesOf } from "../../src/interface/variance.ts";
import { compared } from "../support/interface/compared.ts";
import { formOf } from "../support/interface/forms.ts";

function uses(members: string): readonly string[] {
  const form = formOf(`export interface T<X> { ${members} }`).slots[0]?.form;
  return form === undefined ? [] : [...usesOf(form, new Set(["type 1.0"]))].sort();
}

const consumer = (declared: string, actual: string): readonly (boolean | undefined)[] =>
  compared(`export interface A<T> { ${declared} }`, `export interface A<T> { ${actual} }`).findings.map(
    ({ breaking }) => breaking?.consumer,
  );

describe("variance", () => {
  it("directions: what is read goes out, what is given goes in, and turns around in callbacks", () => {
    expect(uses("a: X")).toEqual(["type 1.0 out"]);
    expect(uses("a: (x: X) => void")).toEqual(["type 1.0 in"]);
    expect(uses("a: (f: (x: X) => void) => void")).toEqual(["type 1.0 out"]);
    expect(uses("a: readonly X[] | Promise<X>")).toEqual(["type 1.0 out"]);
    expect(uses("a: WeakRef<{ x: X }>")).toEqual(["type 1.0 in", "type 1.0 out"]);
    expect(uses("a: X extends string ? 1 : 2")).toEqual(["type 1.0 in", "type 1.0 out"]);
  });

  it("methods: parameters of methods are compared loosely, so that they do not count", () => {
    expect(uses("a(x: X): void")).toEqual([]);
    expect(uses("a(x: X): X")).toEqual(["type 1.0 out"]);
  });

  it("further-direction: a type parameter that is used in a further direction breaks consumers, one that is not does not", () => {
    expect(consumer("a: () => T", "a: () => T; b: (x: T) => void")).toEqual([true]);
    expect(consumer("a: () => T", "a: () => T; b: () => T")).toEqual([false]);
    expect(consumer("a: () => T", "a: () => T; b(x: T): void")).toEqual([false]);
  });

  it("kept-members: a base is missed unless everything of it is written out again", () => {
    const base = (members: string): boolean => {
      const of = formOf(`class Base { ${members} }\nexport class T extends Base { a = 1 }`).slots[0]?.form;
      const extended = of?.slots.find(({ label }) => label === "extends 0")?.form;
      if (of === undefined || extended === undefined) throw new Error("the class has a base");
      return keepsMembers(extended, of);
    };
    expect(base("a = 1")).toBe(true);
    expect(base("")).toBe(true);
    expect(base("b = 1")).toBe(false);
    expect(base("private x = 1")).toBe(false);
  });
});
