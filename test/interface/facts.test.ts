import fc from "fast-check";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { sourceFacts } from "../../src/interface/facts.ts";
import { createModuleCache } from "../../src/interface/module-graph.ts";
import { cpuTime } from "../support/cpu-time.ts";

const syntaxOf = (text: string, path = "src/a.ts") => sourceFacts(text, path).syntax;

describe("syntax class", () => {
  it.each([
    `export * from "./a";`,
    `export { a, b as c } from "./a";`,
    `export type { A } from "./a";`,
    `import { a } from "./a";\nexport { a };`,
    `import a from "./a";\nexport default a;`,
    `import { a } from "./a";\nexport { a as default };`,
    `import "./polyfill";\nexport * as ns from "./a";`,
    `"use client";\nexport { a } from "./a";`,
    `import a = require("./a");\nexport { a };`,
    `export * from "./a";;`,
  ])("barrel: %s", (text) => {
    expect(syntaxOf(text)).toBe("barrel");
  });

  it.each([
    "",
    "// nothing\n",
    "export {};",
    "export type {};",
    "export interface A { a: 1 }",
    `import { A } from "./a";\nexport type B = A;`,
    `import type { A } from "./a";\nexport interface B extends A {}`,
    `import a = require("./a");\nexport type B = a.C;`,
    "declare const a: 1;\nexport declare class B {}\ndeclare global { interface Window { a: 1 } }",
    "export namespace N { export interface A {} namespace M { type B = 1 } }",
    "namespace A.B.C { type X = 1 }",
    "interface A {}\nexport { A };\nexport default A;",
    `import type { A } from "./a";\nexport { A };\nexport type B = A;`,
    `export type { A } from "./a";\nexport interface B {}`,
    `export { type A } from "./a";\nexport interface B {}`,
    `export type * from "./a";\nexport interface B {}`,
  ])("types: %s", (text) => {
    expect(syntaxOf(text)).toBe("types");
  });

  it.each([
    "export const enum E { A }",
    `import "./polyfill";\nexport interface A {}`,
    `import {} from "./polyfill";\nexport interface A {}`,
    "export const a = 1;",
    "namespace N { export const a = 1 }",
    `export { a } from "./a";\nexport interface B {}`,
    `export * from "./a";\nexport interface B {}`,
    `export import a = require("./a");\nexport type B = 1;`,
    `import { a } from "./a";\nimport { b } from "./b";\nexport { a };\nconsole.log(b);`,
    "class A {}",
    "export default 1;",
    "console.log(1);",
  ])("code: %s", (text) => {
    expect(syntaxOf(text)).toBe("code");
  });

  it("declaration-file: a .d.ts file is types whatever it declares", () => {
    expect(syntaxOf("export const a: 1; export enum E { A }", "src/a.d.ts")).toBe("types");
    expect(syntaxOf("export const a: 1;", "src/a.d.mts")).toBe("types");
  });
});

describe("exports", () => {
  const names = (text: string, path = "src/a.ts") =>
    sourceFacts(text, path).exports.map(({ name, kind, typeOnly }) => `${name} ${kind}${typeOnly ? " type" : ""}`);

  it.each<[string, readonly string[]]>([
    ["export function f() {}\nexport class C {}", ["f function", "C class"]],
    ["export interface A {}\nexport type B = 1;", ["A interface type", "B type type"]],
    ["function x() {}\nexport { x as y };", ["y function"]],
    [`export { x as y, type Z } from "./m";`, ["y re-export", "Z re-export type"]],
    [`export * as ns from "./m";`, ["ns re-export"]],
    [`import type { A } from "./m";\nexport { A };`, ["A re-export type"]],
    ["export default class {}", ["default class"]],
    ["export default class C {}", ["default class"]],
    ["const a = 1;\nexport default a;", ["default variable"]],
    ["export default 1 + 1;", ["default default"]],
    ["const a = 1;\nexport = a;", ["export= variable"]],
    ["export = { a: 1 };", ["export= export="]],
    ["class C {}\nexport type { C };", ["C class type"]],
    ["export const { a, b: [c, ...d], ...e } = x;", ["a variable", "c variable", "d variable", "e variable"]],
    ["export const enum E { A }", ["E enum"]],
    ["export namespace N { export type A = 1 }", ["N namespace type"]],
    ["export * from './m';", []],
  ])("%s", (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it("merged-declarations: one name with several meanings is one export", () => {
    const text =
      "export interface A {}\nexport const A = 1;\nexport function f(a: 1): 1;\nexport function f(a: 2): 2;\nexport function f(a: any) { return a; }";
    expect(names(text)).toEqual(["A variable", "f function"]);
  });

  it("commonjs: names assigned to exports of a JavaScript file are listed", () => {
    const text = "exports.a = exports.b = 1;\nmodule.exports.c = 2;\nmodule.exports = d;\nexports['e'] = 3;";
    expect(names(text, "src/a.cjs")).toEqual([
      "a variable",
      "b variable",
      "c variable",
      "export= export=",
      "e variable",
    ]);
    expect(names(text, "src/a.ts")).toEqual([]);
  });

  it("star-exports: they stand apart, with their specifier", () => {
    const { stars, exports } = sourceFacts(`export * from "./a";\nexport type * from "b";`, "src/i.ts");
    expect(exports).toEqual([]);
    expect(stars.map((star) => [star.specifier, star.typeOnly])).toEqual([
      ["./a", false],
      ["b", true],
    ]);
  });

  it("range-of-export: the range spans the name", () => {
    const text = "export const abc = 1;\nexport default function () {}";
    const ranges = sourceFacts(text, "a.ts").exports.map(({ range }) => text.slice(range.start, range.end));
    expect(ranges).toEqual(["abc", "export default function () {}"]);
  });
});

describe("imports", () => {
  it("import-kinds: every kind of import is found, in order", () => {
    const text = [
      `import a, { b } from "1";`,
      `import type { c } from "2";`,
      `import { type d } from "3";`,
      `import "4";`,
      `import {} from "5";`,
      `export { e } from "6";`,
      `export * from "7";`,
      `import f = require("8");`,
      `import type g = require("9");`,
      `type H = import("10").X | typeof import("11");`,
      `async function i() { await import("12"); require("13"); await import(\`14\`); }`,
      `import * as j from "15";`,
    ].join("\n");
    const found = sourceFacts(text, "a.ts").imports;
    expect(found.map((fact) => `${fact.specifier} ${fact.kind}`)).toEqual([
      "1 value",
      "2 type",
      "3 type",
      "4 side-effect",
      "5 side-effect",
      "6 re-export",
      "7 re-export",
      "8 require",
      "9 type",
      "10 type",
      "11 type",
      "12 dynamic",
      "13 require",
      "14 dynamic",
      "15 value",
    ]);
    for (const { range, specifier } of found) expect(text.slice(range.start + 1, range.end - 1)).toBe(specifier);
  });

  it("computed-specifier: an import of something computed is no import of a known file", () => {
    expect(sourceFacts("const a = import(x); require(y + 'z');", "a.ts").imports).toEqual([]);
  });
});

describe("lead", () => {
  it.each([
    ["/** About the file. */\nimport a from 'a';\nexport const b = a, c = 1;", "About the file."],
    [
      "/**\n * First line\n * goes on.\n *\n * Second paragraph.\n */\n\nexport const a = 1, b = 2;",
      "First line goes on.",
    ],
    ["/** About a. */\nexport const a = 1;", "About a."],
    ["/** About a. */\nexport const a = 1;\nexport const b = 2;", ""],
    ["/** @license MIT */\n/** About a. */\nexport const a = 1;", "About a."],
    [
      "/** Copyright me */\nimport a from 'a';\n/** Does {@link f|things}. @x */\nexport function f() {}",
      "Does things. @x",
    ],
    ["/** Text.\n * @module\n */\nexport const a = 1, b = 2;", "Text."],
    ["// no doc\nexport const a = 1;", ""],
    ["", ""],
  ])("%j", (text, lead) => {
    expect(sourceFacts(text, "a.ts").lead).toBe(lead);
  });
});

describe("problems", () => {
  it("syntax-problem: what does not parse is a problem with its range, and the rest is read", () => {
    const facts = sourceFacts("export const a = ;\nexport const b = 1;", "a.ts");
    expect(facts.problems).toEqual([{ message: "Expression expected", range: { start: 17, end: 18 } }]);
    expect(facts.exports.map((entry) => entry.name)).toEqual(["a", "b"]);
  });

  it("nested-too-deeply: nesting that overflows the parser is a problem, not a crash", () => {
    for (const open of ["[", "(", "{a:", "x=>", "-", "a?b:"]) {
      expect(sourceFacts(`export const a = ${open.repeat(50_000)}`, "a.ts").problems.length).toBeGreaterThan(0);
    }
  });

  it("large-file: three megabytes are read in linear time", () => {
    const text = "export const a = { b: [1, 2, 'import('], c: (d: number) => d }; // import(x)\n".repeat(40_000);
    const begin = cpuTime();
    expect(sourceFacts(text, "a.ts").exports).toHaveLength(1);
    expect(cpuTime() - begin).toBeLessThan(10000);
  });

  it("any-text: any text gives facts, and every range lies inside of it", () => {
    const piece = fc.constantFrom(
      "export ",
      "default ",
      "{",
      "}",
      "import ",
      '"./a"',
      " from ",
      "class A",
      "*",
      "as ",
      "=",
      "`${",
      "//",
      "/*",
      "\n",
      "type ",
      "<",
      "enum E ",
      "namespace N ",
      "(",
      "design-lint-disable-next-line",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const text = pieces.join("");
        const facts = sourceFacts(text, "a.tsx");
        for (const { range } of [...facts.exports, ...facts.stars, ...facts.imports, ...facts.problems]) {
          expect(range.start).toBeGreaterThanOrEqual(0);
          expect(range.end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});

describe("suppressions", () => {
  it("suppression-comment: the comment covers the next line", () => {
    const text =
      "a;\n// design-lint-disable-next-line trace/x -- since y\nconst b = 1;\n/* design-lint-disable-next-line p, q */\nc;";
    const found = sourceFacts(text, "a.ts").suppressions;
    expect(found.map(({ rules, reason }) => [rules, reason])).toEqual([
      [["trace/x"], "since y"],
      [["p", "q"], ""],
    ]);
    expect(found.map(({ covers }) => text.slice(covers.start, covers.end))).toEqual(["const b = 1;", "c;"]);
    expect(text.slice(found[0]?.range.start, found[0]?.range.end)).toMatch(/^\/\/ design.*since y$/);
  });

  it("shared-tree: the tree stays for who needs it next, without the bodies that decide no type", () => {
    const trees = createModuleCache();
    const text = "export function f(): number { return 1; }\nexport function g() { return 2; }";
    expect(sourceFacts(text, "a.ts", trees)).toEqual(sourceFacts(text, "a.ts"));
    const { file } = trees.parsed("a.ts", text);
    const bodies = file.statements.filter(ts.isFunctionDeclaration).map(({ body }) => body?.statements.length);
    expect(bodies).toEqual([0, 1]);
    const script = "/** @returns {number} */\nfunction f() { return 1; }";
    expect(sourceFacts(script, "a.js", trees)).toEqual(sourceFacts(script, "a.js"));
  });

  it("suppression-in-string: text in strings, templates and regular expressions is no comment", () => {
    const text = [
      "const a = '// design-lint-disable-next-line x -- y';",
      "const b = `",
      "// design-lint-disable-next-line x -- y",
      "${c} // design-lint-disable-next-line x -- y",
      "`;",
      "const d = /[/]/ design-lint-disable-next-line/;",
    ].join("\n");
    expect(sourceFacts(text, "a.ts").suppressions).toEqual([]);
    expect(sourceFacts("f(); // design-lint-disable-next-line x -- y", "a.ts").suppressions).toHaveLength(1);
  });
});
