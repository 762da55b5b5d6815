import { expect, it } from "vitest";
import type { Splice } from "../../src/edit.ts";
import { readBlocks } from "../../src/interface/block.ts";
import { type CompareInput, compareInterface } from "../../src/interface/compare.ts";
import { type Candidate, createTrial, type Trial } from "../../src/interface/mend-check.ts";
import type { TypeOracle } from "../../src/interface/type-oracle.ts";
import { blockOf, filesOf } from "../support/interface/compared.ts";

const actual = "export const a = 1;\nexport const b = 2;\nexport const c = 3;";
const declared = "export declare const a: 0;\nexport declare const b: 0;\nexport declare const c: 0;";

interface Tried {
  readonly trial: Trial;
  /** A candidate that promises to mend an export by one edit. */
  candidate(name: string, splice: Splice): Candidate;
}

function tried(more: Partial<CompareInput> = {}): Tried {
  const input: CompareInput = {
    source: { path: "src/a.ts", text: actual },
    document: { path: "a.md" },
    blocks: [blockOf(declared)],
    files: filesOf({ "src/a.ts": actual }),
    oracle: null,
    ...more,
  };
  const { findings } = compareInterface(input);
  return {
    trial: createTrial(input, readBlocks(input.blocks, "src/a.ts")),
    candidate: (name, splice) => ({ findings: findings.filter((one) => one.export === name), splices: [splice] }),
  };
}

/** Writes a value for `a` (0), `b` (1) or `c` (2). */
const value = (index: number, text: string): Splice => ({
  range: { start: index * 27 + 24, end: index * 27 + 25 },
  text,
});

it("promise: an edit passes when its findings are gone and none has come", () => {
  const { trial, candidate } = tried();
  const good = candidate("a", value(0, "1"));
  expect(trial.passing([good])).toEqual([good]);
  expect(trial.passing([candidate("a", value(0, "5"))])).toEqual([]);
  expect(trial.passing([])).toEqual([]);
});

it("broken: an edit that breaks the block, or brings another finding, does not pass", () => {
  const { trial, candidate } = tried();
  expect(trial.passing([candidate("a", value(0, "1 }"))])).toEqual([]);
  expect(trial.passing([candidate("a", value(0, "1;\nexport declare const d: 1"))])).toEqual([]);
});

it("halves: one bad edit does not hold back the good ones", () => {
  const { trial, candidate } = tried();
  const good = [candidate("a", value(0, "1")), candidate("c", value(2, "3"))];
  expect(trial.passing([candidate("b", value(1, "7")), ...good])).toEqual(good);
});

it("collision: of two edits that are right alone and wrong together one waits", () => {
  const { trial, candidate } = tried();
  const one = candidate("a", value(0, "1"));
  const other = candidate("a", value(0, "(1)"));
  const passed = trial.passing([one, other, candidate("b", value(1, "2"))]);
  expect(passed.length).toBe(2);
  expect(passed).not.toContain(passed.includes(one) ? other : one);
});

it("known-answers: the compiler compares no types that it was not asked about before", () => {
  const asked: string[] = [];
  const oracle: TypeOracle = {
    declarationOf: () => ({ ok: false, reason: "no" }),
    sameType(_, question) {
      asked.push(question.declared);
      return { ok: true, same: false, consulted: [] };
    },
  };
  const text = "export const a: Partial<{ b: 1 }> = {};";
  const source = { path: "src/a.ts", text };
  const blocks = [blockOf("export declare const a: { b?: 2 };")];
  const { trial, candidate } = tried({ source, blocks, oracle, files: filesOf({ "src/a.ts": text }) });
  const before = [...asked];
  expect(before).not.toEqual([]);
  expect(trial.passing([candidate("a", { range: { start: 30, end: 31 }, text: "3" })])).toEqual([]);
  expect(asked).toEqual(before);
});

it("bounded: trying ends after two hundred comparisons", () => {
  const { trial, candidate } = tried();
  for (let round = 0; round < 200; round++) trial.passing([candidate("a", value(0, "5"))]);
  expect(trial.passing([candidate("a", value(0, "1"))])).toEqual([]);
});
