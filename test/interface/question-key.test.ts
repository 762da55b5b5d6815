import { describe, expect, it } from "vitest";
import { keyText } from "../../src/interface/question-key.ts";

describe("keyText", () => {
  it("plain-name: a name is written in quotes, whatever it holds", () => {
    expect(keyText("a", true)).toBe('"a"');
    expect(keyText('a "b"', true)).toBe('"a \\"b\\""');
  });

  it("index-signature: the key of an index signature gets a name", () => {
    for (const key of ["string", "number", "symbol"]) expect(keyText(`[keyword"${key}"]`, true)).toBe(`[key: ${key}]`);
  });

  it("symbol: a well-known symbol stays in brackets", () => {
    expect(keyText("[Symbol.iterator]", true)).toBe("[Symbol.iterator]");
  });

  it("computed: a computed name of the source has no text; one that only looks like it is a name", () => {
    expect(keyText("[local.key]", true)).toBeNull();
    expect(keyText("[local.key]", false)).toBe('"[local.key]"');
  });
});
