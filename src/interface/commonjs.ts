import type ts from "typescript";
import type { Bindings, ExportBinding } from "./bindings.ts";
import { typescript } from "./typescript.ts";

/**
 * The names that a JavaScript file without import and export statements assigns to `module.exports` and `exports` at its top
 * level; `export=` for the whole, unless it is an object literal that names its members. What they are cannot be read from syntax.
 */
export function commonJsExports(file: ts.SourceFile): readonly ExportBinding[] {
  const compiler = typescript();
  if (!/\.c?jsx?$/u.test(file.fileName) || hasModuleSyntax(file)) return [];
  const found = new Map<string, ExportBinding>();
  for (const statement of file.statements) {
    if (!compiler.isExpressionStatement(statement)) continue;
    let expression = statement.expression;
    while (
      compiler.isBinaryExpression(expression) &&
      expression.operatorToken.kind === compiler.SyntaxKind.EqualsToken
    ) {
      for (const [name, node] of exportedBy(expression))
        if (!found.has(name)) found.set(name, { kind: "commonjs", name, node });
      expression = expression.right;
    }
  }
  return [...found.values()];
}

// A program holds every `.cjs` file to be a module; the sign of one that has import or export statements is such a node.
function hasModuleSyntax(file: ts.SourceFile): boolean {
  const { externalModuleIndicator } = file as ts.SourceFile & { readonly externalModuleIndicator?: ts.Node | true };
  return typeof externalModuleIndicator === "object";
}

/** The CommonJS exports that others see: where the whole is assigned, everything else is a part of it. */
export function visibleCommonJs(file: ts.SourceFile): readonly ExportBinding[] {
  const all = commonJsExports(file);
  const whole = all.filter(({ name }) => name === "export=");
  return whole.length > 0 ? whole : all;
}

/** The bindings of a file with its CommonJS exports among them. */
export function withCommonJs(bindings: Bindings, file: ts.SourceFile): Bindings {
  const added = visibleCommonJs(file);
  if (added.length === 0) return bindings;
  return {
    ...bindings,
    exports: new Map([...bindings.exports, ...added.map((entry) => [entry.name, [entry]] as const)]),
  };
}

// `exports.x` and `module.exports.x` name x, `module.exports` the whole, or the members of the object that it is given.
function exportedBy({ left, right }: ts.BinaryExpression): readonly (readonly [string, ts.Node])[] {
  if (isModuleExports(left)) return membersOf(right) ?? [["export=", left]];
  const member = memberOf(left);
  if (member === null) return [];
  const { object, name } = member;
  return isModuleExports(object) || isIdentifier(object, "exports") ? [[name, left]] : [];
}

function membersOf(value: ts.Expression): readonly (readonly [string, ts.Node])[] | null {
  const compiler = typescript();
  if (!compiler.isObjectLiteralExpression(value) || value.properties.length === 0) return null;
  const names = value.properties.map(({ name }) => name);
  return names.every((name) => name !== undefined && compiler.isIdentifier(name))
    ? names.flatMap((name) => (name === undefined ? [] : [[name.getText(), name] as const]))
    : null;
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
