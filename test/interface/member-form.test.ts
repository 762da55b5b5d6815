import ts from "typescript";
import { describe, expect, it } from "vitest";
import { slot } from "../../src/interface/form.ts";
import { memberSlots } from "../../src/interface/member-form.ts";
import { outerScope } from "../../src/interface/scope.ts";
import { firstNode, type SideOptions, sidesOf, typeIn } from "../support/interface/sides.ts";

const members = (body: string, before = "", more: SideOptions = {}): readonly string[] =>
  typeIn(`${before}\ntype T = { ${body} };`, more).slots.map(({ label }) => label);

const key = (body: string, more: SideOptions = {}): string => typeIn(`type T = { ${body} };`, more).key;

function classMembers(body: string) {
  const { source, context } = sidesOf("", `export class K { ${body} }`);
  const { members: nodes } = firstNode(source.file, ts.isClassDeclaration);
  const scope = outerScope(source, []);
  return memberSlots(
    nodes.map((node) => ({ node, scope })),
    context,
  ).map(({ label, form }) => `${label}: ${[form.tag, form.text].join(" ").trim()}${form.holed ? " ?" : ""}`);
}

describe("names", () => {
  it("by-value: a name is its value, however it is written", () => {
    expect(members(`"b": 1; ["a"]: 1; 0x10: 1; c: 1`)).toEqual(["16", "a", "b", "c"]);
    expect(members(`[k]: 1; [n]: 2`, `const k = "size", n = 3 as const;`)).toEqual(["3", "size"]);
  });

  it("symbols: a symbol is what it is, not how it is reached", () => {
    const [wellKnown] = members("[Symbol.iterator]: 1");
    expect(wellKnown).toBe("[Symbol.iterator]");
    const files = { "src/b.ts": "export declare const tag: unique symbol;" };
    const named = members("[tag]: 1", `import { tag } from "./b";`, { files });
    expect(members("[b.tag]: 1", `import * as b from "./b";`, { files })).toEqual(named);
  });
});

describe("order", () => {
  it("overload-order: members have no order, overloads do", () => {
    expect(key("a: 1; b: 2")).toBe(key("b: 2; a: 1"));
    expect(key("f(a: 1): 1; f(a: 2): 2")).not.toBe(key("f(a: 2): 2; f(a: 1): 1"));
    expect(key("f(a: 1): 1; g: 1; f(a: 2): 2")).toBe(key("g: 1; f(a: 1): 1; f(a: 2): 2"));
  });

  it("call-only: an object that can only be called is a function type", () => {
    expect(key("(a: 1): 2")).toBe(typeIn("type T = (b: 1) => 2;").key);
    expect(key("new (a: 1): 2")).toBe(typeIn("type T = new (b: 1) => 2;").key);
    expect(key("(a: 1): 2; b: 1")).not.toBe(typeIn("type T = (b: 1) => 2;").key);
  });
});

describe("properties", () => {
  it("accessors: a getter is a read-only property, a pair of one type a plain one", () => {
    expect(key("get a(): 1")).toBe(key("readonly a: 1"));
    expect(key("get a(): 1; set a(b: 1)")).toBe(key("a: 1"));
    const two = slot(typeIn("type T = { get a(): 1; set a(b: 1 | 2) };"), "a");
    expect(two?.slots.map(({ label }) => label)).toEqual(["type", "write"]);
  });

  it("optional-undefined: `undefined` says nothing more about an optional property, unless it is to be exact", () => {
    expect(key("a?: 1 | undefined")).toBe(key("a?: 1"));
    expect(key("a?: 1 | undefined", { exactOptional: true })).not.toBe(key("a?: 1", { exactOptional: true }));
    expect(key("a: 1 | undefined")).not.toBe(key("a?: 1"));
  });

  it("class-members: implementations of overloads go, and a bare property is not known", () => {
    expect(
      classMembers("f(a: 1): 1; f(a: 2): 2; f(a: 1 | 2) { return a; } protected readonly b = g(); c; d?: 1"),
    ).toEqual(["b: property protected readonly ?", "c: property ?", "d: property optional", "f: method"]);
  });
});
