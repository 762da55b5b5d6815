import { describe, expect, it } from "vitest";
import { compared } from "../support/interface/compared.ts";
import { memoryOracle } from "../support/oracle.ts";

const base = "export interface B { a: string; b: number }\n";
const namesOf = (declared: string, actual: string, asks = false): readonly string[] =>
  compared(declared, actual, { oracle: asks ? memoryOracle({ "src/a.ts": actual }) : null }).findings.map(
    ({ rule, change }) => (rule === "interface/changed" ? (change ?? "") : rule.slice("interface/".length)),
  );
const bothWays = (declared: string, actual: string): readonly string[] => [
  ...new Set([...namesOf(declared, actual), ...namesOf(actual, declared)]),
];

describe("diffInherited", () => {
  it("computed-base: a computed base and members that are written out are one question for the compiler", () => {
    const picked = `${base}export interface A extends Pick<B, "a"> { c: 1 }`;
    const same = `${base}export interface A { a: string; c: 1 }`;
    const other = `${base}export interface A { a: number; c: 1 }`;
    expect(bothWays(picked, same)).toEqual(["undecided"]);
    expect(namesOf(picked, same, true)).toEqual(["spelling"]);
    expect(namesOf(same, picked, true)).toEqual(["spelling"]);
    expect(namesOf(picked, other, true)).toEqual(["heritage"]);
    expect(namesOf(other, picked, true)).toEqual(["heritage"]);
    expect(namesOf(picked, same.replace("c: 1", "c: 2"), true)).toEqual(["spelling", "member-type"]);
  });

  it("generic: what the base is computed from may be a type parameter, and what is declared may speak of `this`", () => {
    const declared = "export interface A<T> extends Partial<Record<'a', T>> { me(): this }";
    expect(namesOf(declared, "export interface A<T> { a?: T; me(): this }", true)).toEqual(["spelling"]);
    expect(namesOf(declared, "export interface A<T> { a?: T[]; me(): this }", true)).toEqual(["heritage"]);
  });

  it("local-base: what a local interface brings is as good as written out", () => {
    const local = "interface L extends M { a: string }\ninterface M { m: 1 }\nexport interface A extends L { c: 1 }";
    expect(bothWays(local, "export interface A { a: string; c: 1; m: 1 }")).toEqual(["spelling"]);
    expect(bothWays(local, "export interface A { a: number; c: 1; m: 1 }")).toEqual(["member-type"]);
    expect(namesOf(local, "export interface A { a: string; c: 1 }")).toEqual(["member-missing"]);
    const result = (type: string) => `${local.replace(/export.*$/u, "")}export declare function f(): ${type};`;
    expect(bothWays(result("L"), "export declare function f(): { a: string; m: 1 };")).toEqual([]);
  });

  it("named-base: an interface that both know is a base or is not, whatever it brings", () => {
    const named = `${base}export interface A extends B { c: 1 }`;
    expect(bothWays(named, `${base}export interface A { a: string; b: number; c: 1 }`)).toEqual(["spelling"]);
    expect(namesOf(named, `${base}export interface A { a: string; c: 1 }`)).toEqual(["heritage", "spelling"]);
  });

  it("restated: a member that is inherited may be written out once more", () => {
    const named = `${base}export interface A extends B { c: 1 }`;
    expect(bothWays(named, named.replace("c: 1", "a: string; c: 1"))).toEqual(["spelling"]);
    expect(namesOf(named, named.replace("c: 1", "a: 'x'; c: 1"))).toEqual(["member-undeclared"]);
    const classes = "export class B { m(): void {} }\nexport class A extends B {}";
    expect(namesOf(classes, `${classes.slice(0, -1)} m(): void {} }`, true)).toEqual(["spelling"]);
    expect(namesOf(classes, `${classes.slice(0, -1)} n(): void {} }`, true)).toEqual(["member-undeclared"]);
    expect(namesOf(`${classes.slice(0, -1)} m(): 1 }`, classes, true)).toEqual(["member-missing"]);
  });

  it("same-bases: bases that stay are not told beside another change", () => {
    const text = "export interface B { b: 1 }\nexport interface A<T> extends B { a: T }";
    const { findings } = compared(text, text.replace("<T>", "<T extends 1>"));
    expect(findings.map(({ change }) => change)).toEqual(["type-parameter-constraint"]);
  });

  it("two-ways: bases that are perhaps one thing are undecided", () => {
    const events = "import { E } from 'events';\nexport class A extends E {}";
    expect(bothWays(events, events.replace("'events'", "'node:events'"))).toEqual(["undecided"]);
  });

  it("mixin: members beside a base that has to be inferred are not missed in it", () => {
    const mixin = "import { C, mix } from 'x';\nexport class A extends mix(C) {}";
    expect(namesOf("import { C } from 'x';\nexport class A extends C { m(): void }", mixin)).toEqual(["undecided"]);
  });

  it("base: a base that is exchanged is one difference, and each a difference of its own", () => {
    const two = "export interface B {b: 1}\nexport interface C {c: 1}\nexport interface D {d: 1}\n";
    expect(namesOf(`${two}export interface A extends B {}`, `${two}export interface A extends C {}`)).toEqual([
      "heritage",
    ]);
    const more = namesOf(`${two}export interface A extends B {}`, `${two}export interface A extends C, D {}`);
    expect([...new Set(more)]).toEqual(["heritage"]);
  });

  it("base-may-bring: a member that a differing base may bring is not missing: only the base is told", () => {
    const { findings } = compared(
      "export declare class A { message: string; code: number }",
      "export class A extends Error { code: number = 1 }",
    );
    expect(findings.map(({ change }) => change)).toEqual(["constructor-inherited", "heritage"]);
  });
});
