import { describe, expect, it } from "vitest";
import { cpuTime } from "../support/cpu-time.ts";
import { formOf } from "../support/interface/forms.ts";

/** The values of the members of `export enum T`, in the order of their names. */
function valuesOf(text: string): readonly string[] {
  const form = formOf(text).slots.find(({ label }) => label === "enum")?.form;
  return (form?.slots ?? []).map((entry) => {
    const value = entry.form.slots[0]?.form;
    return value?.tag === "literal" ? value.text : (value?.tag ?? "");
  });
}

describe("enumMemberValue", () => {
  it("constants: constants count with all that their initialisers compute, also those of other files", () => {
    expect(valuesOf("const n = 1 + 2; const m = n * 2; export enum T { A = n, B, C = m }")).toEqual([
      "number 3",
      "number 4",
      "number 6",
    ]);
    expect(valuesOf('const s = "x"; const t = `${s}-${1 + 1}`; export enum T { A = t + "!", B = `${t}?` }')).toEqual([
      "string x-2!",
      "string x-2?",
    ]);
    expect(valuesOf('import { a } from "./other"; export enum T { A = a << 3 }')).toEqual(["number 8"]);
  });

  it("not-constant: variables, constants with a written type and constants declared later are computed", () => {
    expect(valuesOf("let x = 1; export enum T { A = x }")).toEqual(["computed"]);
    expect(valuesOf("var x = 1; export enum T { A = x }")).toEqual(["computed"]);
    expect(valuesOf("const x: number = 1; export enum T { A = x }")).toEqual(["computed"]);
    expect(valuesOf("export enum T { A = x } const x = 1;")).toEqual(["computed"]);
    expect(valuesOf('export enum T { A = "x".length, B = -"1", C = Math.max(1) }')).toEqual([
      "computed",
      "computed",
      "computed",
    ]);
    expect(valuesOf("declare const x: 3; export enum T { A = x }")).toEqual(["number 3"]);
  });

  it("other-enums: members of other enums have their values, in namespaces too", () => {
    expect(valuesOf('enum E { A = 4, "b-c" = A | 1 } export enum T { A = E.A, B = E["b-c"] }')).toEqual([
      "number 4",
      "number 5",
    ]);
    expect(
      valuesOf("namespace N { export enum E { A = 4 } export const n = 5 } export enum T { A = N.E.A, B = N.n }"),
    ).toEqual(["number 4", "number 5"]);
    expect(valuesOf('import { Mode } from "./session"; export enum T { A = Mode.B }')).toEqual(["number 1"]);
    expect(valuesOf("export enum T { A = 1, B = A + 1, C = T.B + 1 }")).toEqual(["number 1", "number 2", "number 3"]);
  });

  it("in-circles: members that need each other are computed, and end", () => {
    expect(valuesOf("enum F { B = T.A } export enum T { A = F.B }")).toEqual(["computed"]);
    expect(valuesOf("export enum T { A = A }")).toEqual(["computed"]);
    expect(valuesOf("const a = b; const b = a; export enum T { A = a }")).toEqual(["computed"]);
  });

  it("doubling: each member is worked out once, however often it is used", () => {
    const members = Array.from({ length: 60 }, (_, index) => `M${index + 1} = M${index} | M${index}`);
    expect(valuesOf(`export enum T { M0 = 1, ${members.join(", ")} }`)).toHaveLength(61);
    const many = Array.from({ length: 3000 }, (_, index) => `M${index}`);
    expect(valuesOf(`export enum T { ${many.join(", ")} }`)).toContain("number 2999");
  });

  it("many-members: thousands of members that need each other are worked out in time that grows with their number", () => {
    const timeOf = (count: number): number => {
      const members = Array.from({ length: count }, (_, index) => `M${index + 1} = M${index} + M0`);
      const began = cpuTime();
      expect(valuesOf(`export enum T { M0 = 1, ${members.join(", ")} }`)).toContain(`number ${count + 1}`);
      return cpuTime() - began;
    };
    timeOf(500);
    expect(timeOf(5000)).toBeLessThan(2000);
  });

  it("not-read: what comes from a module that was not read is unknown", () => {
    expect(valuesOf('import { a } from "elsewhere"; export enum T { A = a }')).toEqual(["hole"]);
  });
});
