import { describe, expect, it } from "vitest";
import type { Form } from "../../src/interface/form.ts";
import { questionOf } from "../../src/interface/question-text.ts";
import { writtenName } from "../../src/interface/written-name.ts";
import { formOf, typeOf } from "../support/interface/forms.ts";

const nameOf = (identity: string): string | null => writtenName(identity, () => null);

function written(form: Form): string {
  return questionOf(form, form, nameOf)?.declared ?? "(none)";
}

describe("questionOf", () => {
  it.each([
    "string | null | 'a\\n' | -1 | 2n | true",
    "{ readonly a: string; b?: 1; 'c d': 2; m(x: string, y?: 1, ...z: 2[]): void; [key: string]: unknown }",
    "{ (a: 1): 1; (a: 2): 2; new (): Date }",
    "new (a: string) => Date",
    "<T extends string, U = T>(this: Date, a: T, b: (c: U) => T) => [a: T, b?: U, ...c: T[]]",
    "(a: unknown, b: unknown) => b is string",
    "(a: unknown) => asserts a",
    "readonly [1, 2] | readonly string[]",
    "{ [K in 'a' | 'b' as `x${K}`]?: K } & { -readonly [K in keyof Date]-?: Date[K] }",
    "Date extends { x: infer U extends string } ? U[] : never",
    "keyof Date | Date['getTime'] | `a\\`\\${b}${string}`",
    "Map<string, Partial<Promise<1>>>",
  ])("round-trip: what is written has the normal form that it was written from: %s", (type) => {
    const form = typeOf(type);
    expect(typeOf(written(form)).key).toBe(form.key);
  });

  it("free-names: type parameters of what is around are parameters of the question, with their constraints", () => {
    const form = formOf("export type T<A extends keyof B, B extends Date> = B[A];").slots[0]?.form.slots.at(-1)?.form;
    expect(form === undefined ? null : questionOf(form, form, nameOf)).toEqual({
      parameters: [
        { name: "T1_1", constraint: "Date" },
        { name: "T1_0", constraint: "keyof (T1_1)" },
      ],
      declared: "(T1_1)[(T1_0)]",
      actual: "(T1_1)[(T1_0)]",
    });
  });

  it("declared: what speaks of itself, or extends others, is declared by itself", () => {
    const form = formOf("interface A { a: A } export type T = A;").slots[0]?.form.slots.at(-1)?.form;
    const question = form === undefined ? null : questionOf(form, form, nameOf);
    expect(question).toMatchObject({ declared: "Written0", actual: "Written1" });
    expect(question?.declarations?.[0]).toBe('type Written0 = { "a": Written0 };');
    const heir = formOf("interface A extends Error { me(): this } export type T<X> = A;").slots[0]?.form.slots.at(
      -1,
    )?.form;
    expect(heir === undefined ? [] : questionOf(heir, heir, nameOf)?.declarations?.slice(0, 2)).toEqual([
      "type Base0_0 = Error;",
      'interface Written0 extends Base0_0 { "me"(): this }',
    ]);
  });

  it("not-writable: what no type can say gives no question", () => {
    const grows = formOf("type L<T> = { l: L<T[]> }; export type T = L<1>;").slots[0]?.form.slots.at(-1)?.form;
    expect(grows === undefined ? "" : written(grows)).toBe("(none)");
    expect(written(typeOf("unique symbol"))).toBe("(none)");
  });
});
