import { expect, it } from "vitest";
import { containerOf, memberKey } from "../../src/interface/mend-container.ts";
import { parseSource } from "../../src/interface/parse.ts";

const containerIn = (text: string) => {
  const [statement] = parseSource("a.ts", text).statements;
  return statement === undefined ? null : containerOf(statement);
};

it("kinds: interfaces, classes, enums, and object types behind an alias or a variable have members", () => {
  for (const text of [
    "export interface A<T> extends B { a: 1; b: 2 }",
    "declare class A { a: 1; b(): void }",
    "enum A { a, b = 2 }",
    "type A = { a: 1; b: 2 };",
    "declare const a: { a: 1, b: 2 };",
  ]) {
    const found = containerIn(text);
    expect(found?.members).toHaveLength(2);
    expect(text.slice(found?.head.start, found?.head.end)).toMatch(/^[^{]*\{$/u);
    expect(text[found?.close ?? 0]).toBe("}");
    expect(found?.separator).toBe(text.startsWith("enum") ? "," : ";");
  }
});

it("others: functions, other types and several variables in one statement have none", () => {
  for (const text of [
    "declare function f(): {};",
    "type A = string;",
    "declare const a: {}, b: {};",
    "export * from 'a';",
  ])
    expect(containerIn(text)).toBeNull();
});

it("keys: names count without quotes, static members apart, nameless ones by their kind", () => {
  const keys = (text: string) => containerIn(text)?.members.map(memberKey);
  expect(keys('interface A { "a b": 1; c(): void; (): void; [Symbol . iterator]: 1 }')).toEqual([
    "a b",
    "c",
    "CallSignature",
    "[Symbol.iterator]",
  ]);
  expect(keys("declare class A { static a: 1; a: 1; constructor(); #b }")).toEqual([
    "static a",
    "a",
    "Constructor",
    "#b",
  ]);
});
