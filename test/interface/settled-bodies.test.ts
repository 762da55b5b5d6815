import ts from "typescript";
import { describe, expect, it } from "vitest";
import { parseSource } from "../../src/interface/parse.ts";
import { emptyBodies, settledBodies } from "../../src/interface/settled-bodies.ts";

const settled = (text: string): readonly string[] => {
  const file = parseSource("src/a.ts", text);
  return [...settledBodies(file)].map((body) => body.getText(file));
};

describe("settled bodies", () => {
  it.each([
    ["a function", "function f(): void { a; }"],
    ["a method", "class A { f(): void { a; } }"],
    ["a getter", "class A { get f(): void { a; } }"],
    ["an arrow", "const f = (): void => { a; };"],
    ["a method of an object", "const o = { f(): void { a; } };"],
    ["a function in a namespace", "namespace N { export function f(): void { a; } }"],
    ["a function that assigns what is its own", "let b; function f(): void { a; }"],
  ])("annotated: that of %s is settled", (_, text) => {
    expect(settled(text)).toEqual(["{ a; }"]);
  });

  it.each([
    ["inferred", "a function", "function f() { a; }"],
    ["inferred", "a function inside", "function f() { const g = (): void => { a; }; return g; }"],
    ["inferred", "a function inside of an expression", "const f = (v?: 1) => [(): void => { v = 1; }, () => v];"],
    ["constructor", "a constructor", "class A { b; constructor() { this.b = 1; } }"],
    ["constructor", "a setter", "class A { set b(v: 1) { a; } }"],
    ["assigned-variable", "an assignment", "let b; function f(): void { b = 1; }"],
    ["assigned-variable", "a count", "var b = 1; function f(): void { b++; }"],
    ["assigned-variable", "a pattern", "let { b } = c; function f(): void { [{ b }] = d; }"],
    ["assigned-variable", "a loop", "let b; function f(): void { for (b of []) {} }"],
    ["assigned-variable", "a nested function", "let b; function f(): void { (() => { b ||= 1; })(); }"],
    ["assigned-variable", "a variable of a namespace", "namespace N { let b; export function f(): void { b = 1; } }"],
    ["dynamic-import", "an import", 'async function f(): Promise<void> { await import("./b.ts"); }'],
  ])("%s: that of %s is not", (_, __, text) => {
    expect(settled(text)).toEqual([]);
  });

  it("emptied: an emptied body keeps its place, and the compiler says the same of what the file exports", () => {
    const text = [
      "let last: string | undefined;",
      "export function set(value: string): void { last = value; }",
      "export function size(items: readonly string[]): number { let sum = 0; for (const item of items) sum += item.length; return sum; }",
      "export class Store { #held = new Map<string, number>(); count; constructor() { this.count = 1; }",
      "  get(key: string): number | undefined { return this.#held.get(key); } all() { return [...this.#held.keys()]; } }",
      "export const reader = () => { if (last === undefined) return null; return () => last; };",
      "export const sum = (items: readonly string[]) => ({ total: size(items), again: (): number => { return 2; } });",
    ].join("\n");
    const whole = declarations(text, () => undefined);
    expect(declarations(text, (file) => emptyBodies(settledBodies(file)))).toBe(whole);
    expect(whole).toContain("(() => string | undefined) | null");

    const file = parseSource("src/a.ts", text);
    const bodies = [...settledBodies(file)];
    const places = bodies.map(({ pos, end }) => [pos, end]);
    emptyBodies(bodies);
    expect(bodies.length).toBe(2);
    expect(bodies.map(({ pos, end, statements }) => [pos, end, statements.length])).toEqual(
      places.map((place) => [...place, 0]),
    );
  });
});

function declarations(text: string, change: (file: ts.SourceFile) => void): string {
  const options: ts.CompilerOptions = {
    declaration: true,
    emitDeclarationOnly: true,
    strict: true,
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts"],
  };
  const host = ts.createCompilerHost(options);
  const original = host.getSourceFile;
  let written = "";
  host.getSourceFile = (path, ...rest) => {
    if (!path.endsWith("/a.ts")) return original(path, ...rest);
    const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
    change(file);
    return file;
  };
  host.writeFile = (_, content) => {
    written += content;
  };
  ts.createProgram(["/a.ts"], options, host).emit();
  return written;
}
