import { createHash } from "node:crypto";
import type ts from "typescript";
import { typescript } from "./typescript.ts";

/**
 * A hash of what a file can mean for the types of files that import it: comments and spaces are left out, and bodies of functions
 * whose result is annotated. Undefined where more may count: in JavaScript (comments are its types) and with JSX.
 */
export function shapeOf(file: ts.SourceFile): string | undefined {
  if (!/(?<!\.d)\.[cm]?ts$/u.test(file.fileName) || parsedBadly(file)) return undefined;
  const ts = typescript();
  const { text } = file;
  const hash = createHash("sha1");
  let from = 0;
  const leave = (start: number, end: number): void => {
    if (start < from) return;
    // Where a line ends, a statement may.
    hash.update(text.slice(from, start)).update(/[\n\r\u2028\u2029]/u.test(text.slice(start, end)) ? "\n" : " ");
    from = end;
  };
  const visit = (node: ts.Node): void => {
    const start = node.getStart(file);
    // A directive for the whole file stands in a comment before all else.
    if (node.pos > 0 && start > node.pos) leave(node.pos, start);
    const body = node.parent === undefined ? undefined : settledBody(node, ts);
    ts.forEachChild(node, (child) => {
      if (child !== body) visit(child);
      else leave(child.pos, child.end);
    });
  };
  ts.forEachChild(file, visit);
  return hash.update(text.slice(from)).digest("hex");
}

/** The body that cannot change what the function gives; that of a constructor can, by what it assigns. */
function settledBody(node: ts.Node, compiler: typeof ts): ts.Node | undefined {
  const isSettled =
    compiler.isFunctionDeclaration(node) ||
    compiler.isMethodDeclaration(node) ||
    compiler.isFunctionExpression(node) ||
    compiler.isArrowFunction(node) ||
    compiler.isGetAccessor(node);
  if (!isSettled || node.type === undefined || node.body === undefined) return undefined;
  return compiler.isBlock(node.body) ? node.body : undefined;
}

function parsedBadly(file: ts.SourceFile): boolean {
  const { parseDiagnostics } = file as ts.SourceFile & { readonly parseDiagnostics?: readonly unknown[] };
  return (parseDiagnostics ?? []).length > 0;
}
