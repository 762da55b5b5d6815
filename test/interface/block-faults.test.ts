import { describe, expect, it } from "vitest";
import { readBlocks } from "../../src/interface/block.ts";
import { blockFaults } from "../../src/interface/block-faults.ts";
import { compareInterface } from "../../src/interface/compare.ts";
import { blockOf, filesOf } from "../support/interface/compared.ts";

const faults = (...blocks: readonly ReturnType<typeof blockOf>[]) =>
  blockFaults(blocks, readBlocks(blocks, "src/a.ts")).map(({ message, declared }) => [message, declared?.start]);

describe("blockFaults", () => {
  it("other-spelling: a block that calls TypeScript by another word is told, never passed over", () => {
    for (const lang of ["typescript", "TS", "ts,ignore"]) {
      const blocks = [blockOf("const a: 1;", 10), blockOf("const b: 1;", 100, lang)];
      expect(faults(...blocks)).toEqual([
        [`Unexpected language "${lang}" of a block in the interface, which is read only where it is ts or tsx`, 100],
      ]);
      const verdict = compareInterface({
        source: { path: "src/a.ts", text: "export const a = 1;" },
        document: { path: "a.md" },
        files: filesOf({}),
        oracle: null,
        blocks,
      });
      expect(verdict.findings.map(({ rule }) => rule)).toEqual(["interface/unparseable"]);
    }
  });

  it("declared-twice: two declarations that contradict each other are told at the second, across blocks too", () => {
    expect(faults(blockOf("type T = 1;", 10), blockOf("type T = 2;", 100))).toEqual([
      ["T is declared twice in the interface, in two ways", 105],
    ]);
  });

  it("nothing: blocks of ts and tsx that contradict nothing have no faults", () => {
    expect(faults(blockOf("const a: 1;"), blockOf("function f(): 1;", 100, "tsx"))).toEqual([]);
  });
});
