import { describe, expect, it } from "vitest";
import { cut, textBetween, textOf } from "../../src/interface/print-text.ts";
import { firstStatement } from "../support/print.ts";

describe("textOf", () => {
  it("comments: comments of all kinds go, and what looks like one in a text stays", () => {
    expect(textOf(firstStatement('type A = /* a */ { // b\n  /** c */\n  d: "// e"; /* f */\n};'))).toBe(
      'type A = {\n  d: "// e";\n};',
    );
  });

  it("cuts: stretches are replaced, also where comments stand in them", () => {
    const node = firstStatement("function f(/* a */) { /* b */ }");
    expect(textOf(node, [cut(19, node.end, ";")])).toBe("function f();");
  });

  it("indent: the indent of the place goes from every line", () => {
    const node = firstStatement("    interface A {\n      a: 1;\n\n      b: 2;\n    }");
    expect(textOf(node)).toBe("interface A {\n  a: 1;\n  b: 2;\n}");
  });

  it("empty-braces: braces that cuts emptied are closed", () => {
    const node = firstStatement("interface A { a: 1 }");
    expect(textBetween(node, 0, node.end, [cut(14, 18)])).toBe("interface A {}");
  });
});
