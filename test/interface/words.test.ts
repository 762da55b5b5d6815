import ts from "typescript";
import { describe, expect, it } from "vitest";
import { changed, type Trail, trailAt } from "../../src/interface/difference.ts";
import { type Form, leaf, tree } from "../../src/interface/form.ts";
import { exportForm } from "../../src/interface/normal-form.ts";
import { kindOf, sentence, wordsOf } from "../../src/interface/words.ts";
import { entityIn, firstNode, sidesOf, typeIn } from "../support/interface/sides.ts";

const type = (text: string): Form => typeIn(`type T = ${text};`);

describe("wordsOf", () => {
  it("as-written: a type is told in its author's words, on one line", () => {
    expect(wordsOf(type("{\n  a:   Array<1>;\n}"))).toBe("{ a: Array<1>; }");
    expect(wordsOf(leaf("literal", 'string a "b"', null))).toBe('"a \\"b\\""');
    expect(wordsOf(leaf("literal", "bigint 1", null))).toBe("1n");
  });

  it("long: words end after 80 characters", () => {
    const words = wordsOf(type(`"${"a".repeat(200)}"`));
    expect(words).toHaveLength(80);
    expect(words.endsWith("…")).toBe(true);
  });

  it("without-body: a member is told without its value or body", () => {
    const { source } = sidesOf("", "class K { private m(a: 1): 2 { return 2; }\n b: 3 = f(); }");
    const words = (node: ts.Node): string => wordsOf(tree("property", [], { node }));
    expect(words(firstNode(source.file, ts.isMethodDeclaration))).toBe("private m(a: 1): 2");
    expect(words(firstNode(source.file, ts.isPropertyDeclaration))).toBe("b: 3");
  });
});

describe("kindOf", () => {
  it("kinds: every meaning of a name is named", () => {
    const kind = (text: string): string => {
      const { source, graph, context } = sidesOf("", text);
      return kindOf(exportForm(entityIn(source, "x", graph), false, context));
    };
    expect(kind("export const x = 1; export type x = 1;")).toBe("a constant and a type alias");
    expect(kind("export let x: 1;")).toBe("a variable");
    expect(kind("export abstract class x {}")).toBe("an abstract class");
    expect(kind("export const enum x {}")).toBe("a const enum");
    expect(kind("export function x(): 1;")).toBe("a function");
  });
});

describe("sentence", () => {
  const said = (trail: Partial<Trail>, declared: Form | null, actual: Form | null): string => {
    const pair = { ...(declared === null ? {} : { declared }), ...(actual === null ? {} : { actual }) };
    return sentence("x", changed({ ...trailAt({ declared: [], actual: [] }), ...trail }, "member-type", pair));
  };

  it("both-sides: a difference names what the code has and what the design says", () => {
    expect(said({ path: ["a"] }, type("string"), type("number"))).toBe("x.a is number, the design says string");
    expect(said({ inside: "parameter id", role: "is" }, type("string"), type("number"))).toBe(
      "parameter id of x is number, the design says string",
    );
  });

  it("call: a sentence about a result names the parameters", () => {
    const { source } = sidesOf("", "export function x(id: 1, { a }: { a: 1 }): 2 { return 2; }");
    const places = { declared: [], actual: [firstNode(source.file, ts.isFunctionDeclaration)] };
    expect(said({ inside: "result", role: "returns", places }, type("1"), type("2"))).toBe(
      "x(id, …) returns 2, the design says 1",
    );
  });

  it("one-sided: a part that one side lacks is told once, with what it is", () => {
    expect(said({ path: ["a"] }, type("string"), null)).toBe("x lacks the member a, which the design has");
    expect(said({ path: ["a"] }, null, type("string"))).toBe("x has the member a, which the design lacks");
    expect(said({}, null, leaf("brand", "#private", null))).toBe(
      "x has private members (`#private`), which the design lacks",
    );
  });

  it("read-alike: types that read alike are told apart by where they come from", () => {
    const ofPackage = (name: string): Form => typeIn(`import type { A } from "${name}"; type T = A;`);
    expect(said({}, ofPackage("left"), ofPackage("right"))).toBe(
      'x is A (A of "right"), the design says A (A of "left")',
    );
  });

  it("whole: a short whole type is told instead of the piece that differs", () => {
    const whole = { declared: type("1 | 2"), actual: type("1 | 3") };
    expect(said({ whole }, type("2"), type("3"))).toBe("x is 1 | 3, the design says 1 | 2");
  });
});
