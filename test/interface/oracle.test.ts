import { describe, expect, it } from "vitest";
import { createPlatform } from "../../src/host/platform.ts";
import { createOracle } from "../../src/interface/oracle.ts";
import { memoryOracle, memoryRoot, smallConfig } from "../support/oracle.ts";

describe("createOracle", () => {
  it("inferred: types that the source leaves out are written", () => {
    const oracle = memoryOracle({
      "src/a.ts":
        'import { make } from "./b.js";\nexport const made = make();\nexport const limit = 3, name = "x";\nexport function f(x = 1) { return [x]; }\n',
      "src/b.ts": "export interface Made { id: string }\nexport function make(): Made { return { id: '' }; }\n",
    });
    expect(oracle.declarationOf("src/a.ts", "made")).toEqual({
      ok: true,
      text: 'export declare const made: import("./b.js").Made;',
      consulted: ["src/b.ts", "tsconfig.json"],
    });
    expect(oracle.declarationOf("src/a.ts", "limit")).toMatchObject({ text: "export declare const limit: 3;" });
    expect(oracle.declarationOf("src/a.ts", "name")).toMatchObject({ text: 'export declare const name: "x";' });
    expect(oracle.declarationOf("src/a.ts", "f")).toMatchObject({
      text: "export declare function f(x?: number): number[];",
    });
  });

  it("kinds-of-names: defaults, assignments, renamed exports and local names can be asked for", () => {
    const oracle = memoryOracle({
      "src/a.ts": "const inner = { a: 1 };\nexport { inner as outer };\nexport default inner;\n",
      "src/b.ts": "export = { a: 1 };\n",
      "src/c.ts": "export default [1];\n",
    });
    expect(oracle.declarationOf("src/a.ts", "outer")).toEqual(oracle.declarationOf("src/a.ts", "inner"));
    expect(oracle.declarationOf("src/a.ts", "default")).toMatchObject({
      text: expect.stringMatching(/a: number[\s\S]*export default inner;$/u),
    });
    expect(oracle.declarationOf("src/b.ts", "export=")).toMatchObject({
      text: expect.stringContaining("export = _default;"),
    });
    expect(oracle.declarationOf("src/c.ts", "default")).toMatchObject({
      text: "declare const _default: number[];\nexport default _default;",
    });
  });

  it("not-installed: what is inferred through an unresolved import has a reason and no type", () => {
    const oracle = memoryOracle({
      "src/a.ts":
        'import { make, type Shape } from "nowhere";\nexport const made = make();\nexport const size = 3 as number;\nexport const f = (shape: Shape) => 1;\n',
    });
    expect(oracle.declarationOf("src/a.ts", "made")).toEqual({
      ok: false,
      reason: 'it is inferred through `make` of "nowhere", which cannot be resolved',
    });
    expect(oracle.declarationOf("src/a.ts", "size")).toMatchObject({ ok: true });
    expect(oracle.declarationOf("src/a.ts", "f")).toMatchObject({
      text: "export declare const f: (shape: Shape) => number;",
    });
  });

  it("unknown-name: a name that the file does not declare has a reason", () => {
    const oracle = memoryOracle({ "src/a.ts": "export const a = [1];" });
    expect(oracle.declarationOf("src/a.ts", "b")).toEqual({
      ok: false,
      reason: "the compiler writes no declaration of b",
    });
    expect(oracle.declarationOf("src/missing.ts", "b")).toEqual({
      ok: false,
      reason: "the compiler cannot find the file",
    });
  });

  it("ambient: sources that declare for all files count where the tsconfig includes them, and are consulted", () => {
    const files = {
      "src/a.ts": "export const a = [1].odd();\n",
      "src/globals.ts": "export {};\ndeclare global { interface Array<T> { odd(): T[] } }\n",
    };
    const asked = (include: string) => {
      const config = smallConfig.replace(/\}$/u, `, "include": ["${include}"] }`);
      const texts: Readonly<Record<string, string>> = { ...files, "tsconfig.json": config };
      const oracle = createOracle({
        root: memoryRoot,
        files: createPlatform().typeFiles,
        text: (path) => texts[path],
        sources: ["src/a.ts"],
        declarations: ["src/globals.ts"],
      });
      return oracle.declarationOf("src/a.ts", "a");
    };
    expect(asked("src")).toMatchObject({
      text: "export declare const a: number[];",
      consulted: ["src/globals.ts", "tsconfig.json"],
    });
    expect(asked("src/a.ts")).toMatchObject({ ok: false });
  });

  it("too-long: a declaration that fills pages has a reason", () => {
    const members = Array.from({ length: 6000 }, (_, index) => `member${index}: ${index}`).join(", ");
    const oracle = memoryOracle({ "src/a.ts": `export const a = Object.assign({}, { ${members} });` });
    expect(oracle.declarationOf("src/a.ts", "a")).toEqual({
      ok: false,
      reason: "the inferred type is too long to be written out",
    });
  });

  it("javascript: types of comments count", () => {
    const oracle = memoryOracle({ "src/a.js": "/** @returns {string} */\nexport function f() { return g(); }\n" });
    expect(oracle.declarationOf("src/a.js", "f")).toMatchObject({ ok: true, text: "export function f(): string;" });
  });

  it("mixed: JavaScript that the tsconfig does not let in stays out, whatever else is asked about", () => {
    const files = {
      "src/a.ts": 'import { b } from "./b.js";\nexport const a = () => b;\n',
      "src/b.js": 'import { c } from "./c.ts";\nexport const b = c;\n',
      "src/c.ts": "export const c = [1];\n",
    };
    const asked = (sources: readonly string[], options: string) => {
      const config = smallConfig.replace('"strict"', `${options}"strict"`);
      const texts: Readonly<Record<string, string>> = { ...files, "tsconfig.json": config };
      const oracle = createOracle({
        root: memoryRoot,
        files: createPlatform().typeFiles,
        text: (path) => texts[path],
        sources,
      });
      expect(oracle.declarationOf("src/b.js", "b")).toMatchObject({ text: "export const b: number[];" });
      return oracle.declarationOf("src/a.ts", "a");
    };
    for (const sources of [["src/a.ts"], Object.keys(files)]) {
      expect(asked(sources, "")).toMatchObject({ ok: false, reason: expect.stringContaining("./b.js") });
      expect(asked(sources, '"checkJs": true, ')).toMatchObject({ text: "export declare const a: () => number[];" });
      expect(asked(sources, '"allowJs": true, ')).toMatchObject({ text: "export declare const a: () => number[];" });
    }
  });
});
