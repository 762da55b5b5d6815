import { expect, it } from "vitest";
import { memberKey } from "../../src/interface/mend-container.ts";
import { memberSplices } from "../../src/interface/mend-members.ts";
import { mendCase, pieceOf } from "../support/interface/mend-case.ts";

/** `A` of a block with the given members (and the head, where asked) as in the source. */
function mendedIn(declared: string, actual: string, touched: readonly string[], head = false): string | null {
  const { design, pieces, after } = mendCase(declared, actual);
  const [statement] = design.module.file.statements;
  if (statement === undefined) return null;
  const isTouched = (member: Parameters<typeof memberKey>[0]): boolean => touched.includes(memberKey(member));
  return after(memberSplices(statement, pieceOf("A", pieces).node, { isTouched, head }));
}

it("exchanged: only touched members are written anew, in the block's punctuation", () => {
  const declared = "interface A {\n  /** b */\n  b: 1,\n  // a\n  a: 1, // first\n  c(): void\n}";
  const actual = "export interface A { a: 2; b: 2; c(x: 1): void }";
  expect(mendedIn(declared, actual, ["a", "c"])).toBe(
    "interface A {\n  /** b */\n  b: 1,\n  // a\n  a: 2, // first\n  c(x: 1): void\n}",
  );
});

it("added: a member comes in behind the one that it follows in the source", () => {
  const declared = "interface A {\n\tb: 1; // b\n\n\tc: 1;\n}";
  expect(mendedIn(declared, "export interface A { b: 1; n: {\n  x: 1;\n}; c: 1 }", ["n"])).toBe(
    "interface A {\n\tb: 1; // b\n\tn: {\n\t  x: 1;\n\t};\n\n\tc: 1;\n}",
  );
  expect(mendedIn(declared, "export interface A { n: 1; b: 1; c: 1 }", ["n"])).toBe(
    "interface A {\n\tn: 1;\n\tb: 1; // b\n\n\tc: 1;\n}",
  );
  expect(mendedIn("class A {}", "export class A { a(): void {} b(): void {} }", ["a", "b"])).not.toBeNull();
});

it("removed: a member goes with the comments above it and with its line", () => {
  const declared = "interface A {\n  a: 1;\n  // what b is\n  b: 1; // really\n  c: 1;\n}";
  expect(mendedIn(declared, "export interface A { a: 1; c: 1 }", ["b"])).toBe("interface A {\n  a: 1;\n  c: 1;\n}");
});

it("in-line: members in one line stay in one line", () => {
  expect(mendedIn("interface A { a: 1; b: 1 }", "export interface A { a: 2; b: 1; c: 1 }", ["a", "c"])).toBe(
    "interface A { a: 2; b: 1; c: 1 }",
  );
  expect(mendedIn("interface A { a: 1 }", "export interface A { b: 1; a: 1 }", ["b"])).toBe(
    "interface A { b: 1; a: 1 }",
  );
  expect(mendedIn("interface A { a: 1; b: 1 }", "export interface A { a: 1 }", ["b"])).toBeNull();
});

it("head: the words before the members are written anew only where they differ", () => {
  const declared = "interface A /* of */ {\n  // a\n  a: 1;\n}";
  const actual = "export interface A<T> extends B { a: 1 }";
  expect(mendedIn(declared, actual, [])).toBe(declared);
  expect(mendedIn(declared, actual, [], true)).toBe("interface A<T> extends B {\n  // a\n  a: 1;\n}");
});

it("private: what only the block has is left alone unless it differs", () => {
  expect(mendedIn("class A {\n  #private;\n  a: 1;\n}", "export class A { #x = 1; a: 2 = 2 }", ["a"])).toBe(
    "class A {\n  #private;\n  a: 2;\n}",
  );
});

it("enum: members of enums keep their commas", () => {
  const declared = "enum A {\n  a, // first\n  b // last\n}";
  expect(mendedIn(declared, "export enum A { a, b, c }", ["c"])).toBe("enum A {\n  a, // first\n  b, // last\n  c,\n}");
  expect(mendedIn(declared, "export enum A { a, n, b }", ["n"])).toBe("enum A {\n  a, // first\n  n,\n  b // last\n}");
});

it("other-kind: declarations of two kinds have no members in common", () => {
  expect(mendedIn("interface A { a: 1 }", "export type A = { a: 2 };", ["a"])).toBeNull();
  expect(mendedIn("type A = 1;", "export type A = 2;", ["a"])).toBeNull();
});
