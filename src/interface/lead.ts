import type ts from "typescript";
import type { ExportBinding } from "./bindings.ts";
import { typescript } from "./typescript.ts";

/** First paragraph of a file's own doc comment, else of its only export's, as plain text on one line; "" without one. */
export function leadOf(file: ts.SourceFile, exports: readonly ExportBinding[]): string {
  const first = file.statements[0];
  const comments = docComments(file.text, 0);
  const own = comments.find((comment) => !isLicense(comment.body));
  if (own !== undefined && speaksOfFile(own, { comments, first, text: file.text })) return paragraph(own.body);
  const only = exports.length === 1 ? exports[0] : undefined;
  const statement = only === undefined ? undefined : statementOf(only.node);
  if (statement === undefined) return "";
  const attached = docComments(file.text, statement.pos).filter((comment) => !isLicense(comment.body));
  return paragraph(attached.at(-1)?.body ?? "");
}

interface DocComment {
  readonly body: string;
  readonly end: number;
}

function docComments(text: string, position: number): readonly DocComment[] {
  return (typescript().getLeadingCommentRanges(text, position) ?? [])
    .filter((range) => text.startsWith("/**", range.pos) && range.end - range.pos > 4)
    .map((range) => ({ body: text.slice(range.pos + 3, range.end - 2), end: range.end }));
}

interface Surroundings {
  readonly comments: readonly DocComment[];
  readonly first: ts.Statement | undefined;
  readonly text: string;
}

// The comment that a declaration carries itself is about that declaration, unless something says otherwise.
function speaksOfFile(comment: DocComment, { comments, first, text }: Surroundings): boolean {
  const compiler = typescript();
  if (first === undefined || comment !== comments.at(-1)) return true;
  if (/@(?:packageDocumentation|module|file|fileoverview|overview)\b/u.test(comment.body)) return true;
  if (/^[ \t]*\r?\n[ \t]*\r?\n/u.test(text.slice(comment.end, comment.end + 200))) return true;
  return (
    compiler.isImportDeclaration(first) || compiler.isExportDeclaration(first) || compiler.isExpressionStatement(first)
  );
}

function isLicense(body: string): boolean {
  return /@license|@copyright|\bcopyright\b|SPDX-License/iu.test(body);
}

function statementOf(node: ts.Node): ts.Node | undefined {
  let current: ts.Node | undefined = node;
  while (current !== undefined && current.parent !== undefined && !typescript().isSourceFile(current.parent)) {
    current = current.parent;
  }
  return current;
}

function paragraph(body: string): string {
  const lines = body.split(/\r?\n/u).map((line) => line.replace(/^[ \t]*\*?[ \t]?/u, "").trim());
  const start = lines.findIndex((line) => line !== "");
  const kept: string[] = [];
  for (const line of start < 0 ? [] : lines.slice(start)) {
    if (line === "" || line.startsWith("@")) break;
    kept.push(line);
  }
  return kept
    .join(" ")
    .replace(/\{@\w+\s+([^{}|]+)(?:\|([^{}]*))?\}/gu, (_, name: string, label?: string) => (label ?? name).trim());
}
