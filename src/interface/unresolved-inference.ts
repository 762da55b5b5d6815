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
  const needs = byNode((node) => needsOf(node, checker, open));
  const failure = byNode((node) => (isWritten(node) ? null : first(inferredParts(node), untyped(checker))));
  return (declaration) => {
    const before = known.get(declaration);
    return before === undefined ? search(declaration, { known, needs, failure }) : before;
  };
}

interface Search {
  /** What was found out: where there is no doubt, there is none about all that was reached from there. */
  readonly known: Map<ts.Node, string | null>;
  readonly needs: (node: ts.Node) => Needs;
  /** Why a part of a node has no type. */
  readonly failure: (node: ts.Node) => string | null;
}

/** Types refer to each other in circles and long chains, so that nothing here calls itself. */
function search(root: ts.Node, { known, needs, failure }: Search): string | null {
  const cameFrom = new Map<ts.Node, ts.Node | undefined>([[root, undefined]]);
  const settle = (from: ts.Node, reason: string): string => {
    for (let node: ts.Node | undefined = from; node !== undefined; node = cameFrom.get(node)) known.set(node, reason);
    return reason;
  };
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const before = known.get(node);
    if (before === null) continue;
    const { reason, others } = needs(node);
    if (typeof before === "string" || reason !== null) return settle(node, before ?? reason ?? "");
    for (const other of [...others].reverse()) {
      if (cameFrom.has(other)) continue;
      cameFrom.set(other, node);
      waiting.push(other);
    }
  }
  const reached = [...cameFrom.keys()].filter((node) => !known.has(node));
  for (const node of reached.reverse()) {
    const reason = failure(node);
    if (reason !== null) return settle(node, reason);
  }
  for (const node of reached) known.set(node, null);
  return null;
}

/** What decides the type of a node: a name that leads nowhere, or other declarations and written types. */
interface Needs {
  readonly reason: string | null;
  readonly others: readonly ts.Node[];
}

function needsOf(node: ts.Node, checker: ts.TypeChecker, open: (file: ts.SourceFile) => boolean): Needs {
  const others: ts.Node[] = [];
  const walk = { checker, others };
  if (isWritten(node)) return { reason: doubtOfNode(node, walk), others };
  const parts = inferredParts(node).filter(({ kind }) => kind === "expression" && open(node.getSourceFile()));
  return { reason: first(parts, (part) => doubtOfNode(part.node, walk)), others };
}

/** A function type has parameters to be looked at like those of a function. */
function isWritten(node: ts.Node): boolean {
  const ts = typescript();
  return ts.isTypeNode(node) && !ts.isFunctionLike(node);
}

function untyped(checker: ts.TypeChecker): (part: InferredPart) => string | null {
  return ({ node }) =>
    hasErrorType(checker.getTypeAtLocation(node), checker)
      ? `the type of \`${shorten(node.getText())}\` cannot be resolved`
      : null;
}

function byNode<T>(find: (node: ts.Node) => T): (node: ts.Node) => T {
  const known = new Map<ts.Node, T>();
  return (node) => {
    const found = known.has(node) ? (known.get(node) as T) : find(node);
    known.set(node, found);
    return found;
  };
}

interface Walk {
  readonly checker: ts.TypeChecker;
  /** Takes what has to be looked at besides. */
  readonly others: ts.Node[];
}

/** Looks for names that cannot be resolved in what decides the type of an expression or a written type. */
function doubtOfNode(node: ts.Node, walk: Walk): string | null {
  const ts = typescript();
  if (ts.isIdentifier(node)) return doubtOfName(node, walk);
  if (hasFixedType(node)) return null;
  if (ts.isAssertionExpression(node) && !ts.isConstTypeReference(node.type)) return doubtOfNode(node.type, walk);
  if (ts.isFunctionLike(node) || ts.isClassLike(node)) {
    walk.others.push(node);
    return null;
  }
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
  walk.others.push(...(resolved.declarations ?? []).flatMap(deciding));
  return null;
}

/** What decides the type of a declaration that is referred to: nothing that could be lost, a written type, or its parts. */
function deciding(declaration: ts.Declaration): readonly ts.Node[] {
  const ts = typescript();
  const file = declaration.getSourceFile();
  if (file.isDeclarationFile || ts.isClassLike(declaration) || ts.isInterfaceDeclaration(declaration)) return [];
  const { type } = declaration as ts.Declaration & { readonly type?: ts.TypeNode };
  return [type ?? declaration];
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
