import { describe, expect, it } from "vitest";
import { compared } from "../support/interface/compared.ts";
import { equalPairs, pairFiles } from "../support/interface/equal-pairs.ts";

describe("equal pairs", () => {
  it.each(equalPairs)("equal: %s", (_, declared, actual) => {
    expect(compared(declared, actual, { files: pairFiles }).findings).toEqual([]);
  });
});
