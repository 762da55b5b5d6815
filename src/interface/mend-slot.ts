import type ts from "typescript";
import type { Splice } from "../edit.ts";
import type { Range } from "../range.ts";
import type { DeclaredModule } from "./block.ts";
import { indentAt, indented } from "./mend-text.ts";
import { parseSource, syntaxProblems } from "./parse.ts";
import { typescript } from "./typescript.ts";
import type { InterfaceFinding } from "./verdict.ts";

/** The smallest edits: each type that differs, replaced by what the source writes in its place. Null where a finding is no type on both sides. */
export function slotSplices(
  findings: readonly InterfaceFinding[],
  design: DeclaredModule,
  source: string,
): readonly Splice[] | null {
  const splices = findings.map((finding) => slotSplice(finding, design, source));
  return splices.includes(null) ? null : splices.filter((splice) => splice !== null);
}

function slotSplice({ declared, actual }: InterfaceFinding, design: DeclaredModule, source: string): Splice | null {
  if (declared === undefined || actual === undefined) return null;
  const range = design.textRangeOf(declared);
  const { file } = design.module;
  const text = plainType(source, actual);
  if (text === null || typeAt(file, range) === null || text === file.text.slice(range.start, range.end)) return null;
  return { range, text: indented(text, indentAt(file.text, range.start)) };
}

/** The source's own words for a type, without the indent of its place; null for what is no type by itself, or has comments. */
function plainType(source: string, { start, end }: Range): string | null {
  const indent = indentAt(source, start);
  const text = source.slice(start, end).replace(/\r\n/gu, "\n").replaceAll(`\n${indent}`, "\n");
  if (/\/[/*]/u.test(text)) return null;
  const file = parseSource("type.ts", `type T = ${text}`);
  return file.statements.length === 1 && syntaxProblems(file).length === 0 ? text : null;
}

function typeAt(file: ts.SourceFile, { start, end }: Range): ts.TypeNode | null {
  const compiler = typescript();
  let node: ts.Node | undefined = file;
  while (node !== undefined) {
    if (node.getStart() === start && node.end === end && compiler.isTypeNode(node)) return node;
    node = compiler.forEachChild(node, (child) => (child.pos <= start && end <= child.end ? child : undefined));
  }
  return null;
}
