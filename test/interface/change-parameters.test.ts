import { describe, expect, it } from "vitest";
import {
  inDeclaredOrder,
  inferredParameters,
  namesOf,
  placesOfParameters,
  withAddedDefaults,
} from "../../src/interface/change-parameters.ts";
import type { Form } from "../../src/interface/form.ts";
import { formOf } from "../support/interface/forms.ts";

function declaration(text: string): Form {
  const form = formOf(`export ${text}`).slots[0]?.form;
  if (form === undefined) throw new Error("the name declares something");
  return form;
}

const signature = (text: string): Form =>
  declaration(`declare function T${text}: void;`).slots[0]?.form ?? declaration("");

describe("change-parameters", () => {
  it("by-names: the actual side is put into the order of the declared names", () => {
    const pair = { declared: signature("<A, B>(a: A[], b: B)"), actual: signature("<B, A>(a: A[], b: B)") };
    expect(pair.declared.key).not.toBe(pair.actual.key);
    expect(inDeclaredOrder(pair)?.key).toBe(pair.declared.key);
  });

  it("by-use: other names are the same parameters in another order only if everything else is equal then", () => {
    const declared = signature("<A, B extends A>(a: A, b: B)");
    expect(inDeclaredOrder({ declared, actual: signature("<Y extends X, X>(a: X, b: Y)") })?.key).toBe(declared.key);
    expect(inDeclaredOrder({ declared, actual: signature("<Y extends X, X>(a: X, b: string)") })).toBeNull();
  });

  it("one-order: nothing is moved where nothing can be", () => {
    const one = signature("<A>(a: A)");
    const two = signature("<A, B>(a: A, b: B)");
    expect(inDeclaredOrder({ declared: one, actual: one })).toBeNull();
    expect(inDeclaredOrder({ declared: two, actual: two })).toBeNull();
    expect(inDeclaredOrder({ declared: two, actual: one })).toBeNull();
  });

  it("defaults: type parameters that are added take their defaults; one without leaves nothing to compare", () => {
    const declared = declaration("interface T { a: string; b: string[] }");
    const added = declaration("interface T<A = string, B = A[]> { a: A; b: B }");
    expect(withAddedDefaults({ declared, actual: added })?.key).toBe(declared.key);
    expect(withAddedDefaults({ declared, actual: declaration("interface T<A> { a: A; b: string[] }") })).toBeNull();
  });

  it("places: parameters are known by their places, with what they extend", () => {
    const form = signature("<A, B extends string>(a: A, b: B)");
    expect(namesOf(form)).toEqual(["A", "B"]);
    const places = placesOfParameters(form);
    expect(places.map((place) => place.replace(/\d+\./u, ""))).toEqual(["type 0", "type 1"]);
    expect([...inferredParameters(form)].map(([place, constraint]) => [place, constraint?.text ?? null])).toEqual([
      [places[0], null],
      [places[1], "string"],
    ]);
  });
});
