import ts from "typescript";
import { describe, expect, it } from "vitest";
import { ambientSources, isAmbient } from "../../src/interface/ambient.ts";
import { parseSource } from "../../src/interface/parse.ts";
import { checkedFile } from "../support/oracle.ts";

const ambient = (text: string, path = "src/a.ts"): boolean => isAmbient(parseSource(path, text));

describe("ambient", () => {
  it('augmentation: `declare global` and `declare module "x"` reach all files, a namespace does not', () => {
    expect(ambient("export {};\ndeclare global { interface Window { a: 1 } }")).toBe(true);
    expect(ambient('import "x";\ndeclare module "x" { interface A { a: 1 } }')).toBe(true);
    expect(ambient("export namespace N { const a: 1 }")).toBe(false);
    expect(ambient("export declare const a: 1;")).toBe(false);
  });

  it("script: what a file without imports and exports declares is global, what it only does is not", () => {
    expect(ambient("interface A { a: 1 }")).toBe(true);
    expect(ambient("const a = 1;")).toBe(true);
    expect(ambient("console.log(1);")).toBe(false);
    expect(ambient("")).toBe(false);
  });

  it("javascript: JavaScript declares nothing for others", () => {
    expect(ambient("const a = 1;", "src/a.js")).toBe(false);
  });

  it("sources: of a program only its own sources are named", () => {
    expect(ambientSources(checkedFile("declare const a: 1;").program)).toEqual(["/a.ts"]);
    expect(ambientSources(checkedFile("export const a = 1;").program)).toEqual([]);
    const library = ts.createProgram({ rootNames: [], options: { lib: ["lib.es5.d.ts"], types: [] } });
    expect(ambientSources(library)).toEqual([]);
  });
});
