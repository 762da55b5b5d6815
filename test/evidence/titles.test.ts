import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { testFacts } from "../../src/evidence/titles.ts";

const shown = (text: string, path = "a.test.ts") =>
  testFacts(text, path).cases.map(({ state, path: suites, title }) => [state, ...suites, title].join(" / "));

describe("testFacts", () => {
  it("frameworks: each framework's ways to write a test are read", () => {
    expect(
      shown(`import { describe, it } from "vitest";
        describe("store", () => { it("a", () => {}); it.skipIf(true)("b", () => {}); it.runIf(linux)("c", () => {}); it.todo("d"); });`),
    ).toEqual(["active / store / a", "skip / store / b", "active / store / c", "todo / store / d"]);
    expect(
      shown(`import test, { suite as group } from "node:test";
        group("g", () => { test("a", async (t) => { await t.test("b", () => {}); }); test("c", { skip: true }, () => {}); });`),
    ).toEqual(["active / g / a", "active / g / a / b", "skip / g / c"]);
    expect(
      shown(`import { test } from "@playwright/test";
        test.describe("d", () => { test.beforeEach("h", () => {}); test("a", async () => { await test.step("s", async () => {}); }); test.fixme("b", () => {}); });`),
    ).toEqual(["active / d / a", "active / d / a / s", "skip / d / b"]);
    expect(
      shown(`context("m", function () { specify("a", function () {}); xit("b", function () {}); it("c"); });`),
    ).toEqual(["active / m / a", "skip / m / b", "todo / m / c"]);
    expect(
      shown(`import { test } from "bun:test"; test.failing("a", () => {}); test.if(false)("b", () => {});`),
    ).toEqual(["active / a", "skip / b"]);
  });

  it("suppressions: comments that suppress are read, those in strings are not", () => {
    const text = [
      "// design-lint-disable-next-line structure/orphan-test -- tests them all",
      'const fixture = "// design-lint-disable-next-line structure/empty-test -- no";',
      'it("a", () => {});',
    ].join("\n");
    expect(testFacts(text, "a.test.ts").suppressions).toMatchObject([
      { rules: ["structure/orphan-test"], reason: "tests them all" },
    ]);
  });

  it("focus: a focused test skips the others, except where a flag is needed for it", () => {
    expect(shown(`it.only("a", () => {}); it("b", () => {}); it.todo("c");`)).toEqual([
      "active / a",
      "skip / b",
      "todo / c",
    ]);
    expect(shown(`import { it } from "node:test"; it.only("a", () => {}); it("b", () => {});`)).toEqual([
      "active / a",
      "active / b",
    ]);
  });

  it("syntax-errors: a file that does not parse keeps its tests and says where it broke", () => {
    const facts = testFacts(`it("a", () => {});\nit("b", () => {`, "a.test.ts");
    expect(facts.cases).toHaveLength(2);
    expect(facts.problems).toEqual([{ message: "'}' expected.", range: { start: 34, end: 34 } }]);
  });

  it("deep-nesting: hostile nesting is a problem, not an exception", () => {
    expect(testFacts("(".repeat(100_000), "a.test.ts").problems).toHaveLength(1);
    expect(testFacts(`a${".b".repeat(100_000)}`, "a.test.ts").cases).toEqual([]);
  });

  it("range: a test's range spans its call up to the title", () => {
    const text = `  it.each([1])("n %i", () => {});`;
    const [found] = testFacts(text, "a.test.ts").cases;
    expect(text.slice(found?.range.start, found?.range.end)).toBe(`it.each([1])("n %i"`);
  });

  it("jsx: the extension tells the language", () => {
    expect(shown(`it("a", () => <b>{x}</b>);`, "a.test.tsx")).toEqual(["active / a"]);
    expect(testFacts(`it("a", () => <b>{x}</b>);`, "a.test.ts").problems).not.toEqual([]);
  });

  it("never throws, whatever the text", () => {
    const word = fc.constantFrom(
      "it(",
      "describe",
      '"x"',
      ".only",
      ".each([",
      "]",
      ")",
      "(",
      "`a${",
      "}",
      ", () => {",
      "test",
      ";",
      "=>",
      "for(",
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        expect(Array.isArray(testFacts(words.join(""), "a.test.ts").cases)).toBe(true);
      }),
    );
  });
});
