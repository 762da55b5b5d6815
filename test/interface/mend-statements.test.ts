import { expect, it } from "vitest";
import { bindFile } from "../../src/interface/bindings.ts";
import {
  importEdits,
  memberEdits,
  starEdits,
  statementEdits,
  wholeEdits,
} from "../../src/interface/mend-statements.ts";
import { parseSource } from "../../src/interface/parse.ts";
import { mendCase } from "../support/interface/mend-case.ts";

type Edits = typeof statementEdits;

function mendedBy(edits: Edits, name: string, [declared, actual]: readonly [string, string]): string | null {
  const { rewriting, after } = mendCase(declared, actual);
  return after(edits(rewriting(name)));
}

it("members: only the members that differ are written anew", () => {
  const declared = "export interface A {\n  // b\n  b: 1;\n  a: 1;\n}\nexport interface A { c: 1 }";
  const actual = "export interface A { a: 2; b: 1 }\nexport interface A { c: 3 }";
  expect(mendedBy(memberEdits, "A", [declared, actual])).toBe(
    "export interface A {\n  // b\n  b: 1;\n  a: 2;\n}\nexport interface A { c: 3 }",
  );
  expect(mendedBy(memberEdits, "f", ["export declare function f(): 1;", "export function f(): 2 {}"])).toBeNull();
});

it("overloads: of several parts those that are the same keep their bytes", () => {
  const declared = "// one\nexport declare function f(a:1):1;\n// two\nexport declare function f(a: 2): 2;";
  const actual =
    "export function f(a: 1): 1;\nexport function f(a: 3): 3;\nexport function f(a: 4): 4;\nexport function f(): any {}";
  expect(mendedBy(statementEdits, "f", [declared, actual])).toBe(
    "// one\nexport declare function f(a:1):1;\n// two\nexport declare function f(a: 3): 3;\nexport declare function f(a: 4): 4;",
  );
  const fewer = "export function f(a: 2): 2 {}";
  expect(mendedBy(statementEdits, "f", [declared, fewer])).toBe("// two\nexport declare function f(a: 2): 2;");
});

it("manner: `export` and `declare` stay as the block has them", () => {
  const actual = "export function f(a: 1): 1 {}";
  expect(mendedBy(statementEdits, "f", ["function f(): 1;", actual])).toBe("function f(a: 1): 1;");
  expect(mendedBy(statementEdits, "f", ["declare function f(): 1;\nexport { f };", actual])).toBe(
    "declare function f(a: 1): 1;\nexport { f };",
  );
});

it("helpers: local types that come to be mentioned are written too", () => {
  const actual = "interface O { a: 1 }\nexport function f(o: O): 1 {}\nexport type T = 1;";
  expect(mendedBy(statementEdits, "f", ["function f(): 1;\ntype T = 1;", actual])).toBe(
    "interface O { a: 1 }\nexport function f(o: O): 1;\nexport type T = 1;",
  );
  expect(
    mendedBy(memberEdits, "A", ["interface A { a: 1 }", "interface O { a: 1 }\nexport interface A { a: O }"]),
  ).toBe("interface O { a: 1 }\nexport interface A { a: O }");
});

it("whole: another way of exporting is taken over from the source", () => {
  const actual = "declare class A { a: 1 }\nexport type { A };\nexport type T = 1;";
  expect(mendedBy(wholeEdits, "A", ["export declare class A { a: 1 }\nexport type T = 1;", actual])).toBe(
    "declare class A { a: 1; }\nexport type { A };\nexport type T = 1;",
  );
  expect(mendedBy(wholeEdits, "A", ["class A { a: 1 }\ntype T = 1;", actual])).toBe(
    "class A { a: 1; }\nexport type { A };\nexport type T = 1;",
  );
});

it("shared-list: a list that exports others too is left alone", () => {
  const declared = "declare class A { a: 1 }\ndeclare class B {}\nexport { A, B };";
  expect(mendedBy(wholeEdits, "A", [declared, "class A { a: 1 }\nexport class B {}\nexport type { A };"])).toBeNull();
});

it("stars: a star of the same module is written as the source has it", () => {
  const { rewriting, after, design } = mendCase("export * from './x';", "export type * from './x';");
  const declared = design.rangeOf({ start: 0, end: 20 });
  const finding = { rule: "interface/changed", message: "m", mend: "do", export: "a", declared } as const;
  expect(after(starEdits({ ...rewriting("a"), findings: [finding] }))).toBe("export type * from './x';");
});

it("imports: an import of the block comes from where the source takes it", () => {
  const declared =
    "import { A } from './x';\nimport { B } from \"./x\";\nimport { C } from './x';\nexport type T = A | B | C;";
  const actual = "import { A } from './y';\nimport { B as C, B } from './z';\nexport type T = A | B | C;";
  const source = bindFile(parseSource("a.ts", actual));
  expect(mendedBy((input) => importEdits(input, source), "T", [declared, actual])).toBe(
    "import { A } from './y';\nimport { B } from \"./z\";\nimport { C } from './x';\nexport type T = A | B | C;",
  );
});
