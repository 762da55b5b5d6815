import type ts from "typescript";
import { type Bindings, hasModifier } from "./bindings.ts";
import { hasAssignedMembers } from "./expando.ts";
import { saysExport } from "./export-table.ts";
import { parseSource } from "./parse.ts";
import type { StatementStyle } from "./print-namespace.ts";
import { statementText, variableText } from "./print-statement.ts";
import { textOf } from "./print-text.ts";
import type { TypeOracle } from "./type-oracle.ts";
import { typescript } from "./typescript.ts";
import { undecidedComment } from "./undecided-comment.ts";

/** An export that stays undeclared, and why. */
export interface Undecided {
  readonly name: string;
  readonly reason: string;
}

/** The declarations of one name, each with the offset in the source that gives its place. */
export interface NameText {
  readonly pieces: readonly { readonly at: number; readonly text: string }[];
  readonly undecided: Undecided | null;
}

/** Where a name is declared, and how its declaration is written. */
export interface Printing {
  readonly path: string;
  readonly bindings: Bindings;
  readonly oracle: TypeOracle;
  readonly exported: boolean;
}

/** In UTF-16 units. */
const longestConstant = 64 * 1024;

/** Writes everything that a local name declares: from syntax where that is enough, else as the oracle says. */
export function printName(name: string, printing: Printing): NameText {
  const { path, bindings, exported } = printing;
  const declarations = bindings.declarations.get(name) ?? [];
  const bySyntax =
    isJavaScript(path) || declarations.some(hasAssignedMembers)
      ? null
      : printDeclarations(declarations, { exported, declared: true });
  if (bySyntax !== null) return { pieces: bySyntax, undecided: null };
  const answer = printing.oracle.declarationOf(path, name);
  const at = placeOf(name, printing);
  if (answer.ok) {
    const isDefault = declarations.some((node) => hasModifier(node, typescript().SyntaxKind.DefaultKeyword));
    const texts = isDefault
      ? [...fromOracle(answer.text, name, { ...printing, exported: false }), `export default ${name};`]
      : fromOracle(answer.text, name, printing);
    return { pieces: texts.map((text) => ({ at, text })), undecided: null };
  }
  // In JavaScript a name may be a type of a comment, or a global: only the compiler can tell.
  if (declarations.length === 0 && !exported && isJavaScript(path)) return { pieces: [], undecided: null };
  const reason = answer.reason.replace(/\s+/gu, " ");
  return { pieces: [{ at, text: undecidedComment({ name, reason }) }], undecided: { name, reason } };
}

/** True for the extensions of JavaScript, whose types stand in comments or nowhere. */
export function isJavaScript(path: string): boolean {
  return /\.[cm]?jsx?$/u.test(path);
}

function printDeclarations(nodes: readonly ts.Node[], style: StatementStyle): NameText["pieces"] | null {
  const ts = typescript();
  if (nodes.length === 0) return null;
  const pieces: { at: number; text: string }[] = [];
  const isSplit = nodes.some(saysExport);
  for (const node of withoutImplementation(nodes)) {
    // A type and a value of one name can be exported one without the other.
    const own = isSplit ? { ...style, exported: style.exported && saysExport(node) } : style;
    const text = ts.isVariableDeclaration(node)
      ? variableText(node, own)
      : ts.isStatement(node)
        ? statementText(node, own)
        : null;
    // A constant of this length is data: its type says nothing in a document, and the oracle will not write it either.
    if (text === null || (ts.isVariableDeclaration(node) && text.length > longestConstant)) return null;
    pieces.push({ at: node.pos, text });
  }
  return pieces;
}

function withoutImplementation(nodes: readonly ts.Node[]): readonly ts.Node[] {
  const ts = typescript();
  const overloaded = nodes.some((node) => ts.isFunctionDeclaration(node) && node.body === undefined);
  return overloaded ? nodes.filter((node) => !ts.isFunctionDeclaration(node) || node.body === undefined) : nodes;
}

function placeOf(name: string, { bindings }: Printing): number {
  const [declaration] = bindings.declarations.get(name) ?? [];
  const node = declaration ?? bindings.exports.get(name)?.[0]?.node;
  return node?.pos ?? Number.MAX_SAFE_INTEGER;
}

/** The oracle's declarations, reduced like those of the source; what the compiler made up on the way stays local. */
function fromOracle(answer: string, name: string, { exported }: Printing): readonly string[] {
  const ts = typescript();
  // Four spaces are the compiler's own indent.
  const text = answer.replace(/^(?: {4})+/gmu, (indent) => " ".repeat(indent.length / 2));
  const file = parseSource("oracle.d.ts", text);
  const isSplit = file.statements.some(saysExport);
  return file.statements.flatMap((statement) => {
    const says = !isSplit || saysExport(statement);
    if (ts.isVariableStatement(statement)) {
      return statement.declarationList.declarations.map((node) => {
        const isOwn = node.name.getText() === name;
        return variableText(node, { exported: exported && isOwn && says, declared: true }) ?? textOf(statement);
      });
    }
    if (ts.isExportAssignment(statement)) return [textOf(statement)];
    const named = (statement as ts.Statement & { readonly name?: ts.Node }).name?.getText();
    const isOwn = named === undefined || named === name;
    return [statementText(statement, { exported: exported && isOwn && says, declared: true }) ?? textOf(statement)];
  });
}
