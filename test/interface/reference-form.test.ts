import { describe, expect, it } from "vitest";
import type { Form } from "../../src/interface/form.ts";
import { isFileLocal, referenceForm, valueTypeForm } from "../../src/interface/reference-form.ts";
import { outerScope } from "../../src/interface/scope.ts";
import { entityIn, moduleAt, type SideOptions, sidesOf, typeIn } from "../support/interface/sides.ts";

function made(make: typeof referenceForm, text: string, more: SideOptions = {}): Form {
  const { source, graph, context } = sidesOf("", text, more);
  return make(entityIn(source, "x", graph), { args: [], node: source.file, scope: outerScope(source, []) }, context);
}

describe("referenceForm", () => {
  it("file-local: a name of one side alone is what it stands for", () => {
    expect(made(referenceForm, "type A = 1 | 2; export type x = A[];").key).toBe(typeIn("type T = (2 | 1)[];").key);
    expect(made(referenceForm, "interface A { b: 1 } export type x = A;").key).toBe(typeIn("type T = { b: 1 };").key);
  });

  it("shared-name: what both sides export is its name, and can still be written out", () => {
    const form = made(referenceForm, "export type x = 1;", { own: ["x"] });
    expect(form).toMatchObject({ tag: "reference", text: "own:x" });
    expect(form.expand?.().key).toBe(typeIn("type T = 1;").key);
    expect(made(referenceForm, "export class x {}", { own: ["x"] }).expand).toBeUndefined();
  });

  it("recursive: a type that mentions itself ends, whatever its name", () => {
    const list = (name: string): string => typeIn(`interface ${name} { next: ${name} | null } type T = ${name};`).key;
    expect(list("A")).toBe(list("B"));
    expect(list("A")).not.toBe(typeIn("interface A { next: A } type T = A;").key);
    expect(typeIn("type A = [A]; type T = A;").holed).toBe(false);
  });

  it("defaults: type arguments that are left out are those of the defaults", () => {
    const files = { "src/b.ts": "export interface B<X, Y = X[]> { x: X; y: Y }" };
    const key = (text: string): string => typeIn(`import type { B } from "./b"; type T = ${text};`, { files }).key;
    expect(key("B<1>")).toBe(key("B<1, 1[]>"));
    expect(key("B<1>")).not.toBe(key("B<1, 2[]>"));
  });

  it("bases: what an interface extends has no order, and merged parts are one", () => {
    const files = { "src/b.ts": "export interface B {} export interface C {}" };
    const key = (text: string): string => typeIn(`import type { B, C } from "./b"; ${text} type T = A;`, { files }).key;
    expect(key("interface A extends B, C { a: 1 }")).toBe(key("interface A extends C, B {} interface A { a: 1 }"));
    expect(key("interface A extends B { a: 1 }")).not.toBe(key("interface A extends C { a: 1 }"));
  });

  it("own-files: only names of the two compared texts are file-local", () => {
    const { source, graph, context } = sidesOf("", "export type x = 1; export type y = 1;", {
      files: { "src/b.ts": "export type b = 1;" },
      own: ["y"],
    });
    const isLocal = (module: typeof source, name: string): boolean => {
      const entity = entityIn(module, name, graph);
      return entity.kind === "declared" && isFileLocal(entity, context);
    };
    expect([isLocal(source, "x"), isLocal(source, "y"), isLocal(moduleAt(graph, "src/b.ts"), "b")]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe("valueTypeForm", () => {
  it("type-of-value: `typeof` of a file-local value is its type, of a shared one its name", () => {
    expect(made(valueTypeForm, "export const x: string = f();").key).toBe(typeIn("type T = string;").key);
    expect(made(valueTypeForm, "export function x(a: 1): 2 { return 2; }").key).toBe(
      typeIn("type T = (b: 1) => 2;").key,
    );
    expect(made(valueTypeForm, "export const x = 1;", { own: ["x"] })).toMatchObject({ tag: "typeof", text: "own:x" });
  });
});
