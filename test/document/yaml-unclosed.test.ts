import { describe, expect, it } from "vitest";
import { unclosedIn } from "../../src/document/yaml-unclosed.ts";

const found = (text: string) => unclosedIn(text).map(({ opens, closes, range }) => `${range.start} ${opens}${closes}`);

describe("unclosedIn", () => {
  it("bracket: each bracket that no line closes", () => {
    expect(found("a: [x\nb: c\n")).toEqual(["3 []"]);
    expect(found("a: {x: 1\nb: c\n")).toEqual(["3 {}"]);
    expect(found("a: [x, [y\nb: c\n")).toEqual(["3 []", "7 []"]);
    expect(found("a: [x, [y]\nb: [c]\n")).toEqual(["3 []"]);
    expect(found("a: [x\n")).toEqual(["3 []"]);
    expect(found("a: [x")).toEqual(["3 []"]);
  });

  it("quote: the quote that swallows the rest, and not the brackets around it", () => {
    expect(found('a: "x\nb: c\n')).toEqual(['3 ""']);
    expect(found("a: 'it''s\nb: c\n")).toEqual(["3 ''"]);
    expect(found('a: "x\\"\nb: c\n')).toEqual(['3 ""']);
    expect(found('a: "x\\"\n')).toEqual(['3 ""']);
    expect(found('a: "')).toEqual(['3 ""']);
    expect(found('a: [x, "y]\nb: c\n')).toEqual(['7 ""']);
  });

  it("closed: nothing is found in YAML that closes what it opens", () => {
    expect(found("a: [x, {y: 1}]\nb: \"x\n  y\"\nc: 'it''s'\nd: \"\\\\\"\ne: don't [x\n# [\n")).toEqual([]);
  });
});
