import { describe, expect, it } from "vitest";
import { diffDeclarations } from "../../src/interface/diff-declarations.ts";
import { leaf, tree } from "../../src/interface/form.ts";
import { pairOf, start, told } from "../support/interface/reading.ts";

const found = (declared: string, actual: string): readonly string[] =>
  told(diffDeclarations(pairOf(declared, actual), start, () => true));

describe("diffDeclarations", () => {
  it("equal declarations have no difference", () => {
    expect(found("export declare function A(a: 1): void;", "export const A = (b: 1): void => {};")).toEqual([]);
  });

  it("other-kind: a name of other kinds is one difference, whatever it is made of", () => {
    expect(found("export interface A { a: 1 }", "export type A = { a: 2 };")).toEqual(["kind"]);
    expect(found("export declare const A: 1;", "export const A = 1;\nexport type A = 2;")).toEqual(["kind"]);
    expect(found("export declare function A(): void;", "export let A = 1;")).toEqual(["kind"]);
  });

  it("not-known: what a package exports, or a constant of a named type, may be the declared function", () => {
    expect(found("export declare function A(): void;", `export { A } from "m";`)).toEqual(["undecided kind"]);
    expect(found("export declare function A(): void;", "export const A: Callback = f;")).toEqual(["undecided kind"]);
    expect(found("export declare function A(): void;", "export const A: string = f;")).toEqual(["kind"]);
  });

  it("type-only: a name that is a type on one side only is told once", () => {
    const { declared, actual } = pairOf("export declare class A { a: 1 }", "export declare class A { a: 2 }");
    const only = tree("declared", [...actual.slots, { label: "type-only", form: leaf("type-only", "", null) }], {
      node: actual.node,
    });
    expect(told(diffDeclarations({ declared, actual: only }, start, () => true))).toEqual(["type-only"]);
  });

  it("stated-brand: a brand that the design leaves out is no difference, one that it states is", () => {
    expect(found("export declare class A { a: 1 }", "export declare class A { a: 1; #b; }")).toEqual([]);
    expect(found("export declare class A { a: 1; #b; }", "export declare class A { a: 1 }")).toEqual(["brand"]);
  });

  it("computed-member: a computed enum member need not be written down, a known one is compared", () => {
    expect(found("export declare enum A { B, C = 1 }", "export enum A { B = f(), C = 1 }")).toEqual([]);
    expect(found("export declare enum A { B = 1 }", "export enum A { B = f() }")).toEqual([
      "undecided enum-member-value B",
    ]);
    expect(found("export declare enum A { B, C }", "export enum A { B = 1, D }")).toEqual([
      "enum-member-value B",
      "enum-member-missing C",
      "enum-member-undeclared D",
    ]);
  });

  it("shifted-type-parameters: where one comes or goes, members that mention them are not told", () => {
    expect(found("export interface A<T> { a: T }", "export interface A<S, T> { a: T }")).toEqual([
      "type-parameter-added",
    ]);
    expect(found("export type A<T> = T;", "export type A = 1;")).toEqual(["type-parameter-removed"]);
    expect(found("export declare class A<T> { a: T }", "export class A<S, T> { declare a: T }")).toEqual([
      "type-parameter-added",
    ]);
  });

  it("goes into classes, variables, aliases and namespaces", () => {
    expect(found("export declare class A { a: 1 }", "export declare abstract class A { a: 2 }")).toEqual([
      "class-abstract",
      "member-type a",
    ]);
    expect(found("export declare const A: 1;", "export let A: 2;")).toEqual(["kind", "value"]);
    expect(found("export type A = string;", "export type A = number;")).toEqual(["type"]);
    expect(found("export declare const enum A { B }", "export enum A { B }")).toEqual(["enum-const"]);
    expect(
      found(
        "export declare namespace A { type B = 1; type C = 1 }",
        "export namespace A { export type B = 2; export type D = 1 }",
      ),
    ).toEqual(["type B", "member-missing C", "member-undeclared D"]);
  });
});
