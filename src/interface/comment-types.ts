import type ts from "typescript";
import type { ExportBinding } from "./bindings.ts";
import type { Entity } from "./export-table.ts";
import type { Module } from "./module-graph.ts";
import { isJavaScript } from "./print-name.ts";
import { typescript } from "./typescript.ts";

/** The types that a JavaScript file declares in comments, by name, each with the node that its comment stands before. */
export function commentedTypes({ path, file }: Module): ReadonlyMap<string, ts.Node> {
  const found = new Map<string, ts.Node>();
  if (!isJavaScript(path) || !/@(?:typedef|callback)\b/u.test(file.text)) return found;
  const { createSourceFile, JSDocParsingMode, ScriptTarget, isJSDocTypedefTag, isJSDocCallbackTag } = typescript();
  const mode = { languageVersion: ScriptTarget.Latest, jsDocParsingMode: JSDocParsingMode.ParseAll };
  const read = createSourceFile(path, file.text, mode, true);
  const places: readonly ts.Node[] = [...file.statements, file.endOfFileToken];
  for (const [index, node] of [...read.statements, read.endOfFileToken].entries()) {
    const { jsDoc = [] } = node as { readonly jsDoc?: readonly ts.JSDoc[] };
    for (const tag of jsDoc.flatMap(({ tags }) => [...(tags ?? [])])) {
      const name = isJSDocTypedefTag(tag) || isJSDocCallbackTag(tag) ? tag.name?.text : undefined;
      if (name !== undefined) found.set(name, places[index] ?? file);
    }
  }
  return found;
}

/** What stands behind a binding that is a comment; null for any other. */
export function commentedEntity({ kind, name }: ExportBinding, source: Module): Entity | null {
  const reason = "it stands in a comment, which only the compiler reads";
  return kind === "comment" ? { kind: "opaque", identity: source.id, name, reason } : null;
}
