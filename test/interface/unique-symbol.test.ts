import { describe, expect, it } from "vitest";
import { bindFile } from "../../src/interface/bindings.ts";
import { parseSource } from "../../src/interface/parse.ts";
import { isUniqueSymbol } from "../../src/interface/unique-symbol.ts";

function isUnique(text: string): boolean {
  const bindings = bindFile(parseSource("a.ts", text));
  return (bindings.declarations.get("s") ?? []).some((node) => isUniqueSymbol(node, bindings));
}

describe("isUniqueSymbol", () => {
  it("said: a constant that is declared as unique symbol is one", () => {
    expect(isUnique("declare const s: unique symbol;")).toBe(true);
    expect(isUnique("declare const s: symbol;")).toBe(false);
    expect(isUnique("const s: symbol = Symbol();")).toBe(false);
  });

  it("made: a constant that Symbol() or Symbol.for() makes is one, a variable is not", () => {
    expect(isUnique("const s = Symbol();")).toBe(true);
    expect(isUnique('const s = Symbol.for("s");')).toBe(true);
    expect(isUnique("let s = Symbol();")).toBe(false);
    expect(isUnique("const s = Symbol;")).toBe(false);
    expect(isUnique('const s = Symbol.keyFor("s");')).toBe(false);
    expect(isUnique("function s() {}")).toBe(false);
  });

  it("shadowed: where Symbol is something of the file's own, nothing is known of its calls", () => {
    expect(isUnique('import { Symbol } from "x"; const s = Symbol();')).toBe(false);
    expect(isUnique("function Symbol() {} const s = Symbol();")).toBe(false);
  });
});
