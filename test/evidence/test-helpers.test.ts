import { describe, expect, it } from "vitest";
import { callee } from "../../src/evidence/test-callee.ts";
import { importedHelpers, makesTestsElsewhere } from "../../src/evidence/test-helpers.ts";
import { parseSource } from "../support/parse-source.ts";

function reads(text: string): boolean {
  const file = parseSource(text);
  const statement = file.statements.at(-1);
  if (statement === undefined) throw new Error("no statement");
  const names = new Map([
    ["test", callee("case")],
    ["suite", callee("suite")],
  ]);
  return makesTestsElsewhere(statement, { names, imported: importedHelpers(file) });
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

  it("imported-helpers: what the project itself exports for tests makes them where it is called", () => {
    const after = (call: string) => reads(`import { a, suite, test, setupServer } from "../helper.js";\n${call}`);
    expect(["a('x')", "a.of('x')", "await a('x')", "suite('x')", "test(rows)"].map(after)).toEqual(Array(5).fill(true));
    expect(["setupServer()", "suite('x', () => {})", "test('x')", "b('x')"].map(after)).toEqual(Array(4).fill(false));
    expect(reads(`import { a } from "a-package";\na('x')`)).toBe(false);
    expect(reads(`import type { a } from "./a.js";\na('x')`)).toBe(false);
    expect(reads(`import * as laws from "./a.js";\nlaws.all('x')`)).toBe(true);
    expect(reads(`import b from "./a.js";\nb('x')`)).toBe(true);
  });

  it("imported-tests: importing a file of tests for its effects makes them", () => {
    expect(reads(`import "./shared-tests.js"`)).toBe(true);
    expect(reads(`import "./polyfill.js"`)).toBe(false);
    expect(reads(`import "test-setup"`)).toBe(false);
  });
});
