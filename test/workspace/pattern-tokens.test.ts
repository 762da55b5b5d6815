import { describe, expect, it } from "vitest";
import { parsePattern } from "../../src/workspace/pattern-tokens.ts";

describe("parsePattern", () => {
  it("splits literals, placeholders and alternatives", () => {
    expect(parsePattern("src/{path}.{ts,tsx}")).toEqual([
      { kind: "literal", text: "src/" },
      { kind: "placeholder", name: "path", optionalSlash: false },
      { kind: "literal", text: "." },
      { kind: "alternatives", texts: ["ts", "tsx"] },
    ]);
  });

  it("folder-slash: the slash after {dir} belongs to it", () => {
    expect(parsePattern("{dir}/{base}")).toEqual([
      { kind: "placeholder", name: "dir", optionalSlash: true },
      { kind: "placeholder", name: "base", optionalSlash: false },
    ]);
  });

  it("stray-braces: braces that are neither a name nor a list are literal text", () => {
    for (const text of ["a{b", "a}b", "{}", "{1}", "{a b}", "{{"]) {
      expect(parsePattern(text)).toEqual([{ kind: "literal", text }]);
    }
  });

  it("empty-alternative: an alternative may be nothing at all", () => {
    expect(parsePattern("a{,.client}")).toEqual([
      { kind: "literal", text: "a" },
      { kind: "alternatives", texts: ["", ".client"] },
    ]);
  });
});
