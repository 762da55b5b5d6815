import { expect, it } from "vitest";
import { slotSplices } from "../../src/interface/mend-slot.ts";
import { mendCase } from "../support/interface/mend-case.ts";

const mendedIn = (declared: string, actual: string, name = "f"): string | null => {
  const { rewriting, design, after } = mendCase(declared, actual);
  return after(slotSplices(rewriting(name).findings, design, actual));
};

it("type: only the type is exchanged", () => {
  expect(mendedIn("export declare function f(/* how */ id: string): 1;", "export function f(x: number): 1 {}")).toBe(
    "export declare function f(/* how */ id: number): 1;",
  );
});

it("indent: a type of several lines takes the indent of its new place", () => {
  const declared = "export interface f {\n\ta: 1;\n}";
  const actual = "namespace N {}\n  export interface f {\n    a: {\n      b: 2;\n    };\n  }";
  expect(mendedIn(declared, actual)).toBe("export interface f {\n\ta: {\n\t  b: 2;\n\t};\n}");
});

it("no-type: what is no type on both sides, or has comments, is not exchanged", () => {
  expect(mendedIn("export declare function f(): 1;", "export function f(a: 1): 1 {}")).toBeNull();
  expect(mendedIn("export declare function f(a: 1): 1;", "export function f(a = 'x'): 1 {}")).toBeNull();
  expect(mendedIn("export declare const f: 1;", "export const f: /* two */ | 2 | /* three */ 3 = 2;")).toBeNull();
  const { design } = mendCase("export declare const f: 1;", "");
  const places = { declared: { start: 24, end: 25 }, actual: { start: 0, end: 5 } };
  const finding = { rule: "interface/changed", message: "m", mend: "do", export: "f", ...places } as const;
  expect(slotSplices([finding], design, "a + b")).toBeNull();
  expect(slotSplices([finding], design, "a | b")).toHaveLength(1);
});
