import { describe, expect, it } from "vitest";
import {
  diffHeritage,
  diffMember,
  diffMembers,
  diffMembersOfClass,
  diffSlotsByName,
} from "../../src/interface/diff-members.ts";
import { memberTrail, type Pair, partTrail } from "../../src/interface/difference.ts";
import { leaf } from "../../src/interface/form.ts";
import { diffContext, pairOf, slotPair, start, told } from "../support/interface/reading.ts";

const objects = (declared: string, actual: string): Pair =>
  slotPair(slotPair(pairOf(`export type A = ${declared};`, `export type A = ${actual};`), "type"), "type");
const classes = (declared: string, actual: string): Pair =>
  slotPair(pairOf(`export declare class A ${declared}`, `export declare class A ${actual}`), "class");
const members = (declared: string, actual: string): readonly string[] =>
  told(diffMembers(objects(declared, actual), start, diffContext()));
const ofClass = (declared: string, actual: string): readonly string[] =>
  told(diffMembersOfClass(classes(declared, actual), start, diffContext()));

describe("diffMembers", () => {
  it("tells what is missing, undeclared and changed", () => {
    expect(members("{ a: 1; b: 2; c: 3 }", "{ b: 3; c: 3; d: 4 }")).toEqual([
      "member-missing a",
      "member-type b",
      "member-undeclared d",
    ]);
  });

  it("each-flag: optionality, `readonly` and the type of a member are differences of their own", () => {
    expect(members("{ a: 1 }", "{ readonly a?: 2 }")).toEqual([
      "member-optionality a",
      "member-readonly a",
      "member-type a",
    ]);
  });

  it("inside-a-part: within a parameter every difference is a change of that parameter", () => {
    const trail = partTrail(start, { inside: "parameter o", role: "is", change: "parameter-type" });
    const found = diffMembers(objects("{ a: 1; b: 2 }", "{ b?: 2 }"), trail, diffContext());
    expect(told(found)).toEqual(["parameter-type parameter o.a", "parameter-type parameter o.b"]);
  });

  it("an index signature is named by its key, a computed name by its expression", () => {
    expect(members("{ [key: string]: 1; a: 1 }", "{ a: 1 }")).toEqual(["member-missing [key: string]"]);
    expect(members("{ a: 1; [Symbol.iterator](): 1 }", "{ a: 1 }")).toEqual(["member-missing [Symbol.iterator]"]);
  });

  it("setter-type: a setter that takes more than the getter gives is a difference", () => {
    expect(members("{ get a(): 1; set a(v: 1 | 2); b: 1 }", "{ a: 1; b: 1 }")).toEqual(["member-type a"]);
    expect(members("{ get a(): 1; set a(v: 1); b: 1 }", "{ a: 1; b: 1 }")).toEqual([]);
  });

  it("computed-method: a method of a computed name may be written as a property, which is undecided", () => {
    expect(members("{ [x]: () => 1; a: 1 }", "{ [x](): 1; a: 1 }")).toEqual(["undecided member-type [x]"]);
    expect(members("{ b: () => 1; a: 1 }", "{ b(): 1; a: 1 }")).toEqual(["member-type b"]);
  });
});

describe("diffMember", () => {
  it("compares the signatures of methods", () => {
    const pair = slotPair(objects("{ a(b: 1): 1; c: 1 }", "{ a(b: 2): 1; c: 1 }"), "a");
    const found = diffMember(pair, memberTrail(start, "a"), diffContext());
    expect(told(found)).toEqual(["parameter-type a parameter b"]);
  });
});

describe("diffMembersOfClass", () => {
  it("moved-static: a member that moved to the other side of `static` is one difference", () => {
    expect(ofClass("{ static a: 1 }", "{ a: 1 }")).toEqual(["member-static a"]);
    expect(ofClass("{ a: 1 }", "{ static a: 1 }")).toEqual(["member-static a"]);
    expect(ofClass("{ a: 1; static a: 1 }", "{ static a: 1 }")).toEqual(["member-missing a"]);
  });

  it("looks at visibility and `abstract`", () => {
    expect(ofClass("{ a: 1; protected b: 1 }", "{ protected a: 1; b: 1 }")).toEqual([
      "member-visibility a",
      "member-visibility b",
    ]);
    expect(ofClass("{ abstract a: 1 }", "{ a: 1 }")).toEqual(["member-abstract a"]);
  });
});

describe("diffHeritage", () => {
  const bases = (declared: string, actual: string): readonly string[] => {
    const text = (clause: string): string =>
      `export interface A ${clause} {}\nexport interface B {}\nexport interface C {}`;
    return told(diffHeritage(slotPair(pairOf(text(declared), text(actual)), "interface"), start));
  };

  it("compares bases, whatever their order", () => {
    expect(bases("extends B, C", "extends C, B")).toEqual([]);
    expect(bases("extends B", "extends C")).toEqual(["heritage"]);
    expect(bases("", "extends C")).toEqual(["heritage"]);
  });

  it("computed-base: a base that is computed is undecided", () => {
    expect(told(diffHeritage(classes("extends B {}", "extends mix(B) {}"), start))).toEqual(["undecided heritage"]);
  });
});

describe("diffSlotsByName", () => {
  it("pairs slots by name: those of the design first, then what only the source has", () => {
    const form = leaf("keyword", "string", null);
    const seen: string[] = [];
    const slots = (...labels: readonly string[]) => labels.map((label) => ({ label, form }));
    diffSlotsByName(slots("c", "a"), slots("a", "b"), (label, pair) => {
      seen.push(`${label} ${Object.keys(pair).join("+")}`);
      return [];
    });
    expect(seen).toEqual(["c declared", "a declared+actual", "b actual"]);
  });
});
