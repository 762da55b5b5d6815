import { describe, expect, it } from "vitest";
import { bindFile } from "../../src/interface/bindings.ts";
import { isJavaScript, printName } from "../../src/interface/print-name.ts";
import type { OracleAnswer } from "../../src/interface/type-oracle.ts";
import { parseSource } from "../support/parse-source.ts";

function print(text: string, name: string, answer: string | null = null, path = "a.ts") {
  const said: OracleAnswer =
    answer === null ? { ok: false, reason: "no\nidea" } : { ok: true, text: answer, consulted: [] };
  const printing = {
    path,
    bindings: bindFile(parseSource(text, path)),
    oracle: { declarationOf: () => said },
    exported: true,
  };
  const { pieces, undecided } = printName(name, printing);
  return { texts: pieces.map((piece) => piece.text), undecided };
}

describe("printName", () => {
  it("by-syntax: the compiler is not asked where syntax says it all", () => {
    expect(print("export function f(a: 1): 1;\nexport function f(a: any) { return a; }", "f").texts).toEqual([
      "export declare function f(a: 1): 1;",
    ]);
  });

  it("by-oracle: its answer is reduced like a source, and what it made up stays local", () => {
    const answer =
      "declare const K_base: {\n    new (): { a: 1 };\n};\nexport declare class K extends K_base {\n    #private;\n    private b;\n    c: string;\n}";
    expect(print("export class K extends mix() { c = f(); }", "K", answer).texts).toEqual([
      "declare const K_base: {\n  new (): { a: 1 };\n};",
      "export declare class K extends K_base {\n  c: string;\n}",
    ]);
  });

  it("split: of a type and a value of one name only what says `export` is exported", () => {
    const text = "const A: 1 = 1;\nexport interface A { a: typeof A }";
    expect(print(text, "A").texts).toEqual(["declare const A: 1;", "export interface A { a: typeof A }"]);
    expect(
      print(
        "export function f() { return g(); }\ninterface f {}",
        "f",
        "export declare function f(): 1;\ninterface f {\n}",
      ).texts,
    ).toEqual(["export declare function f(): 1;", "interface f {}"]);
  });

  it("long-constant: a constant of more than 64 KiB is data, which a document does not hold", () => {
    expect(print(`export const a = "${"x".repeat(70_000)}";`, "a").texts).toEqual(["// undecided: a (no idea)"]);
    expect(print(`export const a = "${"x".repeat(60_000)}";`, "a").undecided).toBeNull();
  });

  it("undecided: without an answer the reason stands in a comment of one line", () => {
    expect(print("export const a = f();", "a")).toEqual({
      texts: ["// undecided: a (no idea)"],
      undecided: { name: "a", reason: "no idea" },
    });
  });

  it("javascript: its types are asked for whatever the syntax", () => {
    expect(print("export const a = 1;", "a", "export const a: 1;", "a.js").texts).toEqual([
      "export declare const a: 1;",
    ]);
    expect(["a.js", "b.cjs", "c.jsx", "d.ts", "e.mts"].map(isJavaScript)).toEqual([true, true, true, false, false]);
  });
});
