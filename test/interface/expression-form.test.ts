import { describe, expect, it } from "vitest";
import { expressionForm } from "../../src/interface/expression-form.ts";
import type { Form } from "../../src/interface/form.ts";
import { pairOf, present, readingOf, slotPair } from "../support/interface/reading.ts";
import { lastExpression } from "../support/parse-source.ts";

function formOf(expression: string, widen = false): Form {
  const { source, scope, context } = readingOf("", `(${expression});`);
  return expressionForm(lastExpression(source.file), scope, { context, widen });
}

/** The normal form of a type that is written. */
function typeOf(type: string): Form {
  const { actual } = slotPair(slotPair(pairOf(`type A = ${type};`, `export type A = ${type};`), "type"), "type");
  return present(actual);
}

describe("expressionForm", () => {
  it.each([
    ["1", "1", "number"],
    ["'a'", "'a'", "string"],
    ["-0x10", "-16", "number"],
    ["`a`", "'a'", "string"],
    ["true", "true", "boolean"],
    ["1n", "1n", "bigint"],
    ["null", "null", "null"],
    ["1 satisfies number", "1", null],
    ["1 as const", "1", "1"],
  ])("widened: %s is %s for a `const`, %s for a `let`", (expression, narrow, wide) => {
    expect(formOf(expression).key).toBe(typeOf(narrow).key);
    if (wide !== null) expect(formOf(expression, true).key).toBe(typeOf(wide).key);
  });

  it.each([
    ["{ a: 1, b: { c: 'd' } }", "{ a: number; b: { c: string } }"],
    ["{ a: 1 as const }", "{ a: 1 }"],
    ["{ a: 1, a: 'b' }", "{ a: string }"],
    ["[1, 'a', 2]", "(number | string)[]"],
    ["(a: string): void => {}", "(a: string) => void"],
    ["{ a(b: string): void {}, c: 1 }", "{ a(b: string): void; c: number }"],
    ["a < b", "boolean"],
    ["!!a", "boolean"],
    ["void f()", "undefined"],
    [`\`a\${b}\``, "string"],
    ["/a/u", "RegExp"],
    ["x as string[]", "string[]"],
  ])("inside-literals: the type of %s is %s", (expression, type) => {
    expect(formOf(expression).key).toBe(typeOf(type).key);
  });

  it.each([
    ["{ a: 1, b: ['c', true] } as const", "{ readonly a: 1; readonly b: readonly ['c', true] }"],
    ["<const>[{ a: null }]", "readonly [{ readonly a: null }]"],
    ["{ a: 1 } as const satisfies object", "{ readonly a: 1 }"],
  ])("as-const: %s is read-only all the way down", (expression, type) => {
    expect(formOf(expression).key).toBe(typeOf(type).key);
  });

  it.each([
    ["f()", "the type is inferred from a call"],
    ["new A()", "the type is inferred from `new`"],
    ["class {}", "the type is that of a class expression"],
    ["a + b", "the type is inferred from an expression"],
    ["{ ...a }", "the type is inferred from an object literal"],
    ["{ a }", "the type is inferred from an object literal"],
    ["{ [a]: 1 }", "the type is inferred from an object literal"],
    ["{ get a(): 1 { return 1; } }", "the type is inferred from an object literal"],
    ["[]", "the type is inferred from an array literal"],
    ["[{ a: 1 }]", "the type is inferred from an array literal"],
    ["[...a] as const", "the type is inferred from an array literal"],
    [`\`a\${b}\` as const`, "the type is inferred from a template"],
  ])("left-to-compiler: %s is a hole with its reason", (expression, reason) => {
    const form = formOf(expression);
    expect([form.tag, form.text]).toEqual(["hole", reason]);
  });

  it("hole-inside: one property that has to be inferred does not hide the others", () => {
    const form = formOf("{ a: f(), b: 1 }");
    expect(form.tag).toBe("object");
    expect(form.holed).toBe(true);
    expect(form.slots.map(({ label, form: { holed } }) => [label, holed])).toEqual([
      ["a", true],
      ["b", false],
    ]);
  });

  it("satisfied: a context may keep literals narrow, so only literals of a `const` are certain", () => {
    expect(formOf("{ a: 1 } satisfies { a: 1 }").tag).toBe("hole");
    expect(formOf("1 satisfies number", true).tag).toBe("hole");
    expect(formOf("[1] as const satisfies number[]").tag).toBe("hole");
    expect(formOf("1 satisfies number").tag).toBe("literal");
  });
});
