import { createHash } from "node:crypto";
import type ts from "typescript";
import { typescript } from "./typescript.ts";

/**
 * A hash of what a file can mean for the types of files that import it: comments and spaces are left out, and bodies
 * that decide no type (`settled`).
 */
export function shapeOf(file: ts.SourceFile, settled: ReadonlySet<ts.Node>): string {
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
    ts.forEachChild(node, (child) => {
      if (!settled.has(child)) return visit(child);
      // That there is a body says that this is no overload.
      hash.update(text.slice(from, child.pos)).update("{}");
      from = child.end;
    });
  };
  ts.forEachChild(file, visit);
  return hash.update(text.slice(from)).digest("hex");
}

/** False where more than this may count: in JavaScript (comments are its types), with JSX, and where the text does not parse. */
export function hasShape(file: ts.SourceFile): boolean {
  return /(?<!\.d)\.[cm]?ts$/u.test(file.fileName) && !parsedBadly(file);
}

function parsedBadly(file: ts.SourceFile): boolean {
  const { parseDiagnostics } = file as ts.SourceFile & { readonly parseDiagnostics?: readonly unknown[] };
  return (parseDiagnostics ?? []).length > 0;
}
