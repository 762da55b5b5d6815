import ts from "typescript";
import { describe, expect, it } from "vitest";
import type { Meaning } from "../../src/interface/bindings.ts";
import { entityId } from "../../src/interface/identity.ts";
import { aliasTarget, bindBlocks, containerOf, entityOfDotted, entityOfExpression } from "../../src/interface/names.ts";
import { outerScope } from "../../src/interface/scope.ts";
import { entityIn, type SideOptions, sidesOf } from "../support/interface/sides.ts";
import { lastExpression, parseSource } from "../support/parse-source.ts";

/** What the type of the alias `T` in the block stands for. */
function inDesign(declared: string, actual: string, more: SideOptions = {}) {
  const sides = sidesOf(declared, actual, more);
  const { typeName } = firstReference(sides.design.module.file);
  const scope = outerScope(sides.design.module, []);
  return { id: entityId(entityOfDotted(typeName, { meaning: "type", scope }, sides.context)), hidden: sides.hidden };
}

function inSource(actual: string, expression: string, meaning: Meaning = "value"): string | null {
  const { source, context } = sidesOf("", actual);
  const node = lastExpression(parseSource(expression));
  const entity = entityOfExpression(node, { meaning, scope: outerScope(source, []) }, context);
  return entity === null ? null : entityId(entity);
}

function firstReference(file: ts.SourceFile): ts.TypeReferenceNode {
  const alias = file.statements.filter(ts.isTypeAliasDeclaration).find(({ name }) => name.text === "T");
  if (alias === undefined || !ts.isTypeReferenceNode(alias.type)) throw new Error("no reference");
  return alias.type;
}

describe("names of the block", () => {
  it("through-source: what the block does not say itself, the exports and imports of the source do, then globals", () => {
    const files = { "src/b.ts": "export interface B {}" };
    expect(inDesign("type T = B", `import type { B } from "./b";`, { files }).id).toBe("src/b.ts#B");
    expect(inDesign("type T = B", "export interface B {}")).toEqual({ id: "src/a.ts#B", hidden: [] });
    expect(inDesign("type T = B; interface B {}", "export interface B {}").id).toBe("design#B");
    expect(inDesign("type T = Array<1>", "").id).toBe("global:Array");
    expect(inDesign("type T = Array<1>", "export interface Array<T> { of: T }").id).toBe("src/a.ts#Array");
  });

  it("hidden-name: a name that the source keeps to itself is told of", () => {
    expect(inDesign("type T = B", "interface B {}\nexport declare const b: B;")).toEqual({
      id: "src/a.ts#B",
      hidden: ["B"],
    });
  });

  it("other-meaning: a value does not hide the type of its name", () => {
    const files = { "src/b.ts": "export const B = 1;" };
    expect(inDesign("type T = Map; declare const Map: 1;", "").id).toBe("global:Map");
    expect(inDesign("type T = B", `import { B } from "./b";`, { files }).id).toBe("global:B");
  });
});

describe("names behind dots", () => {
  it("namespace: all blocks of a namespace are searched for a name in it", () => {
    const text =
      "export namespace N { export namespace M { export const a = 1; } }\nexport namespace N.M { export const b = 2; }";
    expect(inSource(text, "N.M.a")).toBe("src/a.ts#N.M.a");
    expect(inSource(text, "N.M.b")).toBe("src/a.ts#N.M.b");
  });

  it("innermost: a name is looked up in the innermost namespace first, then outside", () => {
    const { source, graph, context } = sidesOf("", "export namespace N { const a = 1; }\nconst a = 1, b = 2;");
    const entity = entityIn(source, "N", graph);
    const container = entity.kind === "declared" ? containerOf(entity, context) : null;
    if (container === null) throw new Error("no namespace");
    const scope = outerScope(source, [container]);
    const found = ["a", "b"].map((name) =>
      entityOfExpression(lastExpression(parseSource(name)), { meaning: "value", scope }, context),
    );
    expect(found.map((each) => (each === null ? null : entityId(each)))).toEqual(["src/a.ts#N.a", "src/a.ts#b"]);
  });

  it("outside: members of globals, packages and values keep the way to them", () => {
    expect(inSource("", "globalThis.Array")).toBe("global:Array");
    expect(inSource("", "Symbol.iterator")).toBe("global:Symbol.iterator");
    expect(inSource(`import * as r from "rxjs";`, "r.Subject")).toBe('"rxjs"#Subject');
    expect(inSource("export enum E { A }", "E.A")).toBe("src/a.ts#E.A");
    expect(inSource("", "f().a")).toBeNull();
  });

  it("import-alias: `import A = N.B` is what it stands for", () => {
    const { source, graph, context } = sidesOf("", "namespace N { export interface B {} }\nexport import A = N.B;");
    const alias = entityIn(source, "A", graph);
    const target = alias.kind === "declared" ? aliasTarget(alias, context) : null;
    expect(target === null ? null : entityId(target)).toBe("src/a.ts#N.B");
  });
});

describe("bindBlocks", () => {
  const exportsOf = (text: string, isDesign: boolean): readonly string[] => {
    const blocks = parseSource(text).statements.filter(ts.isModuleDeclaration);
    return [...bindBlocks(blocks, isDesign).exports.keys()];
  };

  it("ambient: an ambient namespace exports everything, one of the block does where it exports nothing by name", () => {
    expect(exportsOf("declare namespace N { const a: 1; export const b: 1; }", false)).toEqual(["a", "b"]);
    expect(exportsOf("namespace N { const a = 1; export const b = 1; }", false)).toEqual(["b"]);
    expect(exportsOf("namespace N { const a: 1; }", true)).toEqual(["a"]);
    expect(exportsOf("namespace N { const a: 1; export const b: 1; }", true)).toEqual(["b"]);
  });

  it("merged: all blocks of a name are one namespace, and other declarations are none", () => {
    expect(exportsOf("namespace N { export const a = 1; } namespace N { export const b = 1; }", false)).toEqual([
      "a",
      "b",
    ]);
    const { source, graph, context } = sidesOf("", "export const a = 1;");
    const entity = entityIn(source, "a", graph);
    expect(entity.kind === "declared" && containerOf(entity, context)).toBeNull();
  });
});
