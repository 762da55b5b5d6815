import ts from "typescript";
import { describe, expect, it } from "vitest";
import { inferenceDoubts } from "../../src/interface/unresolved-inference.ts";
import { checkedFile, memoryOracle } from "../support/oracle.ts";

const head = 'import { make, type Shape } from "nowhere";\nimport * as all from "elsewhere";\n';

function doubtOf(text: string, open = true): string | null {
  const { file, checker } = checkedFile(head + text);
  const statement = file.statements.at(-1);
  const node = statement && ts.isVariableStatement(statement) ? statement.declarationList.declarations[0] : statement;
  if (node === undefined) throw new Error("no declaration");
  return inferenceDoubts(checker, () => open)(node);
}

const through = (name: string, module = "nowhere") =>
  `it is inferred through \`${name}\` of "${module}", which cannot be resolved`;

describe("inferenceDoubts", () => {
  it("direct: a type from an unresolved import cannot be trusted", () => {
    expect(doubtOf("export const a = make();")).toBe(through("make"));
    expect(doubtOf("export const a = { b: all.b };")).toBe(through("all", "elsewhere"));
    expect(doubtOf("export function f(x: Shape) { return x; }")).toBe(through("Shape"));
  });

  it("indirect: locals, functions and aliases on the way are followed", () => {
    expect(doubtOf("const inner = make();\nfunction wrap() { return inner; }\nexport const a = wrap();")).toBe(
      through("make"),
    );
    expect(doubtOf("type T = Shape;\nexport const a = null! as T;")).toBe(through("Shape"));
    expect(
      doubtOf("declare function pick(a: string): 1; declare function pick(a: any): 2;\nexport const a = pick(make());"),
    ).toBe(through("make"));
  });

  it("not-involved: what does not decide the type does not count", () => {
    expect(doubtOf("export function f() { make(); return 1; }")).toBeNull();
    expect(doubtOf("export const a = typeof make;")).toBeNull();
    expect(doubtOf(`export const a = \`\${make()}\`, b = 1;`)).toBeNull();
    expect(doubtOf("declare function size(x: unknown): number;\nexport const a = size(make());")).toBeNull();
    expect(doubtOf("export const a = (shape: Shape) => 1;")).toBeNull();
  });

  it("circular: declarations that refer to each other end", () => {
    expect(
      doubtOf(
        "function a(n: number) { return n ? b(n) : 1; }\nfunction b(n: number) { return a(n - 1); }\nexport const c = b(1);",
        true,
      ),
    ).toBeNull();
  });

  it("circular: of a circle each one can be trusted as little as the others, whichever is asked for first", () => {
    const text =
      "export function a(n: number) { return n ? b(n) : make(); }\nexport function b(n: number) { return a(n - 1); }";
    const { file, checker } = checkedFile(head + text);
    const doubt = inferenceDoubts(checker, () => true);
    const functions = file.statements.filter(ts.isFunctionDeclaration);
    expect(functions.map(doubt)).toEqual([through("make"), through("make")]);
  });

  it("recursive-types: types that mention themselves, and long chains of types, end", () => {
    expect(
      doubtOf("type Tree = { [key: string]: Tree | string };\nexport const a = (() => null! as Tree)();"),
    ).toBeNull();
    expect(
      doubtOf("interface Box { next: Box }\ndeclare const box: { a: typeof box } & Box;\nexport const a = box.a;"),
    ).toBeNull();
    const chain = Array.from({ length: 3000 }, (_, index) => `type T${index} = T${index + 1}[];`).join("\n");
    expect(doubtOf(`${chain}\ntype T3000 = Shape;\nexport const a = [null! as T0];`)).toBe(through("Shape"));
  });

  it("closed-file: where every import resolves only errors in the type count", () => {
    expect(doubtOf("export const a = missing();", false)).toBe("the type of `missing()` cannot be resolved");
    expect(doubtOf("export const a = 1 as number;", false)).toBeNull();
  });

  it("required: in JavaScript a `require` that leads nowhere cannot be trusted, though the compiler says any", () => {
    const actual =
      'const x = require("nowhere");\nmodule.exports = { f: { g() { return x.y; } }, h: 1, i: require("elsewhere") };';
    const oracle = memoryOracle({ "src/a.cjs": actual });
    expect(oracle.declarationOf("src/a.cjs", "f")).toEqual({
      ok: false,
      reason: 'it is inferred through `x` of "nowhere", which cannot be resolved',
    });
    expect(oracle.declarationOf("src/a.cjs", "h")).toMatchObject({ ok: true });
    expect(oracle.declarationOf("src/a.cjs", "i")).toEqual({
      ok: false,
      reason: 'it is inferred through `require("elsewhere")`, which cannot be resolved',
    });
  });
});
