import ts from "typescript";
import { describe, expect, it } from "vitest";
import { leaf } from "../../src/interface/form.ts";
import {
  bind,
  bindPositions,
  deeper,
  entered,
  expansionDepth,
  findBound,
  nextLevel,
  outerScope,
} from "../../src/interface/scope.ts";
import { firstNode, sidesOf } from "../support/interface/sides.ts";

const { source } = sidesOf("", "interface A {}\ntype B = 1;");
const top = outerScope(source, []);

describe("bound names", () => {
  it("positions: a name stands for its level and place, whatever it is", () => {
    const inner = bindPositions(nextLevel(top), "type", ["A", null, "B"]);
    const renamed = bindPositions(nextLevel(top), "type", ["X", null, "Y"]);
    expect(findBound(inner, "B", "type")?.text).toBe("type 1.2");
    expect(findBound(inner, "B", "type")?.key).toBe(findBound(renamed, "Y", "type")?.key);
    expect(findBound(inner, "B", "type")?.key).not.toBe(findBound(nextLevel(inner), "A", "type")?.key);
  });

  it("innermost: an inner name hides an outer one, and the outer scope stays as it was", () => {
    const outer = bindPositions(nextLevel(top), "type", ["A"]);
    const inner = bindPositions(nextLevel(outer), "type", ["A"]);
    expect(findBound(inner, "A", "type")?.text).toBe("type 2.0");
    expect(findBound(outer, "A", "type")?.text).toBe("type 1.0");
    expect(findBound(top, "A", "type")).toBeNull();
  });

  it("meanings: a parameter and a type parameter of one name do not meet", () => {
    const scope = bind(top, "value", { name: "A", form: leaf("bound", "the value", null) });
    expect(findBound(scope, "A", "value")?.text).toBe("the value");
    expect(findBound(scope, "A", "type")).toBeNull();
  });

  it("elsewhere: another declaration sees nothing of what is bound where it is used", () => {
    const using = deeper(bindPositions(nextLevel(top), "type", ["A"]));
    const inside = entered(using, source, []);
    expect(findBound(inside, "A", "type")).toBeNull();
    expect(inside).toMatchObject({ level: 1, depth: 1 });
  });
});

describe("expansionDepth", () => {
  it("expanding: a declaration that is being written out is known by its depth, at any depth below", () => {
    const outer = firstNode(source.file, ts.isInterfaceDeclaration);
    const inner = firstNode(source.file, ts.isTypeAliasDeclaration);
    const first = { declaration: outer, depth: 1, outer: null };
    const scope = { ...top, depth: 5, expanding: { declaration: inner, depth: 3, outer: first } };
    expect([expansionDepth(scope, outer), expansionDepth(scope, inner)]).toEqual([1, 3]);
    expect(expansionDepth(top, outer)).toBeNull();
  });
});
