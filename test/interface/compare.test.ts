import { describe, expect, it } from "vitest";
import type { InterfaceFinding } from "../../src/interface/verdict.ts";
import { compared } from "../support/interface/compared.ts";
import { differentPairs } from "../support/interface/different-pairs.ts";
import { equalPairs, pairFiles } from "../support/interface/equal-pairs.ts";

describe("equal pairs", () => {
  it.each(equalPairs)("equal: %s", (_, declared, actual) => {
    expect(compared(declared, actual, { files: pairFiles }).findings).toEqual([]);
  });
});

const nameOf = ({ rule, change }: InterfaceFinding): string =>
  ["interface/changed", "interface/missing-export", "interface/undeclared-export"].includes(rule)
    ? (change ?? "")
    : rule;

describe("different pairs", () => {
  it.each(differentPairs)("different: %s", (_, declared, actual, expected) => {
    const { findings } = compared(declared, actual, { files: pairFiles });
    const names = findings.map(nameOf);
    expect(
      [...new Set(names)].sort(),
      JSON.stringify(
        findings.map((finding) => finding.message),
        null,
        1,
      ),
    ).toEqual([...new Set(expected)].sort());
  });
});
