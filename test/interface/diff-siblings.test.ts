import { describe, expect, it } from "vitest";
import { compared } from "../support/interface/compared.ts";

const told = (declared: string, actual: string, files = {}) =>
  compared(declared, actual, { files }).findings.map(({ export: name, change, message }) => [name, change, message]);

const source = "export function a(x: string): void {}\nexport function b(x: string): void {}\n";
const design = "export declare function a(x: string): void;\nexport declare function b(x: string): void;\n";

describe("createSiblingDifference", () => {
  it("another-sibling: a name that stands for another export than the design says is told once", () => {
    const words = "default is a, the design says b — callers and implementers may break";
    expect(told(`${design}export default b;`, `${source}export default a;`)).toEqual([["default", "re-export", words]]);
    expect(told(`${design}export { b as x };`, `${source}export { a as x };`).map(([name]) => name)).toEqual(["x"]);
    const swapped = told(`${design}export { a as x, b as y };`, `${source}export { b as x, a as y };`);
    expect(swapped.map(([name]) => name)).toEqual(["x", "y"]);
    const files = { "src/x.ts": source };
    expect(told(`${design}export default b;`, "export { a, b, a as default } from './x';", files)).toHaveLength(1);
  });

  it("no-sibling: what one of the sides exports under no other name is compared by its form", () => {
    const local = "function c(x: string): void {}\n";
    const declared = "declare function c(x: string): void;\n";
    expect(told(`${design}${declared}export default c;`, `${source}export default a;`)).toEqual([]);
    expect(told(`${design}export default b;`, `${source}${local}export default c;`)).toEqual([]);
    expect(told("declare function d(x: string): void;\nexport default d;", `${local}export default c;`)).toEqual([]);
  });

  it("same-sibling: names of one thing are equal, in whatever way they are exported", () => {
    expect(told(`${design}export default a;`, `${source}export { a as default };`)).toEqual([]);
    expect(told(`${design}export { a as x, b as y };`, `${source}export { a as x };\nexport { b as y };`)).toEqual([]);
    const type = "export interface T { a: 1 }\nexport type { T as U };\n";
    expect(told(type, type)).toEqual([]);
  });

  it("different-forms: where the forms differ too, that is what is told", () => {
    const other = "export declare function a(x: string): void;\nexport declare function b(x: number): void;\n";
    const actual = "export function a(x: string): void {}\nexport function b(x: number): void {}\n";
    expect(told(`${other}export default b;`, `${actual}export default a;`).map(([, change]) => change)).toEqual([
      "parameter-type",
    ]);
  });
});
