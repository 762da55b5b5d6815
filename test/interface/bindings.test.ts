import ts from "typescript";
import { describe, expect, it } from "vitest";
import {
  type Bindings,
  bindFile,
  bindStatements,
  declaresMeaning,
  exportsImplicitly,
  hasModifier,
} from "../../src/interface/bindings.ts";
import { parseSource } from "../support/parse-source.ts";

const bound = (text: string, path = "a.ts"): Bindings => bindFile(parseSource(text, path));
const exported = ({ exports }: Bindings): readonly string[] =>
  [...exports.values()].flat().map((entry) => `${entry.name} ${entry.kind}`);

describe("bindStatements", () => {
  it("merged-declarations: declarations of one name stand together, and are one export", () => {
    const text =
      "export interface A {}\nexport const A = 1;\nexport namespace A { export type B = 1 }\nexport function f(): 1;\nexport function f() { return 1; }";
    const { declarations } = bound(text);
    expect(declarations.get("A")).toHaveLength(3);
    expect(declarations.get("f")).toHaveLength(2);
    expect(bound(text).exports.get("f")).toHaveLength(1);
  });

  it("patterns: each name of a destructuring is bound, in the order of the text", () => {
    const { declarations, exports } = bound("export const { a, b: [c, , ...d], ...e } = x, f = 1;");
    expect([...declarations.keys()]).toEqual(["a", "c", "d", "e", "f"]);
    expect([...exports.keys()]).toEqual(["a", "c", "d", "e", "f"]);
  });

  it("everything: every declaration is exported without saying so, imports are not", () => {
    const text = `import { a } from "m";\nimport b = require("n");\nconst c = 1;\ninterface D {}\ndeclare function e(): void;`;
    const { statements } = parseSource(text);
    expect([...bindStatements(statements, true).exports.keys()]).toEqual(["b", "c", "D", "e"]);
    expect([...bindStatements(statements, false).exports.keys()]).toEqual([]);
  });

  it("declaration-file: it exports all that it declares, unless it has an export list or assignment", () => {
    expect(exported(bound("declare const a: 1;\nexport declare const b: 1;", "a.d.ts"))).toEqual([
      "a local",
      "b local",
    ]);
    expect(exported(bound("declare const a: 1;\nexport declare const b: 1;\nexport {};", "a.d.ts"))).toEqual([
      "b local",
    ]);
    expect(exportsImplicitly(parseSource("declare const a: 1;\nexport default a;").statements)).toBe(false);
  });

  it("augmentations: `declare global` and `declare module` stand apart and declare no name", () => {
    const { augmentations, declarations, exports } = bound(
      `declare global { interface Window { a: 1 } }\ndeclare module "m" { interface B {} }\nnamespace N {}\nexport {};`,
    );
    expect(augmentations.map(({ name }) => name.text)).toEqual(["global", "m"]);
    expect([...declarations.keys()]).toEqual(["N"]);
    expect([...exports.keys()]).toEqual([]);
  });

  it("`*` stands for a whole module, `export=` for `import x = require()`", () => {
    const { imports } = bound(
      `import a, { b as c, type d } from "1";\nimport type * as e from "2";\nimport f = require("3");\nimport "4";`,
    );
    expect(
      [...imports.values()].map(({ local, specifier, imported, typeOnly }) => [local, specifier, imported, typeOnly]),
    ).toEqual([
      ["a", "1", "default", false],
      ["c", "1", "b", false],
      ["d", "1", "d", true],
      ["e", "2", "*", true],
      ["f", "3", "export=", false],
    ]);
  });

  it("knows every way to export", () => {
    const text = [
      "const a = 1;",
      "export { a as b };",
      `export { c, type D } from "1";`,
      `export * as e from "2";`,
      `export type * from "3";`,
      "export default class {}",
    ].join("\n");
    const found = bound(text);
    expect(exported(found)).toEqual(["b local", "c from", "D from", "e from", "default local"]);
    expect(found.stars.map(({ specifier, typeOnly }) => [specifier, typeOnly])).toEqual([["3", true]]);
    expect(found.exports.get("b")).toMatchObject([{ local: "a" }]);
    expect(found.exports.get("e")).toMatchObject([{ specifier: "2", imported: "*" }]);
    expect(found.exports.get("default")).toMatchObject([{ local: "default" }]);
    expect(bound("const a = 1;\nexport default a;").exports.get("default")).toMatchObject([{ local: "a" }]);
    expect(exported(bound("export = f();"))).toEqual(["export= expression"]);
  });
});

describe("hasModifier", () => {
  it("finds a modifier of a kind, and none where there can be none", () => {
    const [statement] = parseSource("export abstract class A {}").statements;
    expect(statement !== undefined && hasModifier(statement, ts.SyntaxKind.AbstractKeyword)).toBe(true);
    expect(statement !== undefined && hasModifier(statement, ts.SyntaxKind.DeclareKeyword)).toBe(false);
    expect(hasModifier(parseSource("a;"), ts.SyntaxKind.ExportKeyword)).toBe(false);
  });
});

describe("declaresMeaning", () => {
  it.each([
    ["const x = 1;", "value"],
    ["function x() {}", "value"],
    ["class x {}", "type value"],
    ["interface x {}", "type"],
    ["type x = 1;", "type"],
    ["enum x {}", "type value namespace"],
    ["namespace x {}", "value namespace"],
    ["import x = N.B;", "type value namespace"],
    ["interface x {}\nconst x = 1;", "type value"],
  ])("meanings: %s has the meanings %s", (text, expected) => {
    const declarations = bound(text).declarations.get("x") ?? [];
    const found = (["type", "value", "namespace"] as const).filter((meaning) => declaresMeaning(declarations, meaning));
    expect(found.join(" ")).toBe(expected);
  });
});
