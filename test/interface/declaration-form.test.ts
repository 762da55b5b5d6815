import { describe, expect, it } from "vitest";
import { createAnswers } from "../../src/interface/answers.ts";
import { declarationForm, declarationScope, exportSlots } from "../../src/interface/declaration-form.ts";
import { type Form, slot } from "../../src/interface/form.ts";
import { entityIn, type ReadingOptions, readingOf } from "../support/interface/reading.ts";

function formOf(text: string, more: ReadingOptions = {}): Form {
  const { source, graph, scope, context } = readingOf("", text, more);
  const entity = entityIn(source, "A", graph);
  const own = entity.kind === "declared" || entity.kind === "expression";
  return declarationForm(entity, own ? declarationScope(entity) : scope, context);
}

const kinds = (form: Form): readonly string[] => form.slots.map(({ label }) => label);

describe("declarationForm", () => {
  it("constant-function: a constant function has the form of a function declaration, a `let` has not", () => {
    const form = formOf("export function A(a: string): void {}");
    expect(formOf("export const A = (b: string): void => {};").key).toBe(form.key);
    expect(formOf("export const A: (b: string) => void = f;").key).toBe(form.key);
    expect(formOf("export let A = (b: string): void => {};").key).not.toBe(form.key);
  });

  it("merged-meanings: everything that a name means is there, one slot a kind", () => {
    const text = "export interface A { a: 1 }\nexport const A = 1;\nexport namespace A { export type B = 1 }";
    expect(kinds(formOf(text))).toEqual(["value", "interface", "namespace"]);
    expect(kinds(formOf("export class A {}\nexport interface A { a: 1 }"))).toEqual(["class", "interface"]);
  });

  it("later-overloads-first: of merged interfaces the overloads of the last come first", () => {
    const merged = formOf("export interface A { f(a: 1): 1 }\nexport interface A { f(a: 2): 2; b: 1 }");
    expect(merged.key).toBe(formOf("export interface A { f(a: 2): 2; f(a: 1): 1; b: 1 }").key);
    expect(merged.key).not.toBe(formOf("export interface A { f(a: 1): 1; f(a: 2): 2; b: 1 }").key);
  });

  it("javascript: what a JavaScript file declares has to be inferred", () => {
    const form = formOf("export function A(a) {}", { path: "src/a.js" });
    expect(slot(form, "value")?.tag).toBe("hole");
  });

  it("answered: what the compiler has said fills what syntax leaves open", () => {
    const text = "export const A = f();";
    const oracle = {
      declarationOf: () => ({ ok: true, text: "export declare const A: string;", consulted: [] }) as const,
    };
    const answers = createAnswers(readingOf("", text).source, oracle);
    expect(formOf(text).holed).toBe(true);
    expect(formOf(text, { inferred: (entity) => answers.of(entity) }).key).toBe(
      formOf("export const A: string = f();").key,
    );
  });

  it("from-elsewhere: something of a package is what it is called there", () => {
    const form = formOf(`export { B as A } from "m";`);
    expect(form.slots.map(({ label, form: { text } }) => [label, text])).toEqual([["re-export", '"m"#B']]);
    expect(formOf(`import { B } from "m";\nexport import A = B;`).key).toBe(form.key);
  });

  it("reads variables, enums, aliases and defaults", () => {
    expect(kinds(formOf("export type A = 1;"))).toEqual(["type"]);
    expect(kinds(formOf("export enum A { B }"))).toEqual(["enum"]);
    expect(slot(formOf("export const A = 1;"), "value")?.text).toBe("const");
    expect(formOf("export const { A } = f();").holed).toBe(true);
    expect(formOf("export let A;").key).toBe(formOf("export let A: any;").key);
  });
});

describe("exportSlots", () => {
  it("what a namespace exports, by name, whatever the order and the rest", () => {
    const { source, scope, context } = readingOf(
      "",
      "export const b = 1;\nconst c = 2;\nexport type A = 1;\nexport { c as a };",
    );
    expect(exportSlots(source.bindings, scope, context).map(({ label }) => label)).toEqual(["A", "a", "b"]);
  });
});
