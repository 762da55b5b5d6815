import type ts from "typescript";
import type { ExportBinding } from "./bindings.ts";
import { typescript } from "./typescript.ts";

/** The names that a JavaScript file assigns to `module.exports` and `exports` at its top level; `export=` for the whole. What they are cannot be read from syntax. */
export function commonJsExports(file: ts.SourceFile): readonly ExportBinding[] {
  const compiler = typescript();
  if (!/\.c?jsx?$/u.test(file.fileName)) return [];
  const found = new Map<string, ExportBinding>();
  for (const statement of file.statements) {
    if (!compiler.isExpressionStatement(statement)) continue;
    let expression = statement.expression;
    while (
      compiler.isBinaryExpression(expression) &&
      expression.operatorToken.kind === compiler.SyntaxKind.EqualsToken
    ) {
      const name = exportedBy(expression.left);
      if (name !== null && !found.has(name)) found.set(name, { kind: "commonjs", name, node: expression.left });
      expression = expression.right;
    }
  }
  return [...found.values()];
}

// `exports.x` and `module.exports.x` name x, `module.exports` the whole.
function exportedBy(target: ts.Expression): string | null {
  if (isModuleExports(target)) return "export=";
  const member = memberOf(target);
  if (member === null) return null;
  const { object, name } = member;
  return isModuleExports(object) || isIdentifier(object, "exports") ? name : null;
}

function isModuleExports(node: ts.Expression): boolean {
  const member = memberOf(node);
  return member !== null && member.name === "exports" && isIdentifier(member.object, "module");
}

function isIdentifier(node: ts.Node, text: string): boolean {
  return typescript().isIdentifier(node) && node.text === text;
}

function memberOf(node: ts.Expression): { readonly object: ts.Expression; readonly name: string } | null {
  const compiler = typescript();
  if (compiler.isPropertyAccessExpression(node)) return { object: node.expression, name: node.name.text };
  if (!compiler.isElementAccessExpression(node)) return null;
  const key = node.argumentExpression;
  return compiler.isStringLiteralLike(key) ? { object: node.expression, name: key.text } : null;
}
