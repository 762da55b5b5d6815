import { describe, expect, it } from "vitest";
import { callee } from "../../src/evidence/test-callee.ts";
import { makesTestsElsewhere } from "../../src/evidence/test-helpers.ts";
import { parseSource } from "../support/parse-source.ts";

function reads(text: string): boolean {
  const statement = parseSource(text).statements.at(-1);
  if (statement === undefined) throw new Error("no statement");
  return makesTestsElsewhere(statement, new Map([["test", callee("case")]]));
}

describe("makesTestsElsewhere", () => {
  it("telling-names: a helper whose name speaks of tests makes them", () => {
    expect(["testRule(r)", "runTests()", "new RuleTester().run('x')", "await shouldBehaveLike(x)"].map(reads)).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  it("everyday-calls: set-up, assertions and the tests of the file itself are no helpers", () => {
    expect(
      ["setup()", "expect(x).testValue()", "vi.runTests()", "test.describe.configure({})", "const x = 1"].map(reads),
    ).toEqual([false, false, false, false, false]);
  });

  it("imported-tests: importing a file of tests for its effects makes them", () => {
    expect(reads(`import "./shared-tests.js"`)).toBe(true);
    expect(reads(`import "./polyfill.js"`)).toBe(false);
    expect(reads(`import "test-setup"`)).toBe(false);
  });
});
