import { describe, expect, it } from "vitest";
import { parseSource, syntaxProblems } from "../../src/interface/parse.ts";

describe("parse", () => {
  it("language-by-extension: the extension says whether angle brackets begin JSX or an assertion", () => {
    expect(syntaxProblems(parseSource("a.ts", "const a = <string>b;"))).toEqual([]);
    expect(syntaxProblems(parseSource("a.tsx", "const a = <b>c</b>;"))).toEqual([]);
    expect(syntaxProblems(parseSource("a.jsx", "const a = <b>c</b>;"))).toEqual([]);
    expect(syntaxProblems(parseSource("a.ts", "const a = <b>c</b>;"))).not.toEqual([]);
  });

  it("problem-range: a problem has its message and its range, without a final full stop", () => {
    expect(syntaxProblems(parseSource("a.ts", "let = 1;"))).toEqual([]);
    expect(syntaxProblems(parseSource("a.ts", "f(;"))[0]).toEqual({
      message: "')' expected",
      range: { start: 2, end: 3 },
    });
  });

  it("too-deep: nesting that overflows the parser is an empty tree with one problem", () => {
    const file = parseSource("a.ts", "[".repeat(100_000));
    expect(file.statements).toHaveLength(0);
    expect(syntaxProblems(file)[0]?.message).toContain("too deep");
  });
});
