import type ts from "typescript";
import type { Splice } from "../edit.ts";
import type { DeclaredModule } from "./block.ts";
import { typescript } from "./typescript.ts";
import type { InterfaceFinding } from "./verdict.ts";

/** Edits that give an export, and everything in the block that mentions it, the name that it has in the source; null for what is not only renamed. */
export function renameSplices(
  findings: readonly InterfaceFinding[],
  design: DeclaredModule,
  source: string,
): readonly Splice[] | null {
  const [finding] = findings;
  if (finding?.change !== "export-renamed" || findings.length > 1 || finding.actual === undefined) return null;
  const name = source.slice(finding.actual.start, finding.actual.end);
  if (!/^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u.test(name)) return null;
  const found = mentions(design.module.file, finding.export);
  return found.map((node) => ({ range: { start: node.getStart(), end: node.end }, text: name }));
}

function mentions(file: ts.SourceFile, name: string): readonly ts.Identifier[] {
  const compiler = typescript();
  const found: ts.Identifier[] = [];
  const stack: ts.Node[] = [...file.statements];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (compiler.isIdentifier(node) && node.text === name && !isOtherName(node)) found.push(node);
    compiler.forEachChild(node, (child) => {
      stack.push(child);
    });
  }
  return found;
}

/** True for names of members, parameters and the like, which only look the same. */
function isOtherName(node: ts.Identifier): boolean {
  const compiler = typescript();
  const { parent } = node;
  if (compiler.isQualifiedName(parent)) return parent.right === node;
  if (compiler.isPropertyAccessExpression(parent)) return parent.name === node;
  const isNamed = "name" in parent && parent.name === node;
  return (
    isNamed &&
    (compiler.isTypeElement(parent) ||
      compiler.isClassElement(parent) ||
      compiler.isEnumMember(parent) ||
      compiler.isParameter(parent) ||
      compiler.isTypeParameterDeclaration(parent) ||
      compiler.isNamedTupleMember(parent))
  );
}
