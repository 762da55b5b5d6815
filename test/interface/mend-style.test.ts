import { expect, it } from "vitest";
import { applySplices } from "../../src/edit.ts";
import { readBlocks } from "../../src/interface/block.ts";
import { declaresValues, explicitExports, habitOf, withHabit } from "../../src/interface/mend-style.ts";
import { blockOf } from "../support/interface/compared.ts";

const designOf = (text: string) => readBlocks([blockOf(text)], "src/a.ts");

it("habit: a declaration takes the modifiers of its new place", () => {
  expect(withHabit("export declare function f(): void;", { exported: false, declared: true })).toBe(
    "declare function f(): void;",
  );
  expect(withHabit("declare const a: 1;", { exported: true, declared: false })).toBe("export const a: 1;");
  expect(withHabit("export interface A {}", { exported: false, declared: true })).toBe("interface A {}");
  expect(withHabit("declare abstract class A {}", { exported: true, declared: true })).toBe(
    "export declare abstract class A {}",
  );
  const [statement] = designOf("export declare const a: 1;").module.file.statements;
  expect(statement && habitOf(statement)).toEqual({ exported: true, declared: true });
});

it("untouched: defaults, lists, assignments and changes of other modules stay as they are", () => {
  for (const text of [
    "export default function f(): void;",
    "export default a;",
    "export = a;",
    "export { a };",
    "export type { A };",
    "export * from './a';",
    "export type * from './a';",
    "declare global {}",
    "declare module './a' {}",
    "export import A = B.C;",
  ])
    expect(withHabit(text, { exported: false, declared: false })).toBe(text);
});

it("declares: values are written with `declare` unless the block never does", () => {
  expect(declaresValues(designOf("interface A {}"))).toBe(true);
  expect(declaresValues(designOf("function f(): void;"))).toBe(false);
  expect(declaresValues(designOf("function f(): void;\ndeclare const a: 1;"))).toBe(true);
});

it("explicit: declarations get `export`, imports and changes of other modules do not", () => {
  const text = "import { X } from 'x';\n// a\ntype A = X;\ndeclare const a: 1, b: 2;\ndeclare global {}";
  const design = designOf(text);
  expect(applySplices(text, explicitExports(design, new Set()))).toBe(
    "import { X } from 'x';\n// a\nexport type A = X;\nexport declare const a: 1, b: 2;\ndeclare global {}",
  );
  expect(explicitExports(design, new Set(design.module.file.statements))).toEqual([]);
});
