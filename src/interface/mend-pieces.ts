import type ts from "typescript";
import { type Bindings, bindStatements } from "./bindings.ts";
import { parseSource } from "./parse.ts";
import { printInterface } from "./print.ts";
import { namesIn } from "./print-names.ts";
import type { TypeOracle } from "./type-oracle.ts";
import { typescript } from "./typescript.ts";

/** One statement of the interface as the scaffold writes it. */
export interface Piece {
  readonly node: ts.Statement;
  /** Without comments. */
  readonly text: string;
  readonly bindings: Bindings;
  /** Local names that it declares. */
  readonly names: readonly string[];
}

/** A source's interface in the order of the source. */
export interface Pieces {
  readonly all: readonly Piece[];
  /** All of them as one file. */
  readonly bindings: Bindings;
}

/** Writes the interface of a source, statement by statement. Exports whose types nobody can tell are left out. */
export function printedPieces(source: { readonly path: string; readonly text: string }, oracle: TypeOracle): Pieces {
  const file = parseSource("printed.ts", printInterface(source, oracle).text);
  return { all: file.statements.map(pieceOf), bindings: bindStatements(file.statements, false) };
}

function pieceOf(node: ts.Statement): Piece {
  const bindings = bindStatements([node], false);
  return { node, text: node.getText(), bindings, names: [...bindings.declarations.keys()] };
}

/** The pieces that give an export (`default` and `export=` by these names), and those of the name that it leads to; none where it is unknown. */
export function piecesOfExport(name: string, { all, bindings }: Pieces): readonly Piece[] {
  const [binding] = bindings.exports.get(name) ?? [];
  const local = binding?.kind === "local" ? binding.local : null;
  return all.filter((piece) => piece.bindings.exports.has(name) || (local !== null && piece.names.includes(local)));
}

/** The pieces together with those of local types that they mention, in the order of the source, as far as `isKnown` does not know the names. */
export function withMentioned(
  pieces: readonly Piece[],
  { all, bindings }: Pieces,
  isKnown: (name: string) => boolean,
): readonly Piece[] {
  const exported = new Set(
    [...bindings.exports.values()].flat().map((entry) => (entry.kind === "local" ? entry.local : "")),
  );
  const chosen = new Set<Piece>();
  const queue = [...pieces];
  for (let piece = queue.pop(); piece !== undefined; piece = queue.pop()) {
    if (chosen.has(piece)) continue;
    chosen.add(piece);
    const mentioned = [...namesIn(piece.text)].filter((name) => !exported.has(name) && !isKnown(name));
    queue.push(...all.filter(({ names }) => names.some((name) => mentioned.includes(name))));
  }
  return all.filter((piece) => chosen.has(piece));
}

/** True where a statement carries the keyword `export`, or is an export by itself. */
export function isExporting(node: ts.Node): boolean {
  const compiler = typescript();
  if (compiler.isExportDeclaration(node) || compiler.isExportAssignment(node)) return true;
  if (!compiler.canHaveModifiers(node)) return false;
  return (node.modifiers ?? []).some(({ kind }) => kind === compiler.SyntaxKind.ExportKeyword);
}

/** The same export list, re-export or star with only some of its names. */
export function onlyNames({ node, text, bindings }: Piece, names: ReadonlySet<string>): string {
  const compiler = typescript();
  if (!compiler.isExportDeclaration(node)) return text;
  const { exportClause: clause } = node;
  if (clause !== undefined && compiler.isNamedExports(clause)) {
    const elements = clause.elements.filter(({ name }) => names.has(name.text));
    return withClause(node, `{ ${elements.map((element) => element.getText()).join(", ")} }`);
  }
  const [star] = bindings.stars;
  if (star === undefined || names.has(`* from ${star.specifier}`) || names.size === 0) return text;
  return `export ${star.typeOnly ? "type " : ""}{ ${[...names].join(", ")} } from ${JSON.stringify(star.specifier)};`;
}

function withClause(node: ts.ExportDeclaration, clause: string): string {
  const text = node.getText();
  const { pos = 0, end = 0 } = node.exportClause ?? {};
  return `${text.slice(0, pos - node.getStart())} ${clause}${text.slice(end - node.getStart())}`;
}
