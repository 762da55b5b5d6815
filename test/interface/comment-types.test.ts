import { describe, expect, it } from "vitest";
import { commentedEntity, commentedTypes } from "../../src/interface/comment-types.ts";
import { createModuleGraph, type Module } from "../../src/interface/module-graph.ts";
import { filesOf } from "../support/interface/compared.ts";

const text = `/** @typedef {{ a: string }} A */
/** @returns {B} */
export function f() {}
// @typedef {{}} C
/**
 * @callback B
 * @param {string} x
 */
`;

function moduleOf(path: string): Module {
  const module = createModuleGraph(filesOf({ [path]: text })).module(path);
  if (module === null) throw new Error("no module");
  return module;
}

describe("comment-types", () => {
  it("typedef-and-callback: both are found, at the statement that their comment stands before, or at the end of the file", () => {
    const module = moduleOf("src/a.js");
    const { statements, endOfFileToken } = module.file;
    expect([...commentedTypes(module)]).toEqual([
      ["A", statements[0]],
      ["B", endOfFileToken],
    ]);
  });

  it("javascript-only: comments of TypeScript declare nothing", () => {
    expect(commentedTypes(moduleOf("src/a.ts")).size).toBe(0);
  });

  it("opaque: such a type stands for something that was not read", () => {
    const module = moduleOf("src/a.js");
    const node = module.file;
    expect(commentedEntity({ kind: "comment", name: "A", node }, module)).toMatchObject({ kind: "opaque", name: "A" });
    expect(commentedEntity({ kind: "commonjs", name: "A", node }, module)).toBeNull();
  });
});
