import type ts from "typescript";
import { parseSource } from "./parse.ts";
import { typescript } from "./typescript.ts";

/** The names that declarations mention in types, heritage, `typeof`, computed keys, enum values, exports and import aliases. */
export function namesIn(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  visit(parseSource("names.d.ts", text), { hidden: new Set(), names });
  return names;
}

interface Walk {
  /** Type parameters, and what the namespaces around declare. */
  readonly hidden: ReadonlySet<string>;
  readonly names: Set<string>;
}

function visit(node: ts.Node, walk: Walk): void {
  const ts = typescript();
  const declared = declaredIn(node);
  const inner = declared.length === 0 ? walk : { ...walk, hidden: new Set([...walk.hidden, ...declared]) };
  const add = (mentioned: ts.Node): void => {
    const root = rootOf(mentioned);
    if (root !== null && !inner.hidden.has(root.text)) inner.names.add(root.text);
  };
  if (ts.isTypeReferenceNode(node)) add(node.typeName);
  else if (ts.isTypeQueryNode(node)) add(node.exprName);
  else if (ts.isExpressionWithTypeArguments(node) || ts.isComputedPropertyName(node) || ts.isExportAssignment(node))
    add(node.expression);
  else if (ts.isEnumMember(node) && node.initializer !== undefined) addAll(node.initializer, add);
  else if (ts.isImportEqualsDeclaration(node)) add(node.moduleReference);
  ts.forEachChild(node, (child) => visit(child, inner));
}

/** Names that a node declares for what stands inside it. */
function declaredIn(node: ts.Node): readonly string[] {
  const ts = typescript();
  if (ts.isModuleBlock(node)) return node.statements.flatMap(namesOfStatement);
  const { typeParameters } = node as ts.Node & { readonly typeParameters?: readonly ts.TypeParameterDeclaration[] };
  if (typeParameters !== undefined) return typeParameters.map(({ name }) => name.text);
  return ts.isMappedTypeNode(node) ? [node.typeParameter.name.text] : [];
}

function namesOfStatement(statement: ts.Statement): readonly string[] {
  const ts = typescript();
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  const { name } = statement as ts.Statement & { readonly name?: ts.Node };
  return name !== undefined && ts.isIdentifier(name) ? [name.text] : [];
}

function addAll(expression: ts.Node, add: (node: ts.Node) => void): void {
  add(expression);
  typescript().forEachChild(expression, (child) => addAll(child, add));
}

/** The first identifier of a dotted name; null for import types and computed expressions. */
function rootOf(node: ts.Node): ts.Identifier | null {
  const ts = typescript();
  let rest = node;
  while (ts.isQualifiedName(rest) || ts.isPropertyAccessExpression(rest))
    rest = ts.isQualifiedName(rest) ? rest.left : rest.expression;
  return ts.isIdentifier(rest) ? rest : null;
}
