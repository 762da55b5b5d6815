import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readBlocks } from "../../src/interface/block.ts";
import { exportedEntity } from "../../src/interface/export-table.ts";
import { createModuleGraph } from "../../src/interface/module-graph.ts";
import { isWrittenAlike } from "../../src/interface/written-alike.ts";
import { type Dice, diceOf } from "../corpus/support/dice.ts";
import { spellingRewrites } from "../corpus/support/rewrites/spelling.ts";
import { parsed } from "../corpus/support/tree.ts";
import { inputOf } from "../fuzz/inputs.ts";
import { blockOf, compared, filesOf } from "../support/interface/compared.ts";
import { differentPairs } from "../support/interface/different-pairs.ts";
import { equalPairs, pairFiles } from "../support/interface/equal-pairs.ts";
import { packageRoot } from "../support/program.ts";

/** The exports of both sides that are alike. */
function alikeNames(declared: string, actual: string, path = "src/a.ts"): readonly string[] {
  const graph = createModuleGraph(filesOf({ ...pairFiles, [path]: actual }));
  const source = graph.module(path);
  const design = readBlocks([blockOf(declared)], path).module;
  if (source === null) throw new Error("the source was given");
  return [...source.bindings.exports.keys()].filter((name) => {
    const [left, right] = [exportedEntity(design, name, graph), exportedEntity(source, name, graph)];
    return left !== null && right !== null && isWrittenAlike(left, right, { design, source });
  });
}

/** Random modules and real sources, each beside itself and beside what came of it by chance. */
function pairs(): readonly { readonly declared: string; readonly actual: string }[] {
  const folder = join(packageRoot, "src/interface");
  const real = readdirSync(folder).sort().slice(0, 8);
  const texts = real.map((path) => readFileSync(join(folder, path), "utf8"));
  const random = Array.from({ length: 120 }, (_, index) => inputOf(7, index, texts));
  return [
    ...random.filter(({ kind }) => kind !== "hostile"),
    ...texts.map((text) => ({ declared: text, actual: text })),
  ];
}

function inParentheses(text: string): string {
  const always: Dice = { ...diceOf(0), roll: () => 0 };
  const rewrite = spellingRewrites.find(({ name }) => name === "parentheses");
  return rewrite?.rewrite(parsed(text), always) ?? text;
}

describe("written-alike", () => {
  it("same-words: declarations in the same words are alike, with bodies on one side", () => {
    const declared =
      "export declare function f(a: string): A;\nexport interface A { readonly a: B[] }\nexport type B = A | 1;\nexport declare const c: Map<A, B>;\nexport declare class D extends E<A> { a: A; f(): B; f(a: 1): 1; #private }\nexport declare class E<T> { e: T }";
    const actual =
      "export class E<T> { e: T = x }\nexport const c: Map<A, B> = new Map();\n/** A. */\nexport interface A {\n  // b\n  readonly a: B[];\n}\nexport type B = A | 1;\nexport async function f(a: string): A { return a }\nexport class D extends E<A> { a: A = 1; #x = 1; f(): B; f(a: 1): 1; f(): any {} }";
    expect([...alikeNames(declared, actual)].sort()).toEqual(["A", "B", "D", "E", "c", "f"]);
  });

  it("never-wrong: no export that differs is alike, in any row of the pair tables", () => {
    for (const [what, declared, actual] of differentPairs) {
      const told = compared(declared, actual, { files: pairFiles }).findings.map((finding) => finding.export);
      expect(
        alikeNames(declared, actual).filter((name) => told.includes(name)),
        what,
      ).toEqual([]);
    }
  });

  it("often: identical texts of the pair tables are mostly alike", () => {
    const texts = equalPairs.map(([, declared]) => declared).filter((text) => /^export declare function/u.test(text));
    expect(texts.length).toBeGreaterThan(20);
    expect(texts.filter((text) => alikeNames(text, text).length > 0).length).toBeGreaterThan(texts.length * 0.6);
  });

  it("local-types: a local type that both sides write out counts only if it is alike too", () => {
    const declared = "interface L { a: M }\ninterface M { b: L }\nexport declare function f(a: L): void;";
    expect(alikeNames(declared, declared.replace("declare ", "").replace("void;", "void {}"))).toEqual(["f"]);
    expect(alikeNames(declared, declared.replace("b: L", "b: 1"))).toEqual([]);
  });

  it("brands: a design may leave private members out, also of local classes, but states none that are not there", () => {
    const source = "export class A { #a = 1; b: 1 = 1 }\nclass L { private a = 1 }\nexport declare const c: L | 1;";
    const declared = "export declare class A { b: 1 }\ndeclare class L {}\nexport declare const c: L | 1;";
    expect(alikeNames(declared, source)).toEqual(["A", "c"]);
    expect(alikeNames(declared.replace("b: 1", "b: 1; #private"), source)).toEqual(["A", "c"]);
    expect(alikeNames(declared.replace("b: 1", "b: 1; private a"), source)).toEqual(["c"]);
    expect(compared(declared, source).findings.map(({ change, information }) => [change, information])).toEqual([
      ["brand", true],
    ]);
  });

  it("hidden-names: a name that the source keeps to itself and the design does not write out is not alike", () => {
    const source = "interface L { a: 1 }\nexport declare function f(a: L): void;";
    expect(alikeNames("export declare function f(a: L): void;", source)).toEqual([]);
  });

  it("other-imports: a name that the design imports from elsewhere is not alike", () => {
    const text = (from: string) =>
      `import type { Session } from "${from}";\nexport declare function f(a: Session): void;`;
    expect(alikeNames(text("./session"), text("./session"))).toEqual(["f"]);
    expect(alikeNames(text("./other"), text("./session"))).toEqual([]);
    expect(alikeNames(text("./session").replace("Session }", "Store as Session }"), text("./session"))).toEqual([]);
    expect(alikeNames("export declare function f(a: Session): void;", text("./session"))).toEqual(["f"]);
  });

  it("type-only: the same words behind an export of types alone are not alike", () => {
    const words = "declare class A { a: 1 }\n";
    expect(alikeNames(`${words}export { A };`, `${words}export { A };`)).toEqual(["A"]);
    expect(alikeNames(`${words}export type { A };`, `${words}export { A };`)).toEqual([]);
    expect(alikeNames(`${words}export { A };`, `${words}export type { A };`)).toEqual([]);
  });

  it("other-exports: a name that the source exports for something else is not alike", () => {
    const source =
      "interface A { a: 1 }\ninterface B { b: 1 }\nexport { B as A };\nexport declare function f(a: A): void;";
    expect(alikeNames("export declare function f(a: A): void;", source)).toEqual([]);
    const plain = "export interface A { b: 1 }\nexport declare function f(a: A): void;";
    const swapped =
      "interface A { a: 1 }\ninterface B { b: 1 }\nexport { B as A };\nexport declare function f(a: A): void;";
    expect(alikeNames(swapped, plain)).toEqual([]);
    expect(alikeNames(plain, swapped)).toEqual([]);
    expect(alikeNames(plain, plain)).toEqual(["A", "f"]);
  });

  it("assigned-members: functions that are given members are not alike", () => {
    const declared = "export declare function f(): void;";
    expect(alikeNames(declared, "export function f(): void {}")).toEqual(["f"]);
    expect(alikeNames(declared, "export function f(): void {}\nf.limit = 3;")).toEqual([]);
  });

  it("stars-and-javascript: sources with stars, and JavaScript, are left to the normal form", () => {
    const text = "export declare function f(a: Session): void;";
    expect(alikeNames(text, `${text}\nexport * from "./session";`)).toEqual([]);
    expect(alikeNames(text, "export function f(a) {}", "src/a.js")).toEqual([]);
  });

  it("shortcut: what it calls alike has no difference in the normal form either, in random and in real code", () => {
    let alike = 0;
    for (const { declared, actual } of pairs()) {
      const names = alikeNames(declared, actual);
      // In parentheses the words differ, and the normal form does not.
      const slow = compared(inParentheses(declared), actual, { files: pairFiles }).findings;
      const told = slow.filter(({ information }) => information !== true).map(({ export: name }) => name);
      alike += names.length;
      expect(
        names.filter((name) => told.includes(name)),
        `${declared}\n---\n${actual}`,
      ).toEqual([]);
    }
    // Where nothing is alike, nothing is shown.
    expect(alike).toBeGreaterThan(100);
  });
});
