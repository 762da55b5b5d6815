import ts from "typescript";
import { describe, expect, it } from "vitest";
import type { Form } from "../../src/interface/form.ts";
import { augmentationForm, exportForm } from "../../src/interface/normal-form.ts";
import { outerScope } from "../../src/interface/scope.ts";
import { entityIn, firstNode, sidesOf } from "../support/interface/sides.ts";

function exported(text: string, typeOnly = false): Form {
  const { source, graph, context } = sidesOf("", text);
  return exportForm(entityIn(source, "x", graph), typeOnly, context);
}

function augmented(text: string): Form {
  const { source, context } = sidesOf("", text);
  return augmentationForm(source.bindings.augmentations, source, context);
}

const labels = (form: Form): readonly string[] => form.slots.map(({ label }) => label);

describe("exportForm", () => {
  it("spelling-free: names of parameters, formatting and order of members leave no trace", () => {
    expect(exported("export function x<A>(a: A, b: { c: 1; d: 2 }): a is A & string { return true; }").key).toBe(
      exported("export declare function x<B>( first : B , second : { d: 2, c: 1 } ): first is B & string").key,
    );
    expect(exported("export function x(a: 1): 1;").key).not.toBe(exported("export function x(a: 2): 1;").key);
  });

  it("meanings: one name may be several things at once", () => {
    expect(
      labels(exported("export const x = 1;\nexport type x = 1;\nexport namespace x { export const a = 1; }")),
    ).toEqual(["value", "type", "namespace"]);
  });

  it("type-only: a value that is exported as a type says so, a type need not", () => {
    expect(labels(exported("export class x {}", true))).toEqual(["class", "type-only"]);
    expect(labels(exported("export interface x {}", true))).toEqual(["interface"]);
  });

  it("from-elsewhere: what a package exports stays what it is called", () => {
    const form = exported(`export { y as x } from "rxjs";`);
    expect(form.slots).toMatchObject([{ label: "re-export", form: { text: '"rxjs"#y' } }]);
  });
});

describe("augmentationForm", () => {
  it("augmentation: all blocks of a name are one, and everything in them counts", () => {
    const together = augmented("declare global { interface A { a: 1 } const b: 1; }");
    expect(labels(together)).toEqual(["A", "b"]);
    expect(augmented("declare global { const b: 1; }\ndeclare global { interface A { a: 1 } }").key).toBe(together.key);
  });
});

describe("createFormContext", () => {
  it("too-large: types beyond the limit are open instead of endless", () => {
    const { source, context } = sidesOf("", "export declare const a: string;");
    const node = firstNode(source.file, ts.isVariableDeclaration).type;
    if (node === undefined) throw new Error("no type");
    const scope = outerScope(source, []);
    expect(context.type(node, scope).holed).toBe(false);
    for (let index = 0; index < 100_000; index++) context.spend();
    expect(context.type(node, scope)).toMatchObject({ holed: true, text: "the types are too large" });
  });
});
