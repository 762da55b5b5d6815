import { describe, expect, it } from "vitest";
import { bindFile, bindStatements, declaresMeaning } from "../../src/interface/bindings.ts";
import { parseSource } from "../../src/interface/parse.ts";

describe("bindings", () => {
  it("merged-names: declarations of one name are kept together under it", () => {
    const { declarations, exports } = bindFile(parseSource("a.ts", "export interface A {}\nexport const A = 1;"));
    expect(declarations.get("A")).toHaveLength(2);
    expect([...exports.keys()]).toEqual(["A"]);
    expect(declaresMeaning(declarations.get("A") ?? [], "type")).toBe(true);
    expect(declaresMeaning(declarations.get("A")?.slice(1) ?? [], "type")).toBe(false);
  });

  it("patterns: destructuring declares every name in the pattern, in order", () => {
    const { exports } = bindFile(parseSource("a.ts", "export const { a, b: [c, ...d], ...e } = f;"));
    expect([...exports.keys()]).toEqual(["a", "c", "d", "e"]);
  });

  it("anonymous-default: a default export without a name is declared as `default`", () => {
    const { declarations, exports } = bindFile(parseSource("a.ts", "export default class {}"));
    expect([...declarations.keys()]).toEqual(["default"]);
    expect(exports.get("default")?.[0]).toMatchObject({ kind: "local", local: "default" });
  });

  it("ambient-file: a declaration file without export lists exports all that it declares", () => {
    const all = bindFile(parseSource("a.d.ts", "export interface A {}\ninterface B {}"));
    expect([...all.exports.keys()]).toEqual(["A", "B"]);
    const listed = bindFile(parseSource("a.d.ts", "interface A {}\ninterface B {}\nexport { A };"));
    expect([...listed.exports.keys()]).toEqual(["A"]);
  });

  it("everything: asked to, it exports each declaration whatever it says", () => {
    const file = parseSource("a.ts", "interface A {}\nfunction f(): void;\nconst a = 1;");
    expect([...bindStatements(file.statements, true).exports.keys()]).toEqual(["A", "f", "a"]);
    expect([...bindStatements(file.statements, false).exports.keys()]).toEqual([]);
  });

  it("augmentations: `declare global` and `declare module` declare no name of the file", () => {
    const { augmentations, declarations } = bindFile(
      parseSource("a.ts", 'declare global {}\ndeclare module "x" {}\nnamespace N {}'),
    );
    expect(augmentations).toHaveLength(2);
    expect([...declarations.keys()]).toEqual(["N"]);
  });
});
