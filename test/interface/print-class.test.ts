import { describe, expect, it } from "vitest";
import { classCuts } from "../../src/interface/print-class.ts";
import { textOf } from "../../src/interface/print-text.ts";
import { firstClass } from "../support/print.ts";

function print(members: string, head = "class K"): string | null {
  const node = firstClass(`${head} {\n${members}\n}`);
  const cuts = classCuts(node);
  return cuts && textOf(node, cuts).replace(/^.*\{\n?|\n?\}$/gu, "");
}

describe("classCuts", () => {
  it("private-members: private members of both kinds, static blocks and decorators go", () => {
    expect(print("private a = f();\n#b = f();\nstatic { f(); }\n@dec() c: 1;\nprivate d() { return f(); }")).toBe(
      "c: 1;",
    );
  });

  it("modifiers: words that change nothing for others go, the others stay", () => {
    expect(
      print(
        "public override a!: string;\nprotected static readonly b = 1;\nasync c(): Promise<1> { return 1; }\ndeclare d: 2;",
      ),
    ).toBe("a: string;\nprotected static readonly b: 1;\nc(): Promise<1>;\nd: 2;");
  });

  it("parameter-properties: they stand as properties before the constructor, private ones only in it", () => {
    expect(print("  constructor(readonly a: string, protected b = 1, private c?: 2) { f(); }")).toBe(
      "  readonly a: string;\n  protected b: number;\n  constructor(a: string, b?: number, c?: 2);",
    );
  });

  it("overloads: the implementation goes, its properties stay", () => {
    expect(print("a(b: 1): 1;\na(b: 2): 2;\na(b: any) { return b; }")).toBe("a(b: 1): 1;\na(b: 2): 2;");
    expect(print("constructor(a: 1);\nconstructor(readonly a: any) {}")).toBe("constructor(a: 1);\nreadonly a: any;");
  });

  it("private-constructor: a private constructor shows nothing else", () => {
    expect(print("private constructor(a: 1) {}")).toBe("private constructor();");
  });

  it("needs-compiler: inferred members and computed bases need the compiler", () => {
    expect(print("a = f();")).toBeNull();
    expect(print("a() { return 1; }")).toBeNull();
    expect(print("a: 1;", "class K extends mix(B)")).toBeNull();
    expect(print("a: 1;", "class K extends B.C<D>")).toBe("a: 1;");
  });
});
