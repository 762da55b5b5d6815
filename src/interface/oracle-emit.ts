import type ts from "typescript";
import { parseSource } from "./parse.ts";
import { typescript } from "./typescript.ts";

/** The compiler's declarations of one file, taken apart by name. */
export interface EmittedFile {
  /** Local name, `default` or `export=` → its declarations. */
  readonly parts: ReadonlyMap<string, readonly string[]>;
  /** Name → other names of `parts` without which its declarations say nothing: the base of a mixin, a default's value. */
  readonly needs: ReadonlyMap<string, readonly string[]>;
  /** Export name → local name, where an export list renames. */
  readonly aliases: ReadonlyMap<string, string>;
  /** What the compiler could not write, by offset in the source. */
  readonly failures: readonly { readonly start: number; readonly reason: string }[];
}

/** `forceDtsEmit`, which the language service uses too: declarations in spite of errors, and without checking the file. */
type ForcedEmit = (
  file: ts.SourceFile,
  write: ts.WriteFileCallback,
  token: undefined,
  onlyDeclarations: true,
  transformers: undefined,
  force: true,
) => ts.EmitResult;

/** Writes the declarations of one file of a program in memory. */
export function emitFile(program: ts.Program, file: ts.SourceFile): EmittedFile {
  let text = "";
  const write: ts.WriteFileCallback = (path, content) => {
    if (/\.d\.[cm]?ts$/u.test(path)) text = content;
  };
  const { diagnostics } = (program.emit as ForcedEmit)(file, write, undefined, true, undefined, true);
  const failures = diagnostics.map(({ start, messageText, file: place }) => ({
    start: place === file && start !== undefined ? start : -1,
    reason: typescript().flattenDiagnosticMessageText(messageText, " ").replace(/\.$/u, ""),
  }));
  return { ...split(text, file), failures };
}

type Parts = Map<string, string[]>;

function split(text: string, source: ts.SourceFile): Omit<EmittedFile, "failures"> {
  const ts = typescript();
  const parts: Parts = new Map();
  const needs: Parts = new Map();
  const aliases = new Map<string, string>();
  const own = identifiersOf(source);
  for (const statement of parseSource("emitted.d.ts", text).statements) {
    if (ts.isVariableStatement(statement)) splitVariables(statement, parts);
    else if (ts.isExportDeclaration(statement)) addAliases(statement, aliases);
    else if (ts.isExportAssignment(statement)) {
      const name = statement.isExportEquals === true ? "export=" : "default";
      add(parts, name, statement.getText());
      if (ts.isIdentifier(statement.expression)) add(needs, name, statement.expression.text);
    } else addNamed(statement, parts, (name) => own.has(name), needs);
  }
  return { parts, needs, aliases };
}

function addNamed(statement: ts.Statement, parts: Parts, isOwn: (name: string) => boolean, needs: Parts): void {
  const ts = typescript();
  const named = statement as ts.Statement & { readonly name?: ts.Node };
  if (ts.isImportDeclaration(statement) || ts.isImportEqualsDeclaration(statement)) return;
  const modifiers = ts.canHaveModifiers(statement) ? (statement.modifiers ?? []) : [];
  const isDefault = modifiers.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);
  const names = [named.name?.getText(), isDefault ? "default" : undefined].filter((name) => name !== undefined);
  const heritage = ts.isClassDeclaration(statement) ? (statement.heritageClauses ?? []) : [];
  const bases = heritage.flatMap(({ types }) => types.map(({ expression }) => expression.getText()));
  for (const name of names) {
    add(parts, name, statement.getText());
    for (const base of bases) if (!isOwn(base)) add(needs, name, base);
  }
}

function splitVariables(statement: ts.VariableStatement, parts: Parts): void {
  const { NodeFlags } = typescript();
  const { flags, declarations } = statement.declarationList;
  const keyword = flags & NodeFlags.Const ? "const" : flags & NodeFlags.Let ? "let" : "var";
  const modifiers = (statement.modifiers ?? []).map((modifier) => `${modifier.getText()} `).join("");
  for (const { name, type, initializer } of declarations) {
    // `const limit = 3` in a declaration file is another spelling of `const limit: 3`.
    const written = type ?? initializer;
    const suffix = written === undefined ? "" : `: ${written.getText()}`;
    add(parts, name.getText(), `${modifiers}${keyword} ${name.getText()}${suffix};`);
  }
}

function addAliases(statement: ts.ExportDeclaration, aliases: Map<string, string>): void {
  const { exportClause, moduleSpecifier } = statement;
  if (moduleSpecifier !== undefined || exportClause === undefined || !typescript().isNamedExports(exportClause)) return;
  for (const { propertyName, name } of exportClause.elements) aliases.set(name.text, (propertyName ?? name).text);
}

/** Every identifier that a source spells; a name of the declarations that is none of them was made by the compiler. */
function identifiersOf(source: ts.SourceFile): ReadonlySet<string> {
  // The parser keeps this list for the compiler's own search for free names.
  const { identifiers } = source as ts.SourceFile & { readonly identifiers?: ReadonlyMap<string, string> };
  return new Set(identifiers?.keys() ?? []);
}

function add(map: Parts, key: string, value: string): void {
  const found = map.get(key);
  if (found === undefined) map.set(key, [value]);
  else found.push(value);
}
