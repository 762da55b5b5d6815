import ts from "typescript";
import type { Dice } from "../dice.ts";
import { declaredNames, descendants, hasWord, rewritten, useOf } from "../tree.ts";
import type { Rewrite } from "./rewrite.ts";

/** Rewrites of how a file imports and exports, for sources and blocks. */
export const exportListRewrite: Rewrite = { name: "export list", rewrite: exportList };

/** Rewrites of sources only. */
export const moduleRewrites: readonly Rewrite[] = [
  { name: "import type as import", rewrite: importTypeAsImport },
  { name: "import as inline type import", rewrite: inlineTypeImports },
];

/** The document has to import what it names, or it cannot know the new names. */
export const aliasImportsRewrite: Rewrite = { name: "alias imports", rewrite: aliasImports };

type Named = ts.Statement & { readonly name?: ts.Node };

function exportList(file: ts.SourceFile, dice: Dice): string {
  const movable = movableExports(file);
  if (movable.size === 0) return file.text;
  const text = rewritten(file, (node) => {
    if (!ts.isStatement(node) || node.parent !== file || !movableNames(node).some((name) => movable.has(name)))
      return null;
    const modifier = ts.canHaveModifiers(node)
      ? node.modifiers?.find(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
      : undefined;
    return modifier === undefined
      ? null
      : file.text.slice(node.getStart(file), modifier.getStart(file)) + file.text.slice(modifier.end, node.end);
  });
  const lines = dice
    .shuffled([...movable])
    .map(([name, isType]) => `export ${isType && dice.roll(2) === 0 ? "type " : ""}{ ${name} };`);
  return `${text}\n${lines.join("\n")}\n`;
}

/** Names all of whose declarations say `export`, and whether they are only types. */
function movableExports(file: ts.SourceFile): Map<string, boolean> {
  const byName = new Map<string, ts.Statement[]>();
  for (const statement of file.statements)
    for (const name of movableNames(statement)) byName.set(name, [...(byName.get(name) ?? []), statement]);
  const movable = new Map<string, boolean>();
  const listed = new Set(file.statements.flatMap(listedNames));
  for (const [name, statements] of byName) {
    const all = statements.every(
      (node) =>
        hasWord(node, ts.SyntaxKind.ExportKeyword) &&
        !hasWord(node, ts.SyntaxKind.DefaultKeyword) &&
        (!ts.isVariableStatement(node) ||
          node.declarationList.declarations.every((each) => ts.isIdentifier(each.name))),
    );
    if (!all || listed.has(name)) continue;
    movable.set(
      name,
      statements.every((node) => ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)),
    );
  }
  // One list of variables shares one `export`.
  for (const statement of file.statements) {
    const names = movableNames(statement);
    if (names.some((name) => !movable.has(name))) for (const name of names) movable.delete(name);
  }
  return movable;
}

function listedNames(statement: ts.Statement): readonly string[] {
  if (!ts.isExportDeclaration(statement) || statement.exportClause === undefined) return [];
  return ts.isNamedExports(statement.exportClause) ? statement.exportClause.elements.map(({ name }) => name.text) : [];
}

function movableNames(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  if (ts.isImportEqualsDeclaration(statement) || ts.isExportDeclaration(statement)) return [];
  const { name } = statement as Named;
  return name !== undefined && ts.isIdentifier(name) ? [name.text] : [];
}

// What is exported again with an imported name keeps its `type`: that word reaches the importers.
function reexported(file: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  for (const statement of file.statements) {
    if (ts.isExportAssignment(statement)) names.add(statement.expression.getText(file));
    if (!ts.isExportDeclaration(statement) || statement.moduleSpecifier !== undefined) continue;
    if (statement.exportClause !== undefined && ts.isNamedExports(statement.exportClause))
      for (const { name, propertyName } of statement.exportClause.elements) names.add((propertyName ?? name).text);
  }
  return names;
}

function importTypeAsImport(file: ts.SourceFile): string {
  const again = reexported(file);
  return rewritten(file, (node, text) => {
    if (!ts.isImportClause(node) || !node.isTypeOnly) return null;
    const names = descendants(node).filter(ts.isIdentifier);
    if (names.some((name) => again.has(name.text))) return null;
    return [node.name, node.namedBindings].flatMap((part) => (part === undefined ? [] : [text(part)])).join(", ");
  });
}

function inlineTypeImports(file: ts.SourceFile): string {
  return rewritten(file, (node) => {
    if (!ts.isImportClause(node) || !node.isTypeOnly || node.namedBindings === undefined) return null;
    if (!ts.isNamedImports(node.namedBindings)) return null;
    return `{ ${node.namedBindings.elements.map((element) => `type ${element.getText(file)}`).join(", ")} }`;
  });
}

function aliasImports(file: ts.SourceFile): string {
  const names = declaredNames(file);
  const renames = new Map<ts.Node, string>();
  const aliases = new Map<string, string>();
  for (const node of descendants(file)) {
    const isImport = ts.isImportSpecifier(node) || ts.isNamespaceImport(node) || ts.isImportClause(node);
    if (!isImport || node.name === undefined || names.get(node.name.text) !== 1) continue;
    const to = `${node.name.text}_import`;
    aliases.set(node.name.text, to);
    const isPlain = ts.isImportSpecifier(node) && node.propertyName === undefined;
    renames.set(node.name, isPlain ? `${node.name.text} as ${to}` : to);
  }
  if (aliases.size === 0) return file.text;
  for (const node of descendants(file)) {
    if (!ts.isIdentifier(node) || !aliases.has(node.text) || renames.has(node)) continue;
    const to = aliases.get(node.text) ?? node.text;
    const use = useOf(node);
    if (use === "value" || use === "type" || use === "namespace") renames.set(node, to);
    if (use === "shorthand") renames.set(node, `${node.text}: ${to}`);
    if (isLocalExport(node)) renames.set(node, node.parent.propertyName === node ? to : `${to} as ${node.text}`);
  }
  return rewritten(file, (node) => renames.get(node) ?? null);
}

function isLocalExport(node: ts.Identifier): node is ts.Identifier & { readonly parent: ts.ExportSpecifier } {
  const { parent } = node;
  if (!ts.isExportSpecifier(parent) || parent.parent.parent.moduleSpecifier !== undefined) return false;
  return (parent.propertyName ?? parent.name) === node;
}
