import { describe, expect, it } from "vitest";
import { emitFile } from "../../src/interface/oracle-emit.ts";
import { checkedFile } from "../support/oracle.ts";

function emit(text: string) {
  const { program, file } = checkedFile(text);
  return emitFile(program, file);
}

describe("emitFile", () => {
  it("apart: the declarations of each name are found, overloads and merged ones together", () => {
    const { parts } = emit(
      "export const a = 1, b = a;\nexport function f(x: 1): 1;\nexport function f(x: any) { return x }\nexport namespace f { export const z = 2 }\n",
    );
    expect(parts.get("a")).toEqual(["export declare const a: 1;"]);
    expect(parts.get("b")).toEqual(["export declare const b: 1;"]);
    expect(parts.get("f")).toHaveLength(2);
  });

  it("made-up-names: bases and defaults that the compiler names itself are linked", () => {
    const { needs, parts } = emit(
      "function mix() { return class { a = 1 } }\nexport class K extends mix() {}\nexport default { k: 1 };\n",
    );
    expect(needs.get("K")).toEqual(["K_base"]);
    expect(needs.get("default")).toEqual(["_default"]);
    expect(parts.has("K_base")).toBe(true);
  });

  it("aliases: export lists lead to local names", () => {
    expect([...emit("const a = 1; export { a as b };").aliases]).toEqual([["b", "a"]]);
  });

  it("failures: what the compiler cannot name stands at its place in the source", () => {
    const text =
      "export const before = 1;\nexport function f() { const s: unique symbol = null!; return { [s]: 1 }; }\n";
    const { failures } = emit(text);
    for (const { start, reason } of failures)
      expect([start >= text.indexOf("f()") - 1 || start === -1, reason.endsWith(".")]).toEqual([true, false]);
  });
});
