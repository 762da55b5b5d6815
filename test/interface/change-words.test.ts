import { describe, expect, it } from "vitest";
import { changeLine, changeWords } from "../../src/interface/change-words.ts";
import type { InterfaceFinding } from "../../src/interface/verdict.ts";

const finding = (more: Partial<InterfaceFinding>): InterfaceFinding => ({
  rule: "interface/changed",
  message: "the message",
  mend: "",
  export: "Store",
  ...more,
});

describe("changeWords", () => {
  it("says in words what happened", () => {
    expect(changeWords("return-type")).toBe("returns another type");
    expect(changeWords("heritage")).toBe("extends or implements something else");
  });

  it("constructors: a change of a constructor says so", () => {
    expect(changeWords("constructor-parameter-added")).toBe("has a constructor that has a new parameter");
    expect(changeWords("constructor-visibility")).toBe("can be constructed by others than before");
  });
});

describe("changeLine", () => {
  it("names the member as code writes it, and whom it breaks", () => {
    const both = { consumer: true, implementer: true };
    expect(changeLine(finding({ member: "save", change: "return-type", breaking: both }))).toBe(
      "Store.save returns another type — callers and implementers may break",
    );
    expect(changeLine(finding({ export: "default", change: "type" }))).toBe("a default is another type");
  });

  it("new-export: nobody breaks by it", () => {
    const change = { change: "export-undeclared", breaking: { consumer: false, implementer: true } } as const;
    expect(changeLine(finding(change))).toBe("Store is a new export");
  });

  it("undecided: what cannot be compared keeps its own message", () => {
    expect(changeLine(finding({ rule: "interface/undecided", change: "type" }))).toBe("the message");
    expect(changeLine(finding({ rule: "interface/unparseable" }))).toBe("the message");
  });
});
