import { describe, expect, it } from "vitest";
import { leaf } from "../../src/interface/form.ts";
import type { Module } from "../../src/interface/module-graph.ts";
import {
  bind,
  bindPositions,
  deeper,
  expansionOf,
  findBound,
  nextLevel,
  outerScope,
} from "../../src/interface/scope.ts";
import { contextOf } from "../support/interface/forms.ts";

const module: Module = contextOf("export const node = 1;").source;
const top = outerScope(module, []);

describe("scope", () => {
  it("by-position: names are bound to level and position, so renaming changes nothing", () => {
    const one = bindPositions(nextLevel(top), "type", ["A", "B"]);
    const other = bindPositions(nextLevel(top), "type", ["X", "Y"]);
    expect(findBound(one, "B", "type")?.key).toBe(findBound(other, "Y", "type")?.key);
    expect(findBound(one, "A", "type")?.key).not.toBe(findBound(one, "B", "type")?.key);
  });

  it("inner-hides-outer: an inner name hides an outer one of the same meaning only", () => {
    const inner = bind(bindPositions(top, "type", ["A"]), "type", { name: "A", form: leaf("keyword", "string", null) });
    expect(findBound(inner, "A", "type")?.text).toBe("string");
    expect(findBound(inner, "A", "value")).toBeNull();
    expect(findBound(top, "A", "type")).toBeNull();
  });

  it("expansion: a declaration that is being written out is known, with the depth at which it began", () => {
    const node = module.file.statements[0];
    if (node === undefined) throw new Error("the module has a statement");
    const scope = { ...deeper(top), expanding: { declaration: node, depth: 1, args: [], outer: null } };
    expect(expansionOf(scope, node)?.depth).toBe(1);
    expect(expansionOf(top, node)).toBeNull();
  });
});
