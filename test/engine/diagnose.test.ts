import { describe, expect, it } from "vitest";
import { diagnose, ruleUrl } from "../../src/engine/diagnose.ts";
import type { Stamped } from "../../src/engine/run.ts";

const texts = new Map([
  ["a.md", "one\r\ntwo 😀 x\n"],
  ["b.ts", "b\n"],
]);
const found = (path: string, start: number, end: number, rule = "x/y"): Stamped => ({
  rule,
  severity: "error",
  finding: { path, range: { start, end }, message: "m" },
});

describe("diagnose", () => {
  it("counts lines and columns from 1, columns in UTF-16 units, end exclusive", () => {
    const [diagnostic] = diagnose([found("a.md", 12, 13)], texts);
    expect(diagnostic?.range).toEqual({ start: { line: 2, column: 8 }, end: { line: 2, column: 9 } });
  });

  it("first-line: an empty range at the start is widened to the first line", () => {
    expect(diagnose([found("a.md", 0, 0)], texts)[0]?.range.end).toEqual({ line: 1, column: 4 });
  });

  it("no-text: a file that could not be read is pointed at as a whole", () => {
    expect(diagnose([found("gone", 5, 9)], texts)[0]?.range).toEqual({
      start: { line: 1, column: 1 },
      end: { line: 1, column: 1 },
    });
  });

  it("order: path, position, rule, whatever the order of the findings", () => {
    const findings = [found("b.ts", 0, 1), found("a.md", 5, 6, "x/z"), found("a.md", 5, 6, "x/a"), found("a.md", 0, 1)];
    const expected = ["a.md:1 x/y", "a.md:2 x/a", "a.md:2 x/z", "b.ts:1 x/y"];
    const read = (list: readonly Stamped[]) =>
      diagnose(list, texts).map((d) => `${d.path}:${d.range.start.line} ${d.rule}`);
    expect(read(findings)).toEqual(expected);
    expect(read([...findings].reverse())).toEqual(expected);
  });

  it("leaves edits out of the fix, and names the rule's page", () => {
    const fix = { title: "do", kind: "document", safety: "safe", by: "tool", edits: [] } as const;
    const stamped = found("b.ts", 0, 1);
    const [diagnostic] = diagnose([{ ...stamped, finding: { ...stamped.finding, fix } }], texts);
    expect(diagnostic?.fix).toEqual({ title: "do", safety: "safe", by: "tool" });
    expect(diagnostic?.url).toBe(ruleUrl("x/y"));
  });
});
