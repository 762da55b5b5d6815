import { describe, expect, it } from "vitest";
import { failureReason, mostFailures } from "../../src/interface/compiler-failure.ts";
import { compared } from "../support/interface/compared.ts";
import { memoryOracle } from "../support/oracle.ts";

const hostile = "type F<T> = T extends [infer H, ...infer R] ? [H, ...F<R>, ...F<R>] : [];\n";
const ones = `[${Array.from({ length: 16 }, () => "1").join(", ")}]`;
const nested = "its types nest too deeply for the compiler";
const failed = "the compiler itself fails on its types";

describe("failureReason", () => {
  it("out-of-stack: an error of the stack says that the types nest", () => {
    expect(failureReason(new RangeError("Maximum call stack size exceeded"))).toBe(nested);
  });

  it("any-error: every other error, one without a message too, says that the compiler fails", () => {
    expect([new TypeError("x"), new Error("Debug Failure. False expression"), null].map(failureReason)).toEqual([
      failed,
      failed,
      failed,
    ]);
  });

  it("a few failures are worth another start", () => expect(mostFailures).toBeGreaterThan(1));
});

describe("a type on which the compiler throws", () => {
  it("one-question: costs the answer for its export alone", () => {
    const actual = `export ${hostile}export type Q = F<${ones}>;\nexport type R = ReturnType<() => 1>;\nexport type S = ReturnType<() => 2>;\n`;
    const declared = `export ${hostile}export type Q = 1[];\nexport type R = 1;\nexport type S = 3;\n`;
    const { findings } = compared(declared, actual, { oracle: memoryOracle({ "src/a.ts": actual }) });
    expect(findings.map(({ rule, export: name, message }) => [rule, name, message.includes("compiler")])).toEqual([
      ["interface/undecided", "Q", true],
      ["interface/spelling", "R", false],
      ["interface/changed", "S", false],
    ]);
  });

  it("one-file: costs the inferred declarations of its file alone", () => {
    const a = `${hostile}declare function make<T>(): { a: F<T>["length"] };\nexport const q = make<${ones}>();\n`;
    const oracle = memoryOracle({ "src/a.ts": a, "src/b.ts": "export const b = [1].map(String);\n" });
    expect(oracle.declarationOf("src/a.ts", "q")).toEqual({ ok: false, reason: expect.stringContaining("compiler") });
    expect(oracle.declarationOf("src/b.ts", "b")).toMatchObject({ ok: true });
  });
});
