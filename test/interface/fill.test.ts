import { describe, expect, it } from "vitest";
import { filled } from "../../src/interface/fill.ts";
import { type Form, hole, leaf, tree } from "../../src/interface/form.ts";
import { parseSource } from "../support/parse-source.ts";

const here = parseSource("here;");
const there = parseSource("there;");
const string = leaf("keyword", "string", there);
const unknown = hole("the type is inferred from a call", here);
const variable = (type: Form, text = "const"): Form =>
  tree("variable", [{ label: "type", form: type }], { node: here, text });

describe("filled", () => {
  it("no-hole: a form without holes stays what it is, whatever the answer says", () => {
    const form = variable(leaf("keyword", "number", here));
    expect(filled(form, variable(string))).toBe(form);
  });

  it("only-holes: what is written stays, only the hole is filled", () => {
    const number = leaf("keyword", "number", here);
    const pair = (a: Form, b: Form): Form =>
      tree(
        "object",
        [
          { label: "a", form: a },
          { label: "b", form: b },
        ],
        { node: here },
      );
    expect(filled(pair(number, unknown), pair(string, string)).key).toBe(pair(number, string).key);
  });

  it("place-stays: what was filled in stands where the hole stood", () => {
    const form = filled(variable(unknown), variable(string));
    expect(form.slots[0]?.form.text).toBe("string");
    expect(form.slots[0]?.form.node).toBe(here);
    expect(form.holed).toBe(false);
  });

  it("other-shape: an answer of another shape takes the place of the whole form", () => {
    const answer = tree("class", [], { node: there });
    expect(filled(variable(unknown), answer)).toEqual({ ...answer, node: here });
  });

  it("parts-without-labels: a union with a hole is replaced whole, because its parts are sorted", () => {
    const union = (...forms: readonly Form[]): Form =>
      tree(
        "union",
        forms.map((form) => ({ label: "", form })),
        { node: here },
      );
    const answer = union(leaf("keyword", "bigint", there), leaf("keyword", "number", there));
    expect(filled(union(string, unknown), answer).key).toBe(answer.key);
  });

  it("becomes-function: a constant that turns out to be a function has the form of one", () => {
    const signature = { label: "signature 0", form: tree("signature", [], { node: there }) };
    const type = tree("function", [signature], { node: there });
    expect(filled(variable(unknown), variable(type)).key).toBe(tree("function", [signature], { node: here }).key);
    expect(filled(variable(unknown, "let"), variable(type, "let")).tag).toBe("variable");
  });
});
