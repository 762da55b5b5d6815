import type ts from "typescript";
import { type InferredPart, inferredParts } from "./inferred-parts.ts";
import { typescript } from "./typescript.ts";
import { hasErrorType } from "./unknown-types.ts";

/** Asks why the inferred types of a declaration cannot be trusted; null where they can. */
export type InferenceDoubt = (declaration: ts.Node) => string | null;

/**
 * Finds the declarations whose types were inferred through something that cannot be resolved (a dependency that is not
 * installed): the compiler goes on with `any` there, and overloads chosen by `any` are a guess. `open` tells the files
 * from which unresolved imports can be reached; in the others only the resulting types are looked at.
 */
export function inferenceDoubts(checker: ts.TypeChecker, open: (file: ts.SourceFile) => boolean): InferenceDoubt {
  const known = new Map<ts.Node, string | null>();
  const doubt = (declaration: ts.Node): string | null => {
    const before = known.get(declaration);
    if (before !== undefined) return before;
    known.set(declaration, null);
    const reason = first(inferredParts(declaration), (part) => ofPart(part)) ?? null;
    known.set(declaration, reason);
    return reason;
  };
  const ofPart = ({ kind, node }: InferredPart): string | null => {
    const reason = kind === "expression" && open(node.getSourceFile()) ? doubtOfNode(node, { checker, doubt }) : null;
    if (reason !== null) return reason;
    const type = checker.getTypeAtLocation(node);
    return hasErrorType(type, checker) ? `the type of \`${shorten(node.getText())}\` cannot be resolved` : null;
  };
  return doubt;
}

interface Walk {
  readonly checker: ts.TypeChecker;
  readonly doubt: InferenceDoubt;
}

/** Looks for names that cannot be resolved in what decides the type of an expression or a written type. */
function doubtOfNode(node: ts.Node, walk: Walk): string | null {
  const ts = typescript();
  if (ts.isIdentifier(node)) return doubtOfName(node, walk);
  if (hasFixedType(node)) return null;
  if (ts.isAssertionExpression(node) && !ts.isConstTypeReference(node.type)) return doubtOfNode(node.type, walk);
  if (ts.isFunctionLike(node) || ts.isClassLike(node)) return walk.doubt(node);
  if (ts.isPropertyAccessExpression(node)) {
    return doubtOfNode(node.expression, walk) ?? doubtOfSymbol(walk.checker.getSymbolAtLocation(node.name), walk);
  }
  if (ts.isPropertyAssignment(node)) return doubtOfNode(node.initializer, walk);
  if (ts.isCallExpression(node) && isSettled(node, walk.checker)) return null;
  if (isRequire(node)) return doubtOfRequire(node.arguments[0], walk);
  if (ts.isQualifiedName(node)) return doubtOfNode(node.left, walk);
  let reason: string | null = null;
  ts.forEachChild(node, (child) => {
    reason ??= doubtOfNode(child, walk);
  });
  return reason;
}

function isRequire(node: ts.Node): node is ts.CallExpression {
  const ts = typescript();
  const isCall = ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === "require";
  return isCall && (node.flags & ts.NodeFlags.JavaScriptFile) !== 0;
}

/** In JavaScript a module that cannot be found is `any`, without an error. */
function doubtOfRequire(specifier: ts.Expression | undefined, { checker }: Walk): string | null {
  if (specifier === undefined || !typescript().isStringLiteralLike(specifier)) return null;
  const isFound = checker.getSymbolAtLocation(specifier) !== undefined;
  return isFound ? null : `it is inferred through \`require("${specifier.text}")\`, which cannot be resolved`;
}

/** Expressions that have one type whatever stands inside. */
function hasFixedType(node: ts.Node): boolean {
  const ts = typescript();
  if (ts.isTemplateExpression(node) || ts.isTypeOfExpression(node) || ts.isVoidExpression(node)) return true;
  if (ts.isPrefixUnaryExpression(node)) return node.operator === ts.SyntaxKind.ExclamationToken;
  if (!ts.isBinaryExpression(node)) return false;
  const operator = node.operatorToken.kind;
  const comparesEqual =
    operator >= ts.SyntaxKind.EqualsEqualsToken && operator <= ts.SyntaxKind.ExclamationEqualsEqualsToken;
  const compares = operator >= ts.SyntaxKind.LessThanToken && operator <= ts.SyntaxKind.GreaterThanEqualsToken;
  return (
    comparesEqual || compares || operator === ts.SyntaxKind.InstanceOfKeyword || operator === ts.SyntaxKind.InKeyword
  );
}

/** True where the call's type is written at the one function that it can call, whatever the arguments are. */
function isSettled(call: ts.CallExpression, checker: ts.TypeChecker): boolean {
  const ts = typescript();
  const symbol = checker.getSymbolAtLocation(call.expression);
  const [declaration, ...overloads] = (symbol && target(symbol, checker))?.declarations ?? [];
  if (declaration === undefined || overloads.length > 0 || !ts.isFunctionDeclaration(declaration)) return false;
  const { type, typeParameters } = declaration;
  return type !== undefined && typeParameters === undefined && ts.isToken(type);
}

function doubtOfName(name: ts.Identifier, walk: Walk): string | null {
  const { checker } = walk;
  const ts = typescript();
  const shorthand = ts.isShorthandPropertyAssignment(name.parent);
  const symbol = shorthand ? checker.getShorthandAssignmentValueSymbol(name.parent) : checker.getSymbolAtLocation(name);
  return symbol === undefined ? null : doubtOfSymbol(symbol, walk, name);
}

function doubtOfSymbol(symbol: ts.Symbol | undefined, walk: Walk, name?: ts.Identifier): string | null {
  if (symbol === undefined) return null;
  const resolved = target(symbol, walk.checker);
  const specifier = resolved.declarations === undefined ? specifierOf(symbol) : null;
  if (specifier !== null)
    return `it is inferred through \`${name?.text ?? symbol.name}\` of "${specifier}", which cannot be resolved`;
  for (const declaration of resolved.declarations ?? []) {
    const reason = doubtOfDeclaration(declaration, walk);
    if (reason !== null) return reason;
  }
  return null;
}

function doubtOfDeclaration(declaration: ts.Declaration, walk: Walk): string | null {
  const ts = typescript();
  const file = declaration.getSourceFile();
  if (file.isDeclarationFile || ts.isClassLike(declaration) || ts.isInterfaceDeclaration(declaration)) return null;
  if (ts.isTypeAliasDeclaration(declaration)) return doubtOfNode(declaration.type, walk);
  const { type } = declaration as ts.Declaration & { readonly type?: ts.TypeNode };
  return type === undefined ? walk.doubt(declaration) : doubtOfNode(type, walk);
}

function target(symbol: ts.Symbol, checker: ts.TypeChecker): ts.Symbol {
  return symbol.flags & typescript().SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

/** The specifier of the import that a symbol comes through. */
function specifierOf(symbol: ts.Symbol): string | null {
  const ts = typescript();
  for (let node: ts.Node | undefined = symbol.declarations?.[0]; node !== undefined; node = node.parent) {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      return node.moduleSpecifier !== undefined && ts.isStringLiteral(node.moduleSpecifier)
        ? node.moduleSpecifier.text
        : null;
    }
    if (ts.isImportEqualsDeclaration(node)) return node.moduleReference.getText();
    if (ts.isVariableDeclaration(node)) return requiredBy(node.initializer);
  }
  return null;
}

function requiredBy(node: ts.Expression | undefined): string | null {
  const ts = typescript();
  if (node !== undefined && ts.isPropertyAccessExpression(node)) return requiredBy(node.expression);
  const argument = node !== undefined && isRequire(node) ? node.arguments[0] : undefined;
  return argument !== undefined && ts.isStringLiteralLike(argument) ? argument.text : null;
}

function first<T>(items: readonly T[], find: (item: T) => string | null): string | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
