import { describe, expect, it } from "vitest";
import { fingerprints } from "../../src/report/fingerprint.ts";
import { diagnostic } from "../support/sample-report.ts";

const at = (line: number, changes = {}) =>
  diagnostic({ range: { start: { line, column: 1 }, end: { line, column: 2 } }, ...changes });

describe("fingerprints", () => {
  it("moved-lines: lines before a finding do not change it, another text does", () => {
    const before = fingerprints([at(2)], () => "a\nb\n");
    expect(fingerprints([at(4)], () => "x\ny\na\n  b\r\n")).toEqual(before);
    expect(fingerprints([at(2)], () => "a\nc\n")).not.toEqual(before);
  });

  it("equal-lines: findings on equal lines are told apart", () => {
    const [first, second] = fingerprints([at(1), at(2)], () => "same\nsame\n");
    expect(first).not.toBe(second);
    expect(first).toMatch(/^[0-9a-f]{16}:1$/u);
    expect(second).toMatch(/:2$/u);
  });

  it("other-rule: two rules on one line differ", () => {
    const [first, second] = fingerprints([at(1), at(1, { rule: "document/schema" })], () => "same");
    expect(first).not.toBe(second);
    expect(second).toMatch(/:1$/u);
  });

  it("unreadable-text: the message takes the place of the line", () => {
    const none = () => undefined;
    const [first, second] = fingerprints([at(1, { message: "x" }), at(1, { message: "y" })], none);
    expect(first).not.toBe(second);
    expect(fingerprints([at(7, { message: "x" })], none)).toEqual([first]);
  });
});
