import { describe, expect, it } from "vitest";
import { compareInterface } from "../../src/interface/compare.ts";
import { printInterface } from "../../src/interface/print.ts";
import { compared } from "../support/interface/compared.ts";
import { memoryOracle } from "../support/oracle.ts";
import { silentOracle } from "../support/print.ts";

const print = (text: string) => printInterface({ path: "src/a.ts", text }, silentOracle);

/** Findings of a printed interface against its own source. */
function drift(text: string, others: Readonly<Record<string, string>> = {}): readonly string[] {
  const files = { ...others, "src/a.ts": text };
  const oracle = memoryOracle(files);
  const printed = printInterface({ path: "src/a.ts", text }, oracle);
  const lines = [...printed.text.matchAll(/^/gmu)].map(({ index }) => index);
  const { findings } = compareInterface({
    source: { path: "src/a.ts", text },
    document: { path: "docs/design/a.md" },
    blocks: [
      { section: ["interface"], lang: "ts", text: printed.text, range: { start: 0, end: printed.text.length }, lines },
    ],
    files: {
      resolve: (_, specifier) =>
        `src/${specifier.slice(2).replace(/js$/u, "ts")}` in files
          ? `src/${specifier.slice(2).replace(/js$/u, "ts")}`
          : null,
      text: (path) => new Map(Object.entries(files)).get(path),
    },
    oracle,
  });
  // A design may leave private members out: that they are there is an information, no drift.
  return findings.filter(({ information }) => information !== true).map(({ message }) => message);
}

function driftOf(path: string, text: string): { readonly findings: readonly string[]; readonly isCompared: boolean } {
  const oracle = memoryOracle({ [path]: text });
  const { findings, compared: count } = compared(printInterface({ path, text }, oracle).text, text, { path, oracle });
  return { findings: findings.map(({ rule }) => rule), isCompared: count > 0 };
}

describe("printInterface", () => {
  it("source-order: exports stand in the order of the source, without bodies and comments", () => {
    const text =
      "/** Doc. */\nexport function f(a: string, b = 1): void { /* body */ }\nconst hidden = 1;\nexport const limit = 3;\nexport type T = string // end\n";
    expect(print(text).text).toBe(
      "export declare function f(a: string, b?: number): void;\nexport declare const limit: 3;\nexport type T = string;",
    );
  });

  it("reached-locals: local types that exports mention are written without export", () => {
    const text =
      "interface Deep { a: 1 }\ninterface Near { deep: Deep }\ninterface Unused {}\nconst key = 1;\nexport function f(a: Near, b: typeof key): void {}\n";
    expect(print(text).text).toBe(
      "interface Deep { a: 1 }\ninterface Near { deep: Deep }\ndeclare const key: 1;\nexport declare function f(a: Near, b: typeof key): void;",
    );
  });

  it("export-forms: lists, re-exports and assignments stay as they are", () => {
    const text =
      'import { x } from "./x.js";\nconst a = 1, b = 2;\nexport { a, b as c, x };\nexport { y } from "./y.js"\nexport * from "./z.js";\nexport default a;\n';
    expect(print(text).text).toBe(
      'export declare const a: 1;\ndeclare const b: 2;\nexport { b as c, x };\nexport { y } from "./y.js";\nexport * from "./z.js";\nexport default a;',
    );
  });

  it("undecided: what nobody can tell is a comment and is listed", () => {
    expect(print("export const b = g();\nexport const a = f();")).toEqual({
      text: "// undecided: b (nobody asked the compiler)\n// undecided: a (nobody asked the compiler)",
      undecided: [
        { name: "b", reason: "nobody asked the compiler" },
        { name: "a", reason: "nobody asked the compiler" },
      ],
    });
  });

  it("nothing-exported: a file without exports has an empty block that says so", () => {
    expect(print("const a = 1;").text).toBe("export {};");
  });

  it("augmentations: changes to other modules and the globals are kept", () => {
    const text =
      'export {};\ndeclare global { interface Window { a: Local } }\ninterface Local { b: 1 }\ndeclare module "x" { export const y: 1; }\n';
    expect(print(text).text).toContain("declare global { interface Window { a: Local } }\ninterface Local { b: 1 }");
    expect(print(text).text).toContain('declare module "x" { export const y: 1; }');
  });

  it("no-drift: a printed interface is equal to its source", () => {
    const source = [
      'import { type Made, make } from "./b.js";',
      "interface Options { a?: number }",
      "export const made = make(), list = [made];",
      "export function open({ a = 1 }: Options = {}, ...rest: string[]) { return { a, rest }; }",
      "export function over(a: string): 1;\nexport function over(a: number): 2;\nexport function over(a: unknown): 1 | 2 { return a ? 1 : 2; }",
      "export default abstract class Box<T> implements Iterable<T> {",
      "  static count = 0; readonly kind = 'box'; #secret = 1; private hidden = 2;",
      "  constructor(readonly value: T, protected size = 1, private note?: string) {}",
      "  abstract cut(): void; get first() { return this.value; } set first(value: T) {}",
      "  *[Symbol.iterator]() { yield this.value; } async load() { return made; } arrow = (x: number): string => String(x);",
      "}",
      "export enum Level { Low, High = 1 << 2 }",
      "export namespace Space { export const inner = 1; interface Local { a: 1 } export function f(local: Local) { return local; } }",
      "const aliased = { deep: { er: true } }; export { aliased as renamed };",
      "export type Tree<T> = { [K in keyof T]: Tree<T[K]> } | (T extends (infer U)[] ? U : never);",
      "export class Mixed extends (class { base = 1; }) {}",
    ].join("\n");
    expect(
      drift(source, {
        "src/b.ts": "export interface Made { id: string }\nexport const make = (): Made => ({ id: '' });\n",
      }),
    ).toEqual([]);
  });

  it.each([
    ["src/a.ts", "enum L { A, B }\nexport const l = L.A;"],
    ["src/a.ts", "export const f = () => {};\nf.x = 1;"],
    ["src/a.ts", "export function f() {}\nf.x = 1;"],
    ["src/a.ts", "export default 1;"],
    ["src/a.ts", "export default (a: string) => 1;"],
    ["src/a.ts", "class Q { a = 1 }\nexport default new Q();"],
    ["src/a.cts", "export = { a: 1, f() { return 1; } };"],
    ["src/a.mjs", "export default { a: 1 };"],
    [
      "src/a.js",
      "/** @typedef {{ a: Q }} P */\n/** @typedef {{ b: P }} Q */\n/** @param {P} a */\nexport function f(a) { return 1; }",
    ],
    [
      "src/a.js",
      "/** @callback C @param {string} a @returns {void} */\n/** @param {C} a */\nexport function f(a) { return 1; }",
    ],
    ["src/a.js", "/** @enum {number} */\nconst E = { A: 1 };\n/** @param {E} a */\nexport function f(a) { return 1; }"],
    ["src/a.js", "/** @enum {number} */\nexport const E = { A: 1 };"],
    ["src/a.cjs", "exports.a = 1; exports.b = 2;"],
    ["src/a.cjs", "module.exports.a = 1;"],
    ["src/a.cjs", "function f() { return 1; }\nmodule.exports = { f, g: 1 };"],
    ["src/a.cjs", "module.exports = function (a) { return 1; };"],
    ["src/a.cjs", "module.exports = class { m() { return 1; } };"],
    ["src/a.cjs", "function f() { return 1; }\nmodule.exports = f;\nmodule.exports.x = 1;"],
  ])("round-trip: what is printed of %s is equal to it: %s", (path, text) => {
    expect(driftOf(path, text)).toEqual({ findings: [], isCompared: true });
  });

  it("still-undecided: what the block marks as undecided is no undeclared export", () => {
    for (const text of ["export default g();", "export const a = g();", "const a = g();\nexport { a as b };"])
      expect(driftOf("src/a.ts", text).findings).toEqual(["interface/undecided"]);
    for (const text of ["module.exports = { ...x };", "exports.a = x.f();", "module.exports = x.f();"])
      expect(driftOf("src/a.cjs", `const x = require("./gone");\n${text}`).findings).toEqual(["interface/undecided"]);
  });

  it("javascript: types come from the compiler alone", () => {
    const text = "/** @param {number} a */\nexport function f(a) { return [a]; }\n";
    expect(printInterface({ path: "src/a.js", text }, memoryOracle({ "src/a.js": text })).text).toBe(
      "export declare function f(a: number): number[];",
    );
  });
});
