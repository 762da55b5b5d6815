import { describe, expect, it } from "vitest";
import { compared } from "../support/interface/compared.ts";

const told = (declared: string, actual: string) =>
  compared(`export {};\n${declared}`, `export {};\n${actual}`).findings.map(({ change, export: name }) => [
    change,
    name,
  ]);

describe("compare-augmentations", () => {
  it("augmentations: augmentations of the global scope and of modules are compared", () => {
    for (const head of ["global", 'module "package"']) {
      const of = (type: string): string => `declare ${head} { interface Window { a: ${type} } }`;
      expect(told(of("1"), of("1"))).toEqual([]);
      expect(told(of("1"), of("2"))).toEqual([["global-augmentation", `declare ${head}`]]);
    }
  });

  it("one-side: what only one side adds is a change", () => {
    const added = "declare global { interface Window { a: 1 } }";
    expect(told("", added)).toEqual([["global-augmentation", "declare global"]]);
    expect(told(added, "")).toEqual([["global-augmentation", "declare global"]]);
  });
});
