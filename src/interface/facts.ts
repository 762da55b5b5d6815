import type ts from "typescript";
import { isAmbient } from "./ambient.ts";
import { type Bindings, bindFile, type ExportBinding } from "./bindings.ts";
import { commonJsExports } from "./commonjs.ts";
import { importFacts } from "./import-facts.ts";
import { leadOf } from "./lead.ts";
import { createModuleCache, type ModuleCache } from "./module-graph.ts";
import { syntaxProblems } from "./parse.ts";
import { emptyBodies, settledBodies } from "./settled-bodies.ts";
import { hasShape, shapeOf } from "./shape.ts";
import type { DeclarationKind, ExportFact, SourceFacts } from "./source-facts.ts";
import { sourceSuppressions } from "./source-suppressions.ts";
import { declarationExists, syntaxOf } from "./syntax-class.ts";
import { typescript } from "./typescript.ts";

/**
 * Everything that a run needs of one source before interfaces are compared. Total: text that does not parse gives problems. The tree
 * stays in `trees` for who needs it next, without the bodies that decide no type.
 */
export function sourceFacts(text: string, path: string, trees: ModuleCache = createModuleCache()): SourceFacts {
  const { file } = trees.parsed(path, text);
  try {
    const settled = hasShape(file) ? settledBodies(file) : null;
    const facts = factsOf(file, settled);
    emptyBodies(settled ?? []);
    return facts;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const problem = { message: "Unexpected nesting, too deep to be read", range: { start: 0, end: 0 } };
    return { syntax: "code", exports: [], stars: [], imports: [], lead: "", problems: [problem], suppressions: [] };
  }
}

function factsOf(file: ts.SourceFile, settled: ReadonlySet<ts.Node> | null): SourceFacts {
  const bindings = bindFile(file);
  const listed = [...bindings.exports.values()].map((list) => list[0]).filter((entry) => entry !== undefined);
  const exports = [...listed, ...commonJsExports(file)];
  return {
    syntax: syntaxOf(file, bindings),
    exports: exports.map((entry) => exportFact(entry, bindings)),
    stars: bindings.stars.map(({ specifier, typeOnly, node }) => ({ specifier, typeOnly, range: rangeOf(node) })),
    imports: importFacts(file),
    lead: leadOf(file, exports),
    problems: syntaxProblems(file),
    suppressions: sourceSuppressions(file),
    ...(isAmbient(file) ? { ambient: true } : {}),
    ...(settled === null ? {} : { shape: shapeOf(file, settled) }),
  };
}

function exportFact(entry: ExportBinding, bindings: Bindings): ExportFact {
  const range = rangeOf(entry.node);
  const { name } = entry;
  if (entry.kind === "from") return { name, kind: "re-export", typeOnly: entry.typeOnly, range };
  if (entry.kind !== "local") return { name, kind: kindByName(name), typeOnly: false, range };
  const declarations = bindings.declarations.get(entry.local);
  if (declarations === undefined) {
    const imported = bindings.imports.get(entry.local);
    return { name, kind: "re-export", typeOnly: entry.typeOnly || imported?.typeOnly === true, range };
  }
  const exists = declarations.some((declaration) => declarationExists(declaration, bindings));
  return { name, kind: primaryKind(declarations), typeOnly: entry.typeOnly || !exists, range };
}

function kindByName(name: string): DeclarationKind {
  return name === "default" || name === "export=" ? name : "variable";
}

// One name may have several meanings; the one that exists at run time is the one that people speak of.
const byWeight: readonly DeclarationKind[] = [
  "class",
  "function",
  "enum",
  "variable",
  "re-export",
  "namespace",
  "interface",
  "type",
];

function primaryKind(declarations: readonly ts.Node[]): DeclarationKind {
  const kinds = new Set(declarations.map(kindOf));
  return byWeight.find((kind) => kinds.has(kind)) ?? "variable";
}

function kindOf(declaration: ts.Node): DeclarationKind {
  const compiler = typescript();
  if (compiler.isClassDeclaration(declaration)) return "class";
  if (compiler.isFunctionDeclaration(declaration)) return "function";
  if (compiler.isEnumDeclaration(declaration)) return "enum";
  if (compiler.isModuleDeclaration(declaration)) return "namespace";
  if (compiler.isInterfaceDeclaration(declaration)) return "interface";
  if (compiler.isTypeAliasDeclaration(declaration)) return "type";
  return compiler.isImportEqualsDeclaration(declaration) ? "re-export" : "variable";
}

function rangeOf(node: ts.Node): { readonly start: number; readonly end: number } {
  return { start: node.getStart(), end: node.end };
}
