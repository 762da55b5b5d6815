import type ts from "typescript";
import { bindFile } from "./bindings.ts";
import { visibleCommonJs } from "./commonjs.ts";
import { parseSource } from "./parse.ts";
import { exportStyles } from "./print-exports.ts";
import { isJavaScript, type NameText, type Printing, printName, type Undecided } from "./print-name.ts";
import { namesIn } from "./print-names.ts";
import { textOf } from "./print-text.ts";
import type { TypeOracle } from "./type-oracle.ts";
import { typescript } from "./typescript.ts";

/** The Interface block of a source, and the exports whose types nobody can tell. */
export interface PrintedInterface {
  /** TypeScript without a fence, without a final line feed. */
  readonly text: string;
  readonly undecided: readonly Undecided[];
}

/**
 * Writes the interface of a source: its exports in source order, types written out, and the local types that they mention
 * without `export`. Only what syntax does not tell is asked of the oracle; what that does not know stands in a comment.
 */
export function printInterface(
  source: { readonly path: string; readonly text: string },
  oracle: TypeOracle,
): PrintedInterface {
  const file = parseSource(source.path, source.text);
  const bindings = bindFile(file);
  const { names, inline } = exportStyles(bindings, visibleCommonJs(file));
  const kept = file.statements
    .filter(isKept)
    .map((statement) => ({ at: statement.pos, text: keptText(statement, inline) }));
  const printed = printReached(names, mentionedIn(kept), { path: source.path, bindings, oracle, inline });
  const pieces = [...kept, ...printed.flatMap((entry) => entry.pieces)].filter(({ text }) => text !== "");
  const ordered = [...pieces].sort((a, b) => a.at - b.at).map(({ text }) => text);
  const undecided = [...printed].sort((a, b) => placeOf(a) - placeOf(b)).flatMap((entry) => entry.undecided ?? []);
  return { text: ordered.length === 0 ? "export {};" : layOut(ordered), undecided };
}

/** Writes the exported names, and whatever of the file they and the rest mention, directly or not. */
function printReached(
  names: readonly string[],
  mentioned: readonly string[],
  printing: Omit<Printing, "exported"> & { readonly inline: ReadonlySet<string> },
): readonly NameText[] {
  const { path, bindings, inline } = printing;
  const mayBeType = (name: string): boolean => isJavaScript(path) && !bindings.imports.has(name);
  const wanted = new Set(names);
  const texts = new Map<string, NameText>();
  const done = new Set<string>();
  const queue = [...names, ...mentioned];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const isOwn = wanted.has(name) && !bindings.imports.has(name);
    if (texts.has(name) || done.has(name) || !(isOwn || bindings.declarations.has(name) || mayBeType(name))) continue;
    const printed = printName(name, { ...printing, exported: inline.has(name) });
    texts.set(name, printed);
    for (const made of declaredBy(printed)) if (!wanted.has(made)) done.add(made);
    queue.push(...mentionedIn(printed.pieces));
  }
  return [...texts.values()];
}

/** The names that declarations declare: the compiler may add some that the source has not. */
function declaredBy({ pieces }: NameText): readonly string[] {
  return pieces.flatMap(({ text }) => [...bindFile(parseSource("printed.d.ts", text)).declarations.keys()]);
}

function mentionedIn(pieces: NameText["pieces"]): readonly string[] {
  return pieces.flatMap(({ text }) => [...namesIn(text)]);
}

function placeOf(entry: NameText): number {
  return entry.pieces[0]?.at ?? 0;
}

/** Exports of other modules, export lists and assignments, and changes to other modules stay as they are written. */
function isKept(statement: ts.Statement): boolean {
  const ts = typescript();
  if (ts.isModuleDeclaration(statement)) {
    return ts.isStringLiteral(statement.name) || (statement.flags & ts.NodeFlags.GlobalAugmentation) !== 0;
  }
  if (ts.isExportAssignment(statement)) return ts.isIdentifier(statement.expression);
  return ts.isExportDeclaration(statement) || ts.isNamespaceExportDeclaration(statement);
}

function keptText(statement: ts.Statement, inline: ReadonlySet<string>): string {
  const ts = typescript();
  if (!ts.isExportDeclaration(statement)) return textOf(statement);
  const { exportClause: clause, moduleSpecifier } = statement;
  if (moduleSpecifier !== undefined || clause === undefined || !ts.isNamedExports(clause))
    return closed(textOf(statement));
  const rest = clause.elements.filter(({ name, propertyName }) => propertyName !== undefined || !inline.has(name.text));
  const type = statement.isTypeOnly ? "type " : "";
  return rest.length === 0 ? "" : `export ${type}{ ${rest.map((element) => textOf(element)).join(", ")} };`;
}

function closed(text: string): string {
  return text.endsWith(";") ? text : `${text};`;
}

/** An empty line around everything that takes more than one. */
function layOut(pieces: readonly string[]): string {
  return pieces.reduce((text, piece, index) => {
    const loose = piece.includes("\n") || (pieces[index - 1]?.includes("\n") ?? false);
    return text + (index === 0 ? "" : loose ? "\n\n" : "\n") + piece;
  }, "");
}
