import ts from "typescript";
import { describe, expect, it } from "vitest";
import { enumForm } from "../../src/interface/enum-form.ts";
import type { Form } from "../../src/interface/form.ts";
import { readingOf } from "../support/interface/reading.ts";

function formOf(text: string, files: Readonly<Record<string, string>> = {}): Form {
  const { source, scope, context } = readingOf("", text, { files });
  const declarations = source.file.statements.filter(ts.isEnumDeclaration).filter(({ name }) => name.text === "E");
  return enumForm(declarations, scope, context);
}

function valuesOf(text: string, files: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  const values = formOf(text, files).slots.map(({ label, form }) => {
    const value = form.slots[0]?.form;
    return [label, value?.tag === "literal" ? value.text : (value?.tag ?? "none")];
  });
  return Object.fromEntries(values);
}

describe("enumForm", () => {
  it("counted: a member without a value is one more than the one before it", () => {
    expect(valuesOf("enum E { A, B, C = 5, D, E = -1, F }")).toEqual({
      A: "number 0",
      B: "number 1",
      C: "number 5",
      D: "number 6",
      E: "number -1",
      F: "number 0",
    });
  });

  it("evaluated: operators, templates and members named before are written as their values", () => {
    const text = `enum E { A = 1 << 2, B = A | 3, C = ~B, D = 'x', F = \`\${D}-\${A}\`, G = (0x10), H = 'a' + D, 'i j' = E['D'] }`;
    expect(valuesOf(text)).toEqual({
      A: "number 4",
      B: "number 7",
      C: "number -8",
      D: "string x",
      F: "string x-4",
      G: "number 16",
      H: "string ax",
      "i j": "string x",
    });
  });

  it("merged: a second declaration begins to count at 0 again and sees the members of the first", () => {
    expect(valuesOf("enum E { A = 5 }\nenum E { B, C = A }")).toEqual({ A: "number 5", B: "number 0", C: "number 5" });
  });

  it("named-elsewhere: constants and other enums of the project's own files are followed", () => {
    const files = { "src/b.ts": "export enum Mode { On = 7 }\nexport const limit = 'x';" };
    const text = `import { Mode, limit } from "./b";\nenum E { A = Mode.On, B = limit }`;
    expect(valuesOf(text, files)).toEqual({ A: "number 7", B: "string x" });
  });

  it("computed: what is only known at run time is computed, what cannot be read is a hole", () => {
    expect(valuesOf(`import { y, Z } from "m";\nenum E { A = "ab".length, B = f(), C = y, D = Z.a }`)).toEqual({
      A: "computed",
      B: "computed",
      C: "hole",
      D: "hole",
    });
    expect(formOf("enum E { A = f() }").holed).toBe(false);
    expect(formOf(`import { y } from "m";\nenum E { A = y }`).holed).toBe(true);
  });

  it("constant-enum: `const` is a part of the form, the order of the members is not", () => {
    expect(formOf("const enum E { A }").key).not.toBe(formOf("enum E { A }").key);
    expect(formOf("enum E { B = 1, A = 0 }").key).toBe(formOf("enum E { A, B }").key);
  });
});
