import { describe, expect, it } from "vitest";
import { readBlocks } from "../../src/interface/block.ts";
import { compareExports, type ExportsInput } from "../../src/interface/compare-exports.ts";
import { createModuleGraph } from "../../src/interface/module-graph.ts";
import { compareSurfaces } from "../../src/interface/surface.ts";
import type { TypeOracle } from "../../src/interface/type-oracle.ts";
import { blockOf, filesOf } from "../support/interface/compared.ts";
import { present } from "../support/interface/reading.ts";

interface More {
  readonly files?: Readonly<Record<string, string>>;
  readonly oracle?: TypeOracle;
}

function result(declared: string, actual: string, more: More = {}): ReturnType<typeof compareExports> {
  const graph = createModuleGraph(filesOf({ ...more.files, "src/a.ts": actual }));
  const source = present(graph.module("src/a.ts"));
  const design = readBlocks([blockOf(declared)], "src/a.ts");
  const surface = compareSurfaces(design.module, source, graph);
  const input: ExportsInput = { design, source, graph, surface, oracle: more.oracle ?? null, exactOptional: false };
  return compareExports(input);
}

const found = (declared: string, actual: string, more: More = {}): readonly string[] =>
  result(declared, actual, more).findings.map((finding) =>
    [finding.rule.replace("interface/", ""), finding.change ?? "", finding.export, finding.member ?? ""]
      .filter(Boolean)
      .join(" "),
  );

/** Answers every question alike and writes the questions down. */
function oracleOf(text: string): TypeOracle & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    declarationOf(_, name) {
      asked.push(name);
      return { ok: true, text, consulted: ["src/f.ts"] };
    },
  };
}

describe("compareExports", () => {
  it("equal exports give no finding, those that only one side has are not its business", () => {
    expect(found("export declare const a: 1;\nexport type B = 1;", "export const a = 1;\nexport type C = 1;")).toEqual(
      [],
    );
  });

  it("told-once: a change of a type is told where it is defined, not where it is mentioned", () => {
    const rest = "export declare function f(a: A): A;\nexport interface B { a: A[] }";
    expect(found(`export interface A { a: 1 }\n${rest}`, `export interface A { a: 2 }\n${rest}`)).toEqual([
      "changed member-type A a",
    ]);
  });

  it("asked-late: the compiler is asked for what syntax leaves undecided, and for nothing else", () => {
    const oracle = oracleOf("export declare const a: string;");
    const code = "export const a = f();\nexport const b: 1 = f();";
    const same = result("export declare const a: string;\nexport declare const b: 1;", code, { oracle });
    expect([same.findings, same.consulted, oracle.asked]).toEqual([[], ["src/f.ts"], ["a"]]);
    expect(found("export declare const a: number;\nexport declare const b: 1;", code, { oracle })).toEqual([
      "changed value a",
    ]);
  });

  it("asked-late: a difference that is certain needs no question", () => {
    const oracle = oracleOf("export declare const a: string;");
    expect(found("export type a = string;", "export const a = f();", { oracle })).toEqual(["changed kind a"]);
    expect(oracle.asked).toEqual([]);
  });

  it("never-guessed: without a compiler what has to be inferred is undecided", () => {
    expect(found("export declare const a: string;", "export const a = f();")).toEqual(["undecided value a"]);
  });

  it("re-exports: what both sides re-export is compared by what it is, not by the way to it", () => {
    const files = { "src/b.ts": "export class B {}", "src/c.ts": `export { B as C } from "./b";` };
    expect(found(`export { B } from "./b";`, `import { C } from "./c";\nexport { C as B };`, { files })).toEqual([]);
    expect(found(`export { B } from "m";`, `export { B } from "n";`)).toEqual(["undecided re-export B"]);
    expect(found(`export { B } from "m";`, `export { C as B } from "m";`)).toEqual(["changed re-export B"]);
    expect(found(`export type { B } from "./b";`, `export { B } from "./b";`, { files })).toEqual([
      "changed type-only B",
    ]);
  });

  it("kept-to-itself: a name that leads to what the source does not export is told once", () => {
    const declared = "export declare function f(a: Hidden): Hidden;";
    const actual = "interface Hidden { a: 1 }\nexport function f(a: Hidden): Hidden { return a; }";
    expect(found(declared, actual)).toEqual(["unknown-name Hidden"]);
    expect(found(`${declared}\ninterface Hidden { a: 1 }`, actual)).toEqual([]);
  });

  it("augmentations: `declare global` and `declare module` are compared, though nothing exports them", () => {
    const block = "declare global { interface Window { a: 1 } }";
    expect(found(block, `${block}\nexport {};`)).toEqual([]);
    expect(found(block, "export {};")).toEqual(["changed global-augmentation declare global"]);
    expect(found(block, "declare global { interface Window { a: 2 } }\nexport {};")).toEqual([
      "changed global-augmentation declare global Window.a",
    ]);
  });
});
