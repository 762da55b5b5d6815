import { describe, expect, it } from "vitest";
import { testFacts } from "../../src/evidence/titles.ts";
import type { Framework } from "../../src/scaffold/framework.ts";
import { scaffoldTest } from "../../src/scaffold/test.ts";

const cases = [
  { id: "empty-list", text: 'an empty list is "nothing"' },
  { id: "bare", text: "" },
];

describe("scaffoldTest", () => {
  it("one-each: each case is a test to be written, named by id and text", () => {
    expect(scaffoldTest("sessions/store", cases, "vitest")).toBe(
      'import { describe, it } from "vitest";\n\ndescribe("sessions/store", () => {\n  it.todo("empty-list: an empty list is \\"nothing\\"");\n  it.todo("bare");\n});\n',
    );
  });

  it("no-cases: without cases one test names the component", () => {
    expect(scaffoldTest("store", [], "jest")).toBe('describe("store", () => {\n  it.todo("store");\n});\n');
  });

  it("frameworks: every framework's file is read back as tests that wait", () => {
    const frameworks: readonly Framework[] = ["vitest", "jest", "node:test", "mocha", "bun", "playwright"];
    for (const framework of frameworks) {
      const facts = testFacts(scaffoldTest("store", cases, framework), "store.test.ts");
      expect(facts.problems).toEqual([]);
      expect(facts.cases.map(({ title }) => title)).toEqual(['empty-list: an empty list is "nothing"', "bare"]);
      expect(facts.cases.some(({ state }) => state === "active")).toBe(false);
    }
  });

  it("odd-titles: line breaks and quotes cannot break the file", () => {
    const text = scaffoldTest("store", [{ id: "a", text: `b\n"); evil(\`\${c}\`); it("` }], "vitest");
    expect(testFacts(text, "a.test.ts").cases).toHaveLength(1);
  });
});
