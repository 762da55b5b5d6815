import { describe, expect, it } from "vitest";
import { membersDeclaredTwice } from "../../src/interface/members-twice.ts";
import { parseSource } from "../../src/interface/parse.ts";
import { typescript } from "../../src/interface/typescript.ts";

const twice = (text: string) => {
  const { statements } = parseSource("a.ts", `declare class K { ${text} }`);
  const members = statements.filter(typescript().isClassDeclaration).flatMap((node) => [...node.members]);
  return membersDeclaredTwice(members, "K").map(({ name }) => name);
};

describe("membersDeclaredTwice", () => {
  it("twice: two members of one name in different words", () => {
    expect(twice("a: 1; a: 2; 'b': 1; b(): 1; get c(): 1; get c(): 2")).toEqual(["K.a", "K.b", "K.c"]);
    // An overload that comes first does not stand for the bodies behind it.
    expect(twice("f(): 1; f() { return 1; } f() { return 2; }")).toEqual(["K.f"]);
    expect(twice("f(): 1; f(a: 1): 2; f: 3")).toEqual(["K.f"]);
  });

  it("together: overloads, getter with setter, static beside instance, and the same words", () => {
    expect(twice("f(): 1; f(a: 1): 2; get c(): 1; set c(v: 1); static a: 1; a: 2; d: 1; d: 1;")).toEqual([]);
  });

  it("parameter-property: a parameter of the constructor may be a member", () => {
    expect(twice("a: 1; constructor(readonly a: 2)")).toEqual(["K.a"]);
    expect(twice("a: 1; constructor(a: 2)")).toEqual([]);
  });

  it("computed: computed names are told by their words, index signatures by the type of the key", () => {
    expect(twice("[x]: 1; x: 2; [y]: 1; [y]: 2; [a: string]: 1; [b: string]: 2")).toEqual(["K.[y]", "K.[string]"]);
  });
});
