import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { at, byText, type Form, hole, holesOf, leaf, numbered, slot, slotsOf, tree } from "../../src/interface/form.ts";
import { lastExpression, parseSource } from "../support/parse-source.ts";

const string = leaf("keyword", "string", null);
const number = leaf("keyword", "number", null);

interface Plain {
  readonly tag: string;
  readonly text: string;
  readonly slots: readonly { readonly label: string; readonly form: Plain }[];
}

// Words that could be taken for the marks of a key.
const word = fc.constantFrom("", "a", '"', '"a"', "{", "}", ",", '{"a"a}', "\\");
const plain = fc.letrec<{ form: Plain }>((tie) => {
  const parts = fc.array(fc.record({ label: word, form: tie("form") }), { maxLength: 3 });
  const withSlots = (slots: fc.Arbitrary<Plain["slots"]>) =>
    fc.record({ tag: fc.constantFrom("a", "b"), text: word, slots });
  return { form: fc.oneof({ maxDepth: 3 }, withSlots(fc.constant([])), withSlots(parts)) };
}).form;

function formOf({ tag, text, slots }: Plain): Form {
  return tree(
    tag,
    slots.map((entry) => ({ label: entry.label, form: formOf(entry.form) })),
    { text, node: null },
  );
}

describe("keys", () => {
  it("place-free: where a form stands does not count", () => {
    const node = lastExpression(parseSource("a"));
    expect(leaf("keyword", "string", node).key).toBe(string.key);
    expect(at(string, node)).toMatchObject({ key: string.key, node });
  });

  it("unmistakable: no text and no label can pass for other parts", () => {
    fc.assert(
      fc.property(plain, plain, (a, b) => {
        expect(formOf(a).key === formOf(b).key).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
    const nested = tree("a", numbered("b", [tree("c", [], { text: "d", node: null })]), { node: null });
    expect(leaf("a", '{"b 0"c"d"}', null).key).not.toBe(nested.key);
  });

  it("long-keys: a key stays short however large its form, and still tells forms apart", () => {
    const wide = (last: Form): Form =>
      tree("object", numbered("member", [...Array(100).fill(string), last]), { node: null });
    expect(wide(string).key.length).toBeLessThan(300);
    expect(wide(string).key).not.toBe(wide(number).key);
  });
});

describe("parts", () => {
  it("holes: a hole leaves everything around it open, and all holes are found in order", () => {
    const open = tree(
      "pair",
      numbered("part", [hole("first", null), string, tree("b", numbered("c", [hole("second", null)]), { node: null })]),
      { node: null },
    );
    expect(open.holed).toBe(true);
    expect(holesOf(open).map(({ text }) => text)).toEqual(["first", "second"]);
    expect(holesOf(tree("pair", numbered("part", [string]), { node: null }))).toEqual([]);
  });

  it("labels: numbered parts are found by their whole prefix", () => {
    const form = tree("signature", [...numbered("type-parameter", [number]), ...numbered("type", [string, number])], {
      node: null,
    });
    expect(slotsOf(form, "type")).toEqual([string, number]);
    expect(slot(form, "type 1")).toBe(number);
    expect(slot(form, "type 2")).toBeUndefined();
  });

  it("code-units: order is that of code units in every locale", () => {
    expect(["ä", "a", "B"].sort(byText)).toEqual(["B", "a", "ä"]);
    expect(byText("a", "a")).toBe(0);
  });
});
