import { describe, expect, it } from "vitest";
import { exportedEntity } from "../../src/interface/export-table.ts";
import { augmentationForm, exportForm } from "../../src/interface/normal-form.ts";
import { compared } from "../support/interface/compared.ts";
import { contextOf, formOf, shown } from "../support/interface/forms.ts";

describe("normal-form", () => {
  it("type-only: a type-only export of something that has a value says so", () => {
    const { context, source } = contextOf("export class A {}\nexport interface B {}");
    const form = (name: string) =>
      exportForm(exportedEntity(source, name, context.graph) ?? { kind: "global", name }, true, context);
    expect(shown(form("A"))).toContain("type-only");
    expect(shown(form("B"))).not.toContain("type-only");
  });

  it("bounded: types that grow without bound end in a hole", () => {
    const aliases = Array.from({ length: 30 }, (_, index) => `type A${index} = [A${index + 1}, A${index + 1}];`);
    expect(formOf(`${aliases.join("\n")}\ntype A30 = 1;\nexport type T = A0;`).holed).toBe(true);
    // What stands for a type parameter counts wherever it stands, or a difference in it would be told as often.
    for (const twice of ["[X, X]", "{ a: X; b: X }", "(x: X) => X", "X extends 1 ? X : [X]"]) {
      const of = (last: string): string =>
        `type D<X> = ${twice};\nexport type T = ${"D<".repeat(40)}${last}${">".repeat(40)};`;
      expect(formOf(of("1")).holed).toBe(true);
      expect(compared(of("1"), of("2")).findings.map(({ rule }) => rule)).toEqual(["interface/undecided"]);
    }
    const few = `type D<X> = [X, X];\nexport type T = ${"D<".repeat(8)}1${">".repeat(8)};`;
    expect(formOf(few).holed).toBe(false);
  });

  it("augmentations: blocks that augment one thing are one", () => {
    const { context, source } = contextOf(
      "export {};\ndeclare global { interface A { a: 1 } }\ndeclare global { interface B { b: 1 } }",
    );
    expect(augmentationForm(source.bindings.augmentations, source, context).slots.map(({ label }) => label)).toEqual([
      "A",
      "B",
    ]);
  });

  it("whole-module: a module of the project that is exported whole is a namespace of its exports", () => {
    const files = {
      "src/x.ts": "export interface T { a: 1 }\nexport const a: string = '';\nexport function f(t: T): T { return t; }",
      "src/y.ts": "export * from 'package';\nexport const a = 1;",
    };
    const ns = (type: string) =>
      `export declare namespace ns { interface T { a: 1 } const a: ${type}; function f(t: T): T }`;
    const told = (declared: string, actual: string) =>
      compared(declared, actual, { files }).findings.map(({ rule, change }) => change ?? rule);
    expect(told(ns("string"), 'export * as ns from "./x";')).toEqual([]);
    expect(told(ns("string"), 'import * as ns from "./x";\nexport { ns };')).toEqual([]);
    expect(told(ns("number"), 'export * as ns from "./x";')).toEqual(["value"]);
    const open = compared("export declare namespace ns { const a: 1 }", 'export * as ns from "./y";', { files });
    expect(open.findings.map(({ rule }) => rule)).toEqual(["interface/undecided"]);
  });
});
