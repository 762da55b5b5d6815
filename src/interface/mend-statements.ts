import type ts from "typescript";
import type { Splice } from "../edit.ts";
import type { Range } from "../range.ts";
import { type Bindings, bindStatements } from "./bindings.ts";
import type { DeclaredModule } from "./block.ts";
import { align } from "./mend-align.ts";
import { insertSplices, isInlineExport, statementsOf } from "./mend-insert.ts";
import { memberSplices } from "./mend-members.ts";
import { isExporting, onlyNames, type Piece, type Pieces, piecesOfExport, withMentioned } from "./mend-pieces.ts";
import { declaresValues, explicitExports, habitOf, withHabit } from "./mend-style.ts";
import { endWithComment, exportWord, indentAt, indented, insertion, removal, wordsIn } from "./mend-text.ts";
import { typescript } from "./typescript.ts";
import type { InterfaceFinding } from "./verdict.ts";

/** One export whose declaration differs, with both texts. */
export interface Rewriting {
  readonly name: string;
  readonly findings: readonly InterfaceFinding[];
  readonly design: DeclaredModule;
  /** The source's interface; writing it out may take the compiler, so it is made when it is needed. */
  pieces(): Pieces;
}

/** Edits that exchange only the members in which a declaration differs; null where that is not all of it. */
export function memberEdits(input: Rewriting): readonly Splice[] | null {
  const touched = touchedStatements(input);
  if (touched === null) return null;
  const splices = touched.map((statement) => {
    const piece = counterpart(statement, input);
    const edits = piece === null ? null : memberSplices(statement, piece.node, touchedMembers(input, statement));
    return edits === null || piece === null ? null : { edits, piece };
  });
  const found = splices.filter((entry) => entry !== null);
  if (found.length < splices.length) return null;
  const written = found.map(({ piece }) => piece);
  const helpers = missingHelpers(written, input);
  const explicit = input.design.everything && helpers.length > 0 ? explicitExports(input.design, new Set()) : [];
  return [...found.flatMap(({ edits }) => edits), ...explicit, ...helperSplices(helpers, input)];
}

/** Edits that write the statements of a name in which a difference stands as the source has them, in the block's own manner. */
export function statementEdits(input: Rewriting): readonly Splice[] | null {
  const touched = touchedStatements(input);
  if (touched === null) return null;
  const names = [...new Set(touched.flatMap((statement) => namesOf(statement)))];
  const groups = names.map((name) => {
    const left = statementsOf(name, input.design);
    return { left, right: input.pieces().all.filter((piece) => piece.names.includes(otherName(name, input))) };
  });
  if (groups.some(({ right }) => right.length === 0)) return null;
  const left = [...new Set(groups.flatMap((group) => group.left))];
  const right = [...new Set(groups.flatMap((group) => group.right))];
  return rewritten(left, right, { input, manner: "habit" });
}

/** Edits that write all that an export consists of as the source has it: how it is exported, and the local types that it mentions. */
export function wholeEdits(input: Rewriting): readonly Splice[] | null {
  const { name, design } = input;
  const pieces = input.pieces();
  const exporting = exportingStatements(name, design);
  const own = piecesOfExport(name, pieces);
  if (exporting === null || own.length === 0) return null;
  const isDeclared = (piece: Piece): boolean => piece.names.some((each) => statementsOf(each, design).length > 0);
  const right = withMentioned(own, pieces, () => false).filter((piece) => own.includes(piece) || isDeclared(piece));
  const left = new Set([
    ...exporting,
    ...right.flatMap(({ names }) => names.flatMap((each) => statementsOf(each, design))),
  ]);
  return rewritten(
    design.module.file.statements.filter((statement) => left.has(statement)),
    right,
    { input, manner: "source" },
  );
}

/** Edits that write the `export *` in which a difference stands as the source has it. */
export function starEdits(input: Rewriting): readonly Splice[] | null {
  const touched = touchedStatements(input);
  const splices = touched?.map((statement) => {
    const [star] = bindStatements([statement], false).stars;
    const piece = input.pieces().all.find(({ bindings }) => bindings.stars[0]?.specifier === star?.specifier);
    return star === undefined || piece === undefined ? null : replaced(statement, piece.text);
  });
  return splices === undefined || splices.includes(null) ? null : splices.filter((splice) => splice !== null);
}

/** Edits that make the block import from where the source does, as far as all names of an import come from one module there. */
export function importEdits({ design }: Rewriting, source: Bindings): readonly Splice[] | null {
  const compiler = typescript();
  const splices = design.module.file.statements.filter(compiler.isImportDeclaration).flatMap((node): Splice[] => {
    const names = [...bindStatements([node], false).imports.values()];
    const specifiers = new Set(names.map(({ local, imported }) => originIn(source, { local, imported })));
    const [specifier] = specifiers;
    const { start, end } = rangeOf(node.moduleSpecifier);
    if (specifiers.size !== 1 || specifier === undefined || specifier === null) return [];
    const quote = node.moduleSpecifier.getText().charAt(0);
    const text = `${quote}${specifier}${quote}`;
    return text === node.moduleSpecifier.getText() ? [] : [{ range: { start, end }, text }];
  });
  return splices.length === 0 ? null : splices;
}

function originIn({ imports }: Bindings, name: { readonly local: string; readonly imported: string }): string | null {
  const binding = imports.get(name.local);
  return binding?.imported === name.imported ? binding.specifier : null;
}

/** The statements that a finding of the export stands in; null where one stands nowhere. */
function touchedStatements({ findings, design }: Rewriting): readonly ts.Statement[] | null {
  const { statements } = design.module.file;
  const found = findings.map(({ declared }) => {
    const range = declared === undefined ? null : design.textRangeOf(declared);
    return range === null ? undefined : statements.find((node) => contains(node, range));
  });
  return found.includes(undefined) ? null : statements.filter((node) => found.includes(node));
}

function contains(node: ts.Node, { start, end }: Range): boolean {
  return node.getStart() <= start && end <= node.end;
}

function namesOf(statement: ts.Statement): readonly string[] {
  return [...bindStatements([statement], false).declarations.keys()];
}

/** The name that the source uses for what the block calls by this one. */
function otherName(name: string, { name: exported, design, pieces }: Rewriting): string {
  const [own] = design.module.bindings.exports.get(exported) ?? [];
  const [other] = pieces().bindings.exports.get(exported) ?? [];
  return own?.kind === "local" && own.local === name && other?.kind === "local" ? other.local : name;
}

/** The one piece that a statement of the block stands for, where both sides declare the name in as many parts. */
function counterpart(statement: ts.Statement, input: Rewriting): Piece | null {
  const [name, ...others] = namesOf(statement);
  if (name === undefined || others.length > 0) return null;
  const left = statementsOf(name, input.design).filter(({ kind }) => kind === statement.kind);
  const other = otherName(name, input);
  const right = input.pieces().all.filter(({ names, node }) => node.kind === statement.kind && names.includes(other));
  return left.length === right.length ? (right[left.indexOf(statement)] ?? null) : null;
}

function touchedMembers({ findings, design }: Rewriting, statement: ts.Statement) {
  const own = findings.filter(
    ({ declared }) => declared !== undefined && contains(statement, design.textRangeOf(declared)),
  );
  const isNamed = (member: ts.Node): boolean => {
    const name = (member as ts.Node & { readonly name?: ts.Node }).name;
    const text = name === undefined ? "" : "text" in name ? String(name.text) : name.getText();
    return own.some(({ member: path = "" }) => text !== "" && (path === text || path.startsWith(`${text}.`)));
  };
  const isPlaced = (member: ts.Node): boolean =>
    member.getSourceFile() === design.module.file &&
    own.some(({ declared }) => declared !== undefined && contains(member, design.textRangeOf(declared)));
  return {
    isTouched: (member: ts.Node) => isPlaced(member) || isNamed(member),
    head: own.some(({ member }) => member === undefined),
  };
}

/** `habit`: each statement is exported as it was in the block; `source`: as in the source. */
type Manner = "habit" | "source";

function rewritten(
  left: readonly ts.Statement[],
  right: readonly Piece[],
  { input, manner }: { readonly input: Rewriting; readonly manner: Manner },
): readonly Splice[] | null {
  const [first] = left;
  if (first === undefined) return null;
  const { design, name } = input;
  const helpers = missingHelpers(right, input);
  const isListed = manner === "source" && right.some((piece) => !isInlineExport(piece));
  const explicit = design.everything && (helpers.length > 0 || isListed);
  const text = (piece: Piece, node: ts.Statement | null): string => {
    const old = habitOf(node ?? first);
    const exported = manner === "source" ? isExporting(piece.node) : old.exported || design.everything;
    const declared = node !== null && isValue(node) ? old.declared : declaresValues(design);
    const words = onlyNames(piece, new Set([name]));
    return withHabit(words, { exported: exported && (explicit || !design.everything), declared });
  };
  const isSame = (node: ts.Statement, piece: Piece): boolean =>
    plainWords(node) === plainWords(piece.node) &&
    (manner === "habit" || isExporting(piece.node) === (isExporting(node) || design.everything));
  const splices: Splice[] = [];
  let last = first;
  for (const step of align(left, right, isSame)) {
    if (step.kind === "add") splices.push(addedBehind(last, text(step.right, null)));
    else last = step.left;
    if (step.kind === "remove") splices.push(removal(step.left));
    if (step.kind === "replace") splices.push(replaced(step.left, text(step.right, step.left)));
    if (step.kind === "keep" && explicit && !isExporting(step.left))
      splices.push(insertion(step.left.getStart(), exportWord));
  }
  const rest = explicit ? explicitExports(design, new Set(left)) : [];
  return [...splices, ...rest, ...helperSplices(helpers, input)];
}

/** Local types that the written declarations mention and that neither they nor the block declare. */
function missingHelpers(written: readonly Piece[], { design, pieces }: Rewriting): readonly Piece[] {
  const own = new Set(written.flatMap(({ names }) => names));
  const { declarations, imports } = design.module.bindings;
  const isKnown = (name: string): boolean => own.has(name) || declarations.has(name) || imports.has(name);
  return withMentioned(written, pieces(), isKnown).filter((piece) => !written.includes(piece));
}

function helperSplices(helpers: readonly Piece[], { design, pieces }: Rewriting): readonly Splice[] {
  return insertSplices({
    design: { ...design, everything: false },
    pieces: pieces(),
    wanted: helpers,
    exports: new Map(),
  });
}

function replaced(node: ts.Statement, text: string): Splice {
  const start = node.getStart();
  return { range: { start, end: node.end }, text: indented(text, indentAt(node.getSourceFile().text, start)) };
}

function addedBehind(node: ts.Statement, text: string): Splice {
  const { text: block } = node.getSourceFile();
  const indent = indentAt(block, node.getStart());
  return insertion(endWithComment(block, node.end), `\n${indent}${indented(text, indent)}`);
}

function plainWords(node: ts.Node): string {
  return wordsIn(node).replace(/^(?:export )?(?:declare )?/u, "");
}

function isValue(node: ts.Node): boolean {
  const compiler = typescript();
  return !compiler.isInterfaceDeclaration(node) && !compiler.isTypeAliasDeclaration(node);
}

/** The statements of a block that declare or export a name; null where one of them exports others too. */
function exportingStatements(name: string, design: DeclaredModule): readonly ts.Statement[] | null {
  const compiler = typescript();
  const bindings = design.module.bindings.exports.get(name) ?? [];
  const exporting = design.module.file.statements.filter((statement) =>
    bindings.some(({ node }) => contains(statement, rangeOf(node))),
  );
  const shares = exporting.some(
    (node) =>
      compiler.isExportDeclaration(node) &&
      node.exportClause !== undefined &&
      compiler.isNamedExports(node.exportClause) &&
      node.exportClause.elements.length > 1,
  );
  const locals = bindings.flatMap((binding) => (binding.kind === "local" ? statementsOf(binding.local, design) : []));
  return shares ? null : [...exporting, ...locals];
}

function rangeOf(node: ts.Node): Range {
  return { start: node.getStart(), end: node.end };
}
