import { describe, expect, it } from "vitest";
import { type Form, leaf, numbered, tree } from "../../src/interface/form.ts";
import { isSameMention, writtenArguments } from "../../src/interface/same-mention.ts";

function named(text: string, args: readonly string[], elided?: number): Form {
  const slots = numbered(
    "argument",
    args.map((arg) => leaf("literal", arg, null)),
  );
  return tree("reference", slots, { text, node: null, elided });
}

function either(...forms: readonly Form[]): Form {
  return tree(
    "union",
    forms.map((form) => ({ label: "", form })),
    { node: null },
  );
}

describe("same-mention", () => {
  it("left-out: default arguments of a sibling that both leave out do not count", () => {
    expect(isSameMention(named("own:A", ["1", "2"], 1), named("own:A", ["1", "3"], 1))).toBe(true);
    expect(isSameMention(named("own:A", ["1"]), named("own:A", ["1", "3"], 1))).toBe(true);
    expect(isSameMention(named("own:A", ["0", "2"], 1), named("own:A", ["1", "3"], 1))).toBe(false);
    expect(writtenArguments(named("own:A", ["1", "2"], 1), named("own:A", ["1", "3"], 1))?.map((f) => f.slots)).toEqual(
      [named("own:A", ["1"]).slots, named("own:A", ["1"]).slots],
    );
  });

  it("written-on-one-side: an argument that one side writes out is compared", () => {
    expect(isSameMention(named("own:A", ["1"]), named("own:A", ["2"], 1))).toBe(false);
    expect(isSameMention(named("own:A", ["1"]), named("own:A", ["1"], 1))).toBe(true);
    expect(writtenArguments(named("own:A", ["1"]), named("own:A", ["2"], 1))).toBeNull();
  });

  it("another-name: defaults of what is no sibling count, as nobody else tells of them", () => {
    expect(isSameMention(named("src/a.ts#A", ["1"], 1), named("src/a.ts#A", ["2"], 1))).toBe(false);
    expect(isSameMention(named("own:A", ["1"], 1), named("own:B", ["1"], 1))).toBe(false);
    expect(writtenArguments(named("own:A", ["1"]), named("own:A", ["2"]))).toBeNull();
  });

  it("sets: alternatives may stand in another order because of their defaults", () => {
    const one = either(leaf("keyword", "null", null), named("own:A", ["1"], 1));
    const other = either(named("own:A", ["2"], 1), leaf("keyword", "null", null));
    expect(isSameMention(one, other)).toBe(true);
    expect(isSameMention(one, either(named("own:A", ["2"]), leaf("keyword", "null", null)))).toBe(false);
    expect(isSameMention(one, either(leaf("keyword", "null", null)))).toBe(false);
  });
});
