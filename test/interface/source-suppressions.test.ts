import { describe, expect, it } from "vitest";
import { sourceSuppressions } from "../../src/interface/source-suppressions.ts";
import { parseSource } from "../support/parse-source.ts";

const directive = "design-lint-disable-next-line";

const read = (text: string, path = "a.ts") =>
  sourceSuppressions(parseSource(text, path)).map(({ rules, reason, range, covers }) => ({
    rules,
    reason,
    comment: text.slice(range.start, range.end),
    covers: text.slice(covers.start, covers.end),
  }));

describe("sourceSuppressions", () => {
  it("next-line: a comment covers the line below it, of whatever kind it is", () => {
    expect(read(`const a = 1; // ${directive} a/b, c/d -- it is so\nconst b = 2;\nconst c = 3;`)).toEqual([
      {
        rules: ["a/b", "c/d"],
        reason: "it is so",
        comment: `// ${directive} a/b, c/d -- it is so`,
        covers: "const b = 2;",
      },
    ]);
    expect(read(`/* ${directive} a/b\n   -- why */\nconst b = 2;`)).toEqual([
      { rules: ["a/b"], reason: "why", comment: `/* ${directive} a/b\n   -- why */`, covers: "const b = 2;" },
    ]);
  });

  it("last-line: without a line below it a comment covers itself", () => {
    expect(read(`const a = 1;\n// ${directive} a/b -- why`)[0]?.covers).toBe(`// ${directive} a/b -- why`);
  });

  it("no-comment: strings, templates, regular expressions and JSX text hold none", () => {
    expect(read(`const a = "// ${directive} a/b", b = \`/* ${directive} a/b */\`, c = /[/*]* ${directive}/;`)).toEqual(
      [],
    );
    expect(read(`const a = <b>// ${directive} a/b</b>;`, "a.tsx")).toEqual([]);
  });

  it("in-template: a comment among the code of a template is one", () => {
    expect(read(`const a = \`x \${/* ${directive} a/b -- why */ b} y\`;`)).toHaveLength(1);
  });

  it("exact-word: a comment that does not begin with the directive is none", () => {
    expect(
      read(`// see ${directive} a/b -- why\n// ${directive}s a/b -- why\n/* ${directive}-of a/b -- why */`),
    ).toEqual([]);
  });
});
