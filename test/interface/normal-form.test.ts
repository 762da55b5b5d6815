import { describe, expect, it } from "vitest";
import { exportedEntity } from "../../src/interface/export-table.ts";
import { augmentationForm, exportForm } from "../../src/interface/normal-form.ts";
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
});
