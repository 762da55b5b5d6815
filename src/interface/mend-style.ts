import type ts from "typescript";
import type { Splice } from "../edit.ts";
import type { DeclaredModule } from "./block.ts";
import { isExporting } from "./mend-pieces.ts";
import { exportWord, insertion } from "./mend-text.ts";
import { typescript } from "./typescript.ts";

/** How a block writes its declarations. */
export interface StatementHabit {
  readonly exported: boolean;
  /** `declare` in front of values. */
  readonly declared: boolean;
}

/** The text of a declaration with the modifiers of a habit; defaults, lists and assignments stay as they are. */
export function withHabit(text: string, { exported, declared }: StatementHabit): string {
  const head = /^(?:export\s+)?(?:declare\s+)?(?=[a-z])/u.exec(text)?.[0] ?? "";
  const rest = text.slice(head.length);
  if (
    /^(?:default\b|export\b|global\b|module\s*["']|import\b)/u.test(rest) ||
    /^export\s*(?:[{*=]|type\s*[{*]|default\b)/u.test(text)
  )
    return text;
  const isType = /^(?:interface|type)\b/u.test(rest);
  return `${exported ? "export " : ""}${declared && !isType ? "declare " : ""}${rest}`;
}

/** The habit of one statement. */
export function habitOf(node: ts.Node): StatementHabit {
  return { exported: isExporting(node), declared: hasDeclare(node) };
}

/** True unless the block has values and writes all of them without `declare`. */
export function declaresValues({ module }: DeclaredModule): boolean {
  const compiler = typescript();
  const values = module.file.statements.filter(
    (node) =>
      compiler.isFunctionDeclaration(node) ||
      compiler.isClassDeclaration(node) ||
      compiler.isVariableStatement(node) ||
      compiler.isEnumDeclaration(node),
  );
  return values.length === 0 || values.some(hasDeclare);
}

function hasDeclare(node: ts.Node): boolean {
  const compiler = typescript();
  if (!compiler.canHaveModifiers(node)) return false;
  return (node.modifiers ?? []).some(({ kind }) => kind === compiler.SyntaxKind.DeclareKeyword);
}

/** What makes a block that exports everything say so at each declaration, except at those of `but`. */
export function explicitExports(design: DeclaredModule, but: ReadonlySet<ts.Node>): readonly Splice[] {
  const declared = new Set([...design.module.bindings.declarations.values()].flat().map(statementOf));
  return design.module.file.statements
    .filter((node) => declared.has(node) && !but.has(node))
    .map((node) => insertion(node.getStart(), exportWord));
}

function statementOf(node: ts.Node): ts.Node {
  let statement = node;
  while (statement.parent !== undefined && !typescript().isSourceFile(statement.parent)) statement = statement.parent;
  return statement;
}
