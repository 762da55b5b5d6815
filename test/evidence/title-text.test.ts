import { describe, expect, it } from "vitest";
import { constantsOf, isText, titleText } from "../../src/evidence/title-text.ts";
import { lastExpression, parseSource } from "../support/parse-source.ts";

function read(text: string): string {
  const file = parseSource(text);
  return titleText(lastExpression(file), constantsOf(file));
}

describe("titleText", () => {
  it("concatenation: parts are joined, whatever their kind", () => {
    expect(read(`'a ' + \`b \${1} c\` + ("d" as string)`)).toBe("a b 1 cd");
  });

  it("constants: constants of the file are written out", () => {
    expect(read(`const id = \`no-\${'x'}\`; \`\${id}: text\``)).toBe("no-x: text");
  });

  it("unknown-parts: what only a run knows stays as source text", () => {
    expect(read(`let n = 'x'; \`for \${n} and \${f(2)}\``)).toBe(`for \${n} and \${f(2)}`);
    expect(read("const o = { a: 1 }; o")).toBe(`\${o}`);
  });

  it("circular-constants: constants that name each other end", () => {
    expect(read(`const a = '1' + b + b; const b = '2' + a + a; \`\${a}\``)).toBe(`1\${b}\${b}`);
  });

  it("tells text from other expressions", () => {
    expect(isText(lastExpression(parseSource("('a' + b) + c")))).toBe(true);
    expect(isText(lastExpression(parseSource("a + 'b'")))).toBe(false);
  });
});
