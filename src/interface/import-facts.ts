import type ts from "typescript";
import type { ImportFact } from "./source-facts.ts";
import { typescript } from "./typescript.ts";

/** Every import of a file by syntax, in the order of the text: statements, `import()`, `require()` and import types. */
export function importFacts(file: ts.SourceFile): readonly ImportFact[] {
  const found: ImportFact[] = [];
  for (const statement of file.statements) {
    const fact = ofStatement(statement);
    if (fact !== null) found.push(fact);
  }
  if (mayHoldNested(file.text)) collectNested(file, found);
  return found.sort((a, b) => a.range.start - b.range.start);
}

function ofStatement(statement: ts.Statement): ImportFact | null {
  const compiler = typescript();
  if (compiler.isImportDeclaration(statement))
    return fact(statement.moduleSpecifier, kindOfImport(statement.importClause));
  if (compiler.isExportDeclaration(statement)) return fact(statement.moduleSpecifier, "re-export");
  if (!compiler.isImportEqualsDeclaration(statement)) return null;
  const reference = statement.moduleReference;
  if (!compiler.isExternalModuleReference(reference)) return null;
  return fact(reference.expression, statement.isTypeOnly ? "type" : "require");
}

function kindOfImport(clause: ts.ImportClause | undefined): ImportFact["kind"] {
  const compiler = typescript();
  if (clause === undefined) return "side-effect";
  if (clause.phaseModifier === compiler.SyntaxKind.TypeKeyword) return "type";
  if (clause.name !== undefined || clause.namedBindings === undefined) return "value";
  if (compiler.isNamespaceImport(clause.namedBindings)) return "value";
  const { elements } = clause.namedBindings;
  if (elements.length === 0) return "side-effect";
  return elements.every((element) => element.isTypeOnly) ? "type" : "value";
}

// Spares most files the walk through all of their nodes.
function mayHoldNested(text: string): boolean {
  return /\bimport\s*[(./]|\brequire\b/u.test(text);
}

function collectNested(file: ts.SourceFile, found: ImportFact[]): void {
  const compiler = typescript();
  const stack: ts.Node[] = [...file.statements];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    const nested = ofNode(node);
    if (nested !== null) found.push(nested);
    compiler.forEachChild(node, (child) => {
      stack.push(child);
    });
  }
}

function ofNode(node: ts.Node): ImportFact | null {
  const compiler = typescript();
  if (compiler.isImportTypeNode(node)) {
    return compiler.isLiteralTypeNode(node.argument) ? fact(node.argument.literal, "type") : null;
  }
  if (!compiler.isCallExpression(node)) return null;
  const called = node.expression;
  if (called.kind === compiler.SyntaxKind.ImportKeyword) return fact(node.arguments[0], "dynamic");
  return compiler.isIdentifier(called) && called.text === "require" ? fact(node.arguments[0], "require") : null;
}

function fact(specifier: ts.Node | undefined, kind: ImportFact["kind"]): ImportFact | null {
  if (specifier === undefined || !typescript().isStringLiteralLike(specifier)) return null;
  return { specifier: specifier.text, kind, range: { start: specifier.getStart(), end: specifier.end } };
}
