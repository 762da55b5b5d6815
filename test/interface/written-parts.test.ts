import { describe, expect, it } from "vitest";
import { typescript } from "../../src/interface/typescript.ts";
import { writtenParts } from "../../src/interface/written-parts.ts";
import { parseSource } from "../support/parse-source.ts";

/** The parts of the first declaration, nodes as their texts. */
function parts(text: string): readonly string[] | null {
  const [statement] = parseSource(text).statements;
  const compiler = typescript();
  if (statement === undefined) throw new Error("the text holds a statement");
  const node = compiler.isVariableStatement(statement) ? statement.declarationList.declarations[0] : statement;
  const written = node === undefined ? null : writtenParts(node);
  return written?.map((part) => (typeof part === "string" ? part : part.getText())) ?? null;
}

describe("written-parts", () => {
  it.each([
    "function f(a: 1) {}",
    "let a = 1;",
    "const a = b;",
    "const a = null;",
    "function f(a = 1): 1 {}",
    "function f({ a }: B): 1 {}",
    "function f(a: 1 = 1, b: 1): 1 {}",
    "const { a }: B = b;",
    "class A { a = 1 }",
    "class A { f() {} }",
    "class A { get a() { return 1 } }",
  ])("whole-only: %s says less than it means", (text) => {
    expect(parts(text)).toBeNull();
  });

  it("without-bodies: bodies, initial values and words for the compiler are no part of it", () => {
    expect(parts("export async function f<T>(a: T): Promise<1> { return 1 }")).toEqual(
      parts("declare function f<T>(a: T): Promise<1>;"),
    );
    expect(parts("const a: 1 = 1;")).toEqual(parts("declare const a: 1;"));
    expect(parts("let a: 1 = 1;")).not.toEqual(parts("declare const a: 1;"));
    expect(parts("class A extends B implements C { override a: 1 = 1; public async f(): D { return 1 } }")).toEqual(
      parts("declare class A extends B { a: 1; f(): D }"),
    );
    expect(parts("abstract class A { static readonly a: 1 = 1 }")).not.toEqual(parts("class A { readonly a: 1 }"));
  });

  it.each([
    "a?: 1",
    "static a: 1",
    "readonly a: 1",
    "abstract a: 1",
    "protected a: 1",
    "accessor a: 1",
    "a(): 1",
    "get a(): 1",
  ])("words-of-members: `%s` is not `a: 1`", (member) => {
    expect(parts(`abstract class A { ${member} }`)).not.toEqual(parts("abstract class A { a: 1 }"));
    expect(parts(`abstract class A { ${member} }`)).not.toBeNull();
  });

  it("private-members: private members are no part, a hidden constructor is", () => {
    expect(parts("class A { #a = 1; private c = f(); b: 1 }")).toEqual(parts("class A { b: 1 }"));
    expect(parts("class A { private constructor(); }")).not.toEqual(parts("class A { constructor(); }"));
    expect(parts("class A { protected constructor(); }")).not.toEqual(parts("class A { constructor(); }"));
  });

  it("overloads-of-a-class: of overloads the implementation is left out", () => {
    expect(parts("class A { f(a: 1): 1; f(a: 2): 2; f(a: any): any {} }")).toEqual(
      parts("class A { f(a: 1): 1; f(a: 2): 2 }"),
    );
    expect(parts("class A { constructor(a: 1); constructor(a: any) {} }")).toEqual(
      parts("class A { constructor(a: 1) }"),
    );
    expect(parts("class A { static f(a: 1): 1; f(a: 2): 2 {} }")).not.toEqual(parts("class A { static f(a: 1): 1 }"));
  });

  it("parameter-properties: a private one is a parameter to others, all others are members as well", () => {
    for (const words of ["readonly", "public", "protected", "protected readonly"])
      expect(parts(`class A { constructor(${words} a: 1) {} }`)).toBeNull();
    expect(parts("class A { constructor(private readonly a: 1) {} }")).toEqual(parts("class A { constructor(a: 1); }"));
  });

  it("literal-constants: a constant with a literal is one of its type", () => {
    for (const literal of ["1", "-1", "'a'", "true", "1n"])
      expect(parts(`const a = ${literal};`)).toEqual(parts(`declare const a: ${literal};`));
    expect(parts("const a = 0x10;")).toEqual(parts("declare const a: 16;"));
    expect(parts("const a = 1;")).not.toEqual(parts("declare const a: 2;"));
    expect(parts("const a = 1;")).not.toEqual(parts("declare const a: '1';"));
    expect(parts("const a = 1;")).not.toEqual(parts("declare let a: 1;"));
    expect(parts("const a = 1;")).not.toEqual(parts("declare const a: number;"));
  });

  it("left-out-parameters: a default makes a parameter optional where all that follow can be left out", () => {
    expect(parts("function f(a: 1, b: 2 = 2, ...c: 3[]): 1 {}")).toEqual(
      parts("declare function f(a: 1, b?: 2, ...c: 3[]): 1;"),
    );
    expect(parts("function f(a?: 1): 1 {}")).not.toEqual(parts("declare function f(a: 1): 1;"));
    expect(parts("function f(...a: 1): 1 {}")).not.toEqual(parts("declare function f(a: 1): 1;"));
    expect(parts("function f(a: 1): 1 {}")).not.toEqual(parts("declare function f(a: 1, b: 1): 1;"));
  });

  it.each(["enum A { B }", "namespace A { const b: 1 }", "import A = B.C;"])("other-kinds: %s", (text) => {
    expect(parts(text)).toBeNull();
  });
});
