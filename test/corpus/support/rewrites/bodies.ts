import ts from "typescript";
import { rewritten } from "../tree.ts";
import type { Rewrite } from "./rewrite.ts";

/** Rewrites of what callers never see. */
export const bodyRewrites: readonly Rewrite[] = [
  { name: "other bodies", rewrite: otherBodies },
  { name: "longer bodies", rewrite: longerBodies },
];

function otherBodies(file: ts.SourceFile): string {
  return rewritten(file, (node) => {
    if (!ts.isBlock(node) || !ts.isFunctionLike(node.parent) || ts.isConstructorDeclaration(node.parent)) return null;
    return node.parent.type === undefined ? null : '{ throw new Error("another body"); }';
  });
}

function longerBodies(file: ts.SourceFile): string {
  return rewritten(file, (node, text) => {
    if (!ts.isBlock(node) || !ts.isFunctionLike(node.parent) || ts.isConstructorDeclaration(node.parent)) return null;
    const statements = node.statements.map((statement) => `${text(statement)}\n`);
    return `{ void 0;\n${statements.join("")}}`;
  });
}
