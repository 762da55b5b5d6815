import type ts from "typescript";
import { hasModifier } from "./bindings.ts";
import { namesIn } from "./print-names.ts";
import { textBetween, textOf } from "./print-text.ts";
import { typescript } from "./typescript.ts";

/** How a declaration is written out: `export` in front or not, `declare` in front (not inside namespaces). */
export interface StatementStyle {
  readonly exported: boolean;
  readonly declared: boolean;
}

/** Writes what stands inside a namespace; null where a type has to be inferred. */
export interface StatementPrinter {
  statement(node: ts.Statement, style: StatementStyle): string | null;
  variable(node: ts.VariableDeclaration, style: StatementStyle): string | null;
}

/** Text of a namespace from its keyword on, with what it exports and the local types that those mention; null where a type has to be inferred. */
export function namespaceText(node: ts.ModuleDeclaration, printer: StatementPrinter): string | null {
  const ts = typescript();
  const body = innermost(node);
  if (body === null || (node.flags & ts.NodeFlags.GlobalAugmentation) !== 0 || ts.isStringLiteral(node.name))
    return ambientText(node);
  const everything = exportsEverything(body);
  const pieces = body.statements.flatMap((statement) => piecesOf(statement, printer, everything));
  const chosen = choose(pieces);
  if (chosen.some(({ text }) => text === null)) return null;
  const lines = chosen.map(({ text }) => text ?? "");
  // In an ambient namespace everything is exported unless something says what is.
  if (chosen.some(({ exported }) => !exported) && !lines.includes("export {};")) lines.push("export {};");
  const head = textBetween(node, keywordStart(node), body.getStart());
  if (lines.length === 0) return `${head} {}`;
  const inside = lines
    .join("\n")
    .split("\n")
    .map((line) => `  ${line}\n`);
  return `${head} {\n${inside.join("")}}`;
}

/** True in ambient namespaces that do not say what they export. */
function exportsEverything(body: ts.ModuleBlock): boolean {
  const ts = typescript();
  return (
    isAmbient(body) &&
    !body.statements.some((statement) => ts.isExportDeclaration(statement) || ts.isExportAssignment(statement))
  );
}

function isAmbient(node: ts.Node): boolean {
  const ts = typescript();
  if (ts.isSourceFile(node)) return node.isDeclarationFile;
  return hasModifier(node, ts.SyntaxKind.DeclareKeyword) || isAmbient(node.parent);
}

interface Piece {
  readonly names: readonly string[];
  readonly exported: boolean;
  /** Null where a type has to be inferred. */
  readonly text: string | null;
}

function piecesOf(statement: ts.Statement, printer: StatementPrinter, everything: boolean): readonly Piece[] {
  const ts = typescript();
  const exported = everything || hasModifier(statement, ts.SyntaxKind.ExportKeyword);
  const style = { exported, declared: false };
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map((declaration) => ({
      names: [declaration.name.getText()],
      exported,
      text: printer.variable(declaration, style),
    }));
  }
  if (ts.isExportDeclaration(statement)) return [{ names: [], exported: true, text: textOf(statement) }];
  const { name } = statement as ts.Statement & { readonly name?: ts.Node };
  return name === undefined ? [] : [{ names: [name.getText()], exported, text: printer.statement(statement, style) }];
}

/** Exported pieces, and the others that they mention, directly or not. */
function choose(pieces: readonly Piece[]): readonly Piece[] {
  const chosen = new Set<Piece>();
  const queue = pieces.filter(({ exported }) => exported);
  for (let piece = queue.pop(); piece !== undefined; piece = queue.pop()) {
    if (chosen.has(piece)) continue;
    chosen.add(piece);
    const mentioned = namesIn(piece.text ?? "");
    queue.push(...pieces.filter(({ names }) => names.some((name) => mentioned.has(name))));
  }
  return pieces.filter((piece) => chosen.has(piece));
}

function innermost(node: ts.ModuleDeclaration): ts.ModuleBlock | null {
  const ts = typescript();
  let body: ts.Node | undefined = node.body;
  while (body !== undefined && ts.isModuleDeclaration(body)) body = body.body;
  return body !== undefined && ts.isModuleBlock(body) ? body : null;
}

function ambientText(node: ts.ModuleDeclaration): string {
  return textBetween(node, keywordStart(node), node.end);
}

function keywordStart(node: ts.ModuleDeclaration): number {
  const ts = typescript();
  const { ModuleKeyword, NamespaceKeyword, SyntaxList } = ts.SyntaxKind;
  const children = node.getChildren();
  const keyword = children.find(({ kind }) => kind === ModuleKeyword || kind === NamespaceKeyword);
  return (keyword ?? children.find(({ kind }) => kind !== SyntaxList) ?? node).getStart();
}
