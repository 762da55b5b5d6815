import { describe, expect, it } from "vitest";
import { parseSource } from "../../src/interface/parse.ts";
import { settledBodies } from "../../src/interface/settled-bodies.ts";
import { hasShape, shapeOf } from "../../src/interface/shape.ts";

const shape = (text: string, path = "src/a.ts") => {
  const file = parseSource(path, text);
  return hasShape(file) ? shapeOf(file, settledBodies(file)) : undefined;
};

describe("shapeOf", () => {
  it.each([
    ["a comment", "const a = 1;\nexport const b = a;\n", "const a = 1;\n/** New. */\nexport const b = a;\n"],
    ["a comment in a type", "type A = 1;\ntype B = { a: 1 };", "type A = 1;\ntype B = { /* one */ a: 1 };"],
    [
      "a body",
      "let x; function f(): number { return 1; }",
      "let x; function f(): number { if (x) return 2; return 3; }",
    ],
    ["a method", "class A { f(): void { a(); } }", "class A { f(): void { b(); } }"],
    ["an arrow", "let x = (a: string): number => { return 1; };", "let x = (a: string): number => { return 2; };"],
    ["a getter", "class A { get f(): number { return 1; } }", "class A { get f(): number { return 2; } }"],
    ["spaces", "let x;  const a  = 1;", "let x; const a  = 1;"],
  ])("comments, settled-bodies: %s changes nothing", (_, before, after) => {
    expect(shape(before)).toBeDefined();
    expect(shape(after)).toBe(shape(before));
  });

  it.each([
    ["an inferred body", "function f() { return 1; }", "function f() { return 2; }"],
    ["an arrow without block", "let x = (): unknown => 1;", "let x = (): unknown => 2;"],
    [
      "a body that decides how a closure is narrowed",
      "function f(v?: 1) { const g = (): void => { v = 1; }; return v && (() => v); }",
      "function f(v?: 1) { const g = (): void => {}; return v && (() => v); }",
    ],
    ["a body that assigns", "let x; function f(): void { x = 1; }", "let x; function f(): void {}"],
    ["a constructor", "class A { x; constructor() { this.x = 1; } }", "class A { x; constructor() { this.x = ''; } }"],
    [
      "an implementation that becomes an overload",
      "class A {\n  f(a: 1): void;\n  f(a: any): void {\n    g();\n  }\n}",
      "class A {\n  f(a: 1): void;\n  f(a: any): void\n\n}",
    ],
    ["a body that goes with its line end", "export function f(): void {\n}", "export function f(): void\n"],
    ["a parameter", "function f(a: string): void {}", "function f(a: number): void {}"],
    ["an initializer", "let x; let a: 1 | 2 = 1;", "let x; let a: 1 | 2 = 2;"],
    ["a specifier", 'let x; import "./a";', 'let x; import "./b";'],
    ["a line end", "function f() { return x; }", "function f() { return\nx; }"],
    ["a text", "let x; const a = '// a';", "let x; const a = '// b';"],
    ["a template", "let x; const a = `/* a */` as const;", "let x; const a = `/* b */` as const;"],
    ["a directive", '/// <reference types="a" />\nlet x;', '/// <reference types="b" />\nlet x;'],
  ])("meaning: %s changes it", (_, before, after) => {
    expect(shape(after)).not.toBe(shape(before));
  });

  it("unsettled: JavaScript, JSX, declarations and what does not parse have none", () => {
    for (const path of ["a.js", "a.tsx", "a.jsx", "a.d.ts"]) expect(shape("let a = 1;", path)).toBeUndefined();
    expect(shape("let a = ;")).toBeUndefined();
  });
});
