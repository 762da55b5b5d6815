import { describe, expect, it } from "vitest";
import { testNamesOf } from "../../src/evidence/test-names.ts";
import { findTests } from "../../src/evidence/test-walk.ts";
import { parseSource } from "../support/parse-source.ts";

function find(text: string) {
  const file = parseSource(text);
  const { cases, computed } = findTests(file, testNamesOf(file));
  return { computed, cases: cases.map(({ state, path, title }) => [state, ...path, title].join(" / ")) };
}

describe("findTests", () => {
  it("skipped-suite: a test inside a skipped suite is skipped", () => {
    expect(
      find(`describe.skip("s", () => { describe("t", () => { it("a", () => {}); it.todo("b"); }); });`).cases,
    ).toEqual(["skip / s / t / a", "skip / s / t / b"]);
  });

  it("loops: tests in loops, callbacks and helper functions cannot be counted", () => {
    expect(find(`for (const x of xs) it("a " + x, () => {});`)).toEqual({
      computed: true,
      cases: [`active / a \${x}`],
    });
    expect(find(`xs.forEach((x) => it("a", () => {}));`).computed).toBe(true);
    expect(find(`function both(n: string) { it(n, () => {}); }`).computed).toBe(true);
    expect(find(`describe("s", sharedSuite);`)).toEqual({ computed: true, cases: [] });
  });

  it("tables: a table counts as one test", () => {
    expect(find(`it.each([[1], [2]])("n %i", (n) => {}); it.for(rows)("m", () => {});`)).toEqual({
      computed: false,
      cases: ["active / n %i", "active / m"],
    });
  });

  it("helpers: only calls outside tests, hooks and functions make tests elsewhere", () => {
    expect(find(`describe("s", () => { testRule(rule); });`).computed).toBe(true);
    expect(find(`import { suite } from "../helper.js"; suite("x");`)).toEqual({ computed: true, cases: [] });
    expect(find(`it("a", () => { checkAll(); });`).computed).toBe(false);
    expect(find(`beforeEach(() => { verifySetup(); }); function f() { checkAll(); }`).computed).toBe(false);
    expect(find(`it("a", () => { for (const x of xs) fc.assert(fc.property(x, () => true)); });`).computed).toBe(false);
  });

  it("in-place: a function that is called where it stands runs once", () => {
    expect(find(`(() => { it("a", () => {}); })();`)).toEqual({ computed: false, cases: ["active / a"] });
  });

  it("unlike-tests: calls that only look alike are no tests", () => {
    expect(find(`/a/.test("b"); it("c", (re) => { re.exec("x"); }); context(value); test(path);`).cases).toEqual([
      "active / c",
    ]);
  });
});
