import { describe, expect, it } from "vitest";
import { compared } from "../support/interface/compared.ts";

const files = {
  "src/x.ts": "export class A {}\nexport class B {}\nexport interface I { a: 1 }",
};
const told = (declared: string, actual: string) =>
  compared(declared, actual, { files }).findings.map(({ rule, change }) => change ?? rule);

describe("diff-reexports", () => {
  it("target: two things of the project are a change", () => {
    expect(told('export { A } from "./x";', 'export { A } from "./x.js";')).toEqual([]);
    expect(told('export { A } from "./x";', 'export { B as A } from "./x";')).toEqual(["re-export"]);
  });

  it("type-only: a re-export of types alone differs where there is more than a type", () => {
    expect(told('export { A } from "./x";', 'export type { A } from "./x";')).toEqual(["type-only"]);
    expect(told('export { I } from "./x";', 'export type { I } from "./x";')).toEqual([]);
    const open = compared('export { A } from "p";', 'export type { A } from "p";').findings;
    expect(open.map(({ rule }) => rule)).toEqual(["interface/undecided"]);
  });

  it("perhaps-one: what two packages export under one name may be one thing", () => {
    const { findings } = compared('export { A } from "p";', 'export { A } from "q";');
    expect(findings.map(({ rule }) => rule)).toEqual(["interface/undecided"]);
  });
});
