import type ts from "typescript";
import type { Splice } from "../edit.ts";
import type { DeclaredModule } from "./block.ts";
import { isExporting, onlyNames, type Piece, type Pieces } from "./mend-pieces.ts";
import { declaresValues, explicitExports, withHabit } from "./mend-style.ts";
import { endWithComment, exportWord, indentAt, indented, insertion, startWithComments } from "./mend-text.ts";
import { typescript } from "./typescript.ts";

/** Declarations that a block gets. */
export interface InsertInput {
  readonly design: DeclaredModule;
  /** All that the source would have in a block. */
  readonly pieces: Pieces;
  /** Those that are put in, in the order of the source. */
  readonly wanted: readonly Piece[];
  /** The exports that each of them is wanted for: lists and stars are cut down to these. */
  readonly exports: ReadonlyMap<Piece, ReadonlySet<string>>;
}

/** Edits that put declarations where the source has them: behind the one that comes before, else before the one that comes after, else at the end. */
export function insertSplices(input: InsertInput): readonly Splice[] {
  const groups = new Map<string, { readonly anchor: Anchor; readonly texts: string[] }>();
  const splices: Splice[] = [];
  const habit = habitOf(input);
  const marks = undecidedMarks(input.design);
  const anchors = anchorsOf(input);
  for (const piece of input.wanted) {
    const text = withHabit(onlyNames(piece, input.exports.get(piece) ?? new Set()), {
      exported: isExporting(piece.node) && habit.exported,
      declared: habit.declared,
    });
    const marked = markedAsUndecided(piece, marks, text) ?? exportedInPlace(piece, input);
    if (marked !== null) splices.push(...marked);
    else {
      const anchor = anchors.get(piece) ?? atTheEnd;
      const key = anchor.kind === "end" ? "end" : `${anchor.kind} ${anchor.node.pos}`;
      const group = groups.get(key) ?? { anchor, texts: [] };
      group.texts.push(text);
      groups.set(key, group);
    }
  }
  return [...splices, ...[...groups.values()].map(({ anchor, texts }) => placed(anchor, texts, input.design))];
}

/** True where a block that exports everything has to say `export`, because something is put into it that is not exported, or is by a list. */
export function needsExplicitExports({ design, wanted }: Pick<InsertInput, "design" | "wanted">): boolean {
  return design.everything && wanted.some((piece) => !isInlineExport(piece));
}

/** The edits of `insertSplices`, and where the block needs them those that make its other declarations say `export`. */
export function insertExplicitly(input: InsertInput): readonly Splice[] {
  const explicit = needsExplicitExports(input) ? explicitExports(input.design, new Set()) : [];
  return [...explicit, ...insertSplices(input)];
}

/** True for a declaration that carries `export` itself, and for what changes another module: a block that exports everything can hold it. */
export function isInlineExport({ node }: Piece): boolean {
  const compiler = typescript();
  if (
    compiler.isModuleDeclaration(node) &&
    (node.name.kind === compiler.SyntaxKind.StringLiteral || node.name.text === "global")
  )
    return true;
  return (
    isExporting(node) &&
    !compiler.isExportDeclaration(node) &&
    !compiler.isExportAssignment(node) &&
    !/^export\s+default\b/u.test(node.getText())
  );
}

/** Whether what is put into a block says `export` and `declare` there. */
function habitOf({ design, wanted }: InsertInput): { readonly exported: boolean; readonly declared: boolean } {
  const isEmpty = design.module.file.statements.length === 0;
  return {
    exported: !design.everything || isEmpty || needsExplicitExports({ design, wanted }),
    declared: declaresValues(design),
  };
}

/** A line `// undecided: name (…)`: its comment, and where it stands. */
interface UndecidedMark {
  readonly start: number;
  readonly end: number;
  readonly indent: string;
}

/** The marks of a block, by the name that each is about; of several the first one. */
function undecidedMarks({ module }: DeclaredModule): ReadonlyMap<string, UndecidedMark> {
  const marks = new Map<string, UndecidedMark>();
  for (const line of module.file.text.matchAll(/^[ \t]*(\/\/ undecided: (\S+) \(.*\)[ \t]*)$/gmu)) {
    const [whole, comment = "", name = ""] = line;
    const start = line.index + whole.length - comment.length;
    if (!marks.has(name))
      marks.set(name, { start, end: start + comment.length, indent: whole.slice(0, -comment.length) });
  }
  return marks;
}

/** The mark gives way to what is known by now. */
function markedAsUndecided(
  { names }: Piece,
  marks: ReadonlyMap<string, UndecidedMark>,
  text: string,
): readonly Splice[] | null {
  const own = names.flatMap((name) => marks.get(name) ?? []).sort((a, b) => a.start - b.start);
  const [mark] = own;
  if (mark === undefined) return null;
  return [{ range: { start: mark.start, end: mark.end }, text: indented(text, mark.indent) }];
}

/** What stands in the block without `export`, and is exported by now, gets the word. */
function exportedInPlace({ names, node }: Piece, { design }: InsertInput): readonly Splice[] | null {
  const own = names.flatMap((name) => statementsOf(name, design));
  if (own.length === 0) return null;
  const isWanted = isExporting(node) && !design.everything;
  return isWanted ? own.filter((one) => !isExporting(one)).map((one) => insertion(one.getStart(), exportWord)) : [];
}

/** The statements of a block that declare a name. */
export function statementsOf(name: string, { module }: DeclaredModule): readonly ts.Statement[] {
  const nodes = module.bindings.declarations.get(name) ?? [];
  return module.file.statements.filter((statement) =>
    nodes.some((node) => statement.pos <= node.pos && node.end <= statement.end),
  );
}

type Anchor = { readonly kind: "after" | "before"; readonly node: ts.Statement } | { readonly kind: "end" };

const atTheEnd: Anchor = { kind: "end" };

/** For each piece of the source what stands in the block before it, else behind it; a piece without either is left out. */
function anchorsOf({ design, pieces }: InsertInput): ReadonlyMap<Piece, Anchor> {
  const present = pieces.all.map((piece) => presenceOf(piece, design));
  const anchors = new Map<Piece, Anchor>();
  let after: ts.Statement | undefined;
  for (const [index, piece] of pieces.all.entries()) {
    if (after !== undefined) anchors.set(piece, { kind: "after", node: after });
    after = present[index]?.at(-1) ?? after;
  }
  let before: ts.Statement | undefined;
  for (const [index, piece] of [...pieces.all.entries()].reverse()) {
    if (before !== undefined && !anchors.has(piece)) anchors.set(piece, { kind: "before", node: before });
    before = present[index]?.[0] ?? before;
  }
  return anchors;
}

function presenceOf({ names, bindings }: Piece, design: DeclaredModule): readonly ts.Statement[] {
  const declared = names.flatMap((name) => statementsOf(name, design));
  if (declared.length > 0) return declared;
  const nodes = [...bindings.exports.keys()].flatMap((name) => design.module.bindings.exports.get(name) ?? []);
  const stars = bindings.stars.flatMap(({ specifier }) =>
    design.module.bindings.stars.filter((star) => star.specifier === specifier),
  );
  const places = [...nodes, ...stars].map(({ node }) => node);
  return design.module.file.statements.filter((statement) =>
    places.some((node) => statement.pos <= node.pos && node.end <= statement.end),
  );
}

function placed(anchor: Anchor, texts: readonly string[], design: DeclaredModule): Splice {
  const { file } = design.module;
  if (anchor.kind === "end") return atEnd(texts, design);
  const lead = anchor.kind === "after" ? anchor.node.getStart() : startWithComments(anchor.node);
  const indent = indentAt(file.text, lead);
  const own = file.text.slice(anchor.node.getStart(), anchor.node.end);
  const tight = isTight(design);
  const gap = (a: string, b: string): string => (!tight && (a.includes("\n") || b.includes("\n")) ? "\n\n" : "\n");
  const all = anchor.kind === "after" ? [own, ...texts] : [...texts, own];
  const gaps = all.slice(1).map((text, index) => gap(all[index] ?? "", text));
  const shown = texts.map((text) => indented(text, indent));
  if (anchor.kind === "before") {
    return insertion(lead, shown.map((text, index) => `${text}${gaps[index] ?? "\n"}${indent}`).join(""));
  }
  const at = endWithComment(file.text, anchor.node.end);
  const body = shown.map((text, index) => `${gaps[index] ?? "\n"}${indent}${text}`).join("");
  return insertion(at, body + closing(texts.at(-1) ?? "", file.text.slice(at), tight));
}

/** An empty line behind a declaration of several lines, where code follows at once; a line end where it follows in the same line. */
function closing(last: string, rest: string, tight: boolean): string {
  if (rest.trim() === "") return "";
  if (!rest.startsWith("\n")) return "\n";
  return !tight && last.includes("\n") && /^\n[ \t]*\S/u.test(rest) ? "\n" : "";
}

function atEnd(texts: readonly string[], { module }: DeclaredModule): Splice {
  const { text } = module.file;
  const at = text.trimEnd().length;
  const all = texts.reduce((sum, each, index) => {
    const loose = each.includes("\n") || (texts[index - 1]?.includes("\n") ?? false);
    return sum + (index === 0 ? "" : loose ? "\n\n" : "\n") + each;
  }, "");
  return insertion(at, at === 0 ? all : `\n${all}`);
}

/** True where the author sets no empty lines between declarations. */
function isTight({ module }: DeclaredModule): boolean {
  const { statements, text } = module.file;
  const gaps = statements.slice(1).map((next, index) => {
    const before = statements[index];
    return before === undefined ? "" : text.slice(before.end, startWithComments(next));
  });
  return gaps.length > 0 && !gaps.some((gap) => /\n[ \t]*\n/u.test(gap));
}
