import { describe, expect, it } from "vitest";
import { documentFacts } from "../../src/document/facts.ts";
import { interfaceBlocks } from "../../src/document/interface-blocks.ts";
import { changeLine } from "../../src/interface/change-words.ts";
import { compareBlocks } from "../../src/interface/compare-blocks.ts";

const blocks = (...codes: readonly string[]) => {
  const fences = codes.map((code) => `\`\`\`ts\n${code}\n\`\`\`\n`).join("\n");
  const text = `---\ntype: module\nstatus: draft\n---\n\n# A\n\n## Interface\n\n${fences}`;
  return interfaceBlocks(documentFacts(Buffer.from(text)).blocks);
};
const lines = (before: string, after: string) => compareBlocks(blocks(before), blocks(after)).map(changeLine);

describe("compareBlocks", () => {
  it("tells what was taken out, what is new and what is another", () => {
    const before = "export declare function save(id: string): void;\nexport declare const limit: number;";
    const after =
      "export declare function save(id: string, force: boolean): void;\nexport interface Session { readonly id: string }";
    expect(lines(before, after).sort()).toEqual([
      "Session is a new export",
      "limit is no longer exported — callers and implementers may break",
      "save has a new parameter — callers may break",
    ]);
  });

  it("same: the same declarations in other words, order or layout are no change", () => {
    const one = "export type A = string | number;\nexport declare const b: readonly string[];";
    const two = "export declare const b: ReadonlyArray<string>;\nexport type A = number | string;";
    expect(lines(one, two)).toEqual([]);
  });

  it("no-export-word: where nothing is marked, everything is exported on either side", () => {
    expect(
      lines(
        "declare function a(): void;\ninterface B { c: string }",
        "export declare function a(): void;\nexport interface B { c: string }",
      ),
    ).toEqual([]);
    expect(lines("declare function a(): void;", "declare function a(): string;")).toEqual([
      "a returns another type — implementers may break",
    ]);
    expect(lines("declare function a(): void;", "declare function a(): void;\ninterface B { c: string }")).toEqual([
      "B is a new export",
    ]);
  });

  it("imported-names: names that only the source imports are the same on both sides, and others are not", () => {
    expect(
      lines("export declare function a(s: Session): Store;", "export declare function a(s: Session): Store;"),
    ).toEqual([]);
    expect(
      lines("export declare function a(s: Session): Store;", "export declare function a(s: Session): Cache;"),
    ).toHaveLength(1);
  });

  it("several-blocks: together they are one interface", () => {
    expect(
      compareBlocks(
        blocks("export type A = 1;", "export type B = A;"),
        blocks("export type A = 1;\nexport type B = A;"),
      ),
    ).toEqual([]);
  });

  it("no-block: an interface that came, went, or was never there", () => {
    expect(compareBlocks([], blocks("export type A = 1;")).map(changeLine)).toEqual(["A is a new export"]);
    expect(compareBlocks(blocks("export type A = 1;"), []).map(changeLine)).toEqual([
      "A is no longer exported — callers and implementers may break",
    ]);
    expect(compareBlocks([], [])).toEqual([]);
  });

  it("syntax: a block that does not parse is said", () => {
    expect(lines("export type A = 1;", "export type A = {;")[0]).toContain("Unexpected syntax");
  });
});
