import { describe, expect, it } from "vitest";
import { parseSource } from "../../src/interface/parse.ts";
import { sourceSuppressions } from "../../src/interface/source-suppressions.ts";

const found = (text: string, path = "a.ts") => sourceSuppressions(parseSource(path, text));
const mark = "design-lint-disable-next-line x/y -- why";

describe("source-suppressions", () => {
  it("comments: line and block comments suppress, also in JSX", () => {
    expect(found(`// ${mark}\na;`)).toHaveLength(1);
    expect(found(`/* ${mark} */\na;`)[0]).toMatchObject({ rules: ["x/y"], reason: "why" });
    expect(found(`const a = <b>{/* ${mark} */}\n</b>;`, "a.tsx")).toHaveLength(1);
  });

  it("no-comment: strings, templates, regular expressions and JSX text hold no comments", () => {
    expect(found(`const a = "// ${mark}";\nconst b = \`\n// ${mark}\n\`;`)).toEqual([]);
    expect(found(`const a = <b>// ${mark}\n</b>;`, "a.tsx")).toEqual([]);
  });

  it("nested: a directive inside another comment is text", () => {
    expect(found(`/** Write // ${mark} */\na;`)).toEqual([]);
    expect(found(`f(); // see // ${mark}\na;`)).toEqual([]);
    expect(found(`f(/* one */ a, /* two */);\n// ${mark}\nb;`)).toHaveLength(1);
    expect(found(`const r = 4 / 2;\n// ${mark}\nb;\n/** Write // ${mark} */\n// ${mark}\nc;`)).toHaveLength(2);
  });

  it("covered-line: a suppression covers the line after the comment, itself at the end of the file", () => {
    const text = `x;\n/* ${mark}\n*/\nabc;\n`;
    const [first] = found(text);
    expect(text.slice(first?.covers.start, first?.covers.end)).toBe("abc;");
    const [last] = found(`// ${mark}`);
    expect(last?.covers).toEqual(last?.range);
  });

  it("whole-file: before the first statement it covers what is said of the file as a whole too", () => {
    const covered = (text: string) => found(text).map(({ covers }) => text.slice(covers.start, covers.end));
    const head = `/** Licence. */\n// ${mark}\n`;
    expect(covered(`${head}a;\nb;\n`)).toEqual([`${head}a;`]);
    expect(covered(head)).toEqual([head]);
    expect(covered(`a; // ${mark}\nb;\n`)).toEqual(["b;"]);
  });
});
