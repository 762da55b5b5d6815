import type ts from "typescript";
import { typescript } from "./typescript.ts";

/**
 * The bodies of a TypeScript file that decide no type: of functions whose result is annotated. A body counts where it stands in one
 * whose result is inferred, where it assigns a variable of the module (closures are narrowed by whether one does), and where it
 * imports something.
 */
export function settledBodies(file: ts.SourceFile): ReadonlySet<ts.Block> {
  const compiler = typescript();
  const settled = new Set<ts.Block>();
  const variables = mutableNames(file);
  const visit = (node: ts.Node): void => {
    if (!compiler.isFunctionLike(node)) return void compiler.forEachChild(node, visit);
    const body = bodyOf(node);
    if (body !== undefined && isAnnotated(node) && !assigns(body, variables) && !imports(body, file)) settled.add(body);
  };
  compiler.forEachChild(file, visit);
  return settled;
}

/** Takes the statements out of bodies of a tree, so that nothing has to walk or to keep them. */
export function emptyBodies(bodies: Iterable<ts.Block>): void {
  for (const body of bodies) {
    const { pos, end } = body.statements;
    const none = typescript().factory.createNodeArray<ts.Statement>([]);
    Object.assign(body, { statements: Object.assign(none, { pos, end }) });
  }
}

function bodyOf(node: ts.SignatureDeclaration): ts.Block | undefined {
  const body = "body" in node ? (node.body as ts.ConciseBody | undefined) : undefined;
  return body !== undefined && typescript().isBlock(body) ? body : undefined;
}

// What a constructor assigns may be all that is known of a property, and it has no annotation either.
function isAnnotated(node: ts.SignatureDeclaration): boolean {
  return node.type !== undefined;
}

/** Names of the variables of a module, or of its namespaces, that can be assigned. */
function mutableNames(file: ts.SourceFile): ReadonlySet<string> {
  const compiler = typescript();
  const names = new Set<string>();
  const named = (name: ts.BindingName): void => {
    if (compiler.isIdentifier(name)) names.add(name.text);
    else for (const element of name.elements) if (compiler.isBindingElement(element)) named(element.name);
  };
  const visit = (node: ts.Node): void => {
    if (compiler.isFunctionLike(node)) return;
    if (compiler.isVariableDeclarationList(node) && (node.flags & compiler.NodeFlags.Const) === 0)
      for (const { name } of node.declarations) named(name);
    compiler.forEachChild(node, visit);
  };
  compiler.forEachChild(file, visit);
  return names;
}

function assigns(body: ts.Block, names: ReadonlySet<string>): boolean {
  if (names.size === 0) return false;
  const compiler = typescript();
  const mentions = (node: ts.Node): boolean =>
    compiler.isIdentifier(node) ? names.has(node.text) : compiler.forEachChild(node, mentions) === true;
  const visit = (node: ts.Node): boolean => {
    const target = assigned(node);
    return (target !== undefined && mentions(target)) || compiler.forEachChild(node, visit) === true;
  };
  return visit(body);
}

function assigned(node: ts.Node): ts.Node | undefined {
  const compiler = typescript();
  const { SyntaxKind } = compiler;
  if (compiler.isPrefixUnaryExpression(node) || compiler.isPostfixUnaryExpression(node)) return node.operand;
  if (compiler.isForInStatement(node) || compiler.isForOfStatement(node)) return node.initializer;
  if (!compiler.isBinaryExpression(node)) return undefined;
  const { kind } = node.operatorToken;
  return kind >= SyntaxKind.FirstAssignment && kind <= SyntaxKind.LastAssignment ? node.left : undefined;
}

// The compiler follows dynamic imports, and what they lead to may declare globals.
function imports(body: ts.Block, { text }: ts.SourceFile): boolean {
  return /\bimport\b/u.test(text.slice(body.pos, body.end));
}
