import ts from "typescript";

export function parsed(text: string, path = "text.ts"): ts.SourceFile {
  return ts.createSourceFile(path, text, { languageVersion: ts.ScriptTarget.Latest, jsDocParsingMode: 1 }, true);
}

/** What the parser finds wrong. */
export function syntaxErrors(text: string, path?: string): readonly string[] {
  const file = parsed(text, path) as ts.SourceFile & { readonly parseDiagnostics: readonly ts.Diagnostic[] };
  return file.parseDiagnostics.map(({ messageText, start = 0 }) => {
    const around = text.slice(Math.max(0, start - 40), start + 40);
    return `${ts.flattenDiagnosticMessageText(messageText, " ")} at ${JSON.stringify(around)}`;
  });
}

/** New text of a node, without the trivia before it; null where the node stays and only its children are rewritten. */
export type Transform = (node: ts.Node, text: (node: ts.Node) => string) => string | null;

/** The text of a tree in which some nodes are written anew. */
export function rewritten(file: ts.SourceFile, transform: Transform): string {
  const render = (node: ts.Node): string => transform(node, render) ?? kept(node);
  const kept = (node: ts.Node): string => {
    let result = "";
    let position = ts.isSourceFile(node) ? 0 : node.getStart(file);
    for (const child of childrenOf(node)) {
      const start = child.getStart(file);
      if (start < position) continue;
      result += file.text.slice(position, start) + render(child);
      position = child.end;
    }
    return result + file.text.slice(position, node.end);
  };
  return render(file);
}

export function childrenOf(node: ts.Node): readonly ts.Node[] {
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => {
    children.push(child);
  });
  return children.sort((a, b) => a.pos - b.pos);
}

export function descendants(node: ts.Node): readonly ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (child: ts.Node): void => {
    found.push(child);
    ts.forEachChild(child, visit);
  };
  ts.forEachChild(node, visit);
  return found;
}

/** The tokens of a file in their order. */
export function tokensOf(file: ts.SourceFile): readonly ts.Node[] {
  const tokens: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    const children = node.getChildren(file);
    if (children.length > 0) for (const child of children) visit(child);
    else if (node.kind !== ts.SyntaxKind.SyntaxList) tokens.push(node);
  };
  visit(file);
  return tokens;
}

export function hasWord(node: ts.Node, kind: ts.ModifierSyntaxKind): boolean {
  return ts.canHaveModifiers(node) && (node.modifiers?.some((modifier) => modifier.kind === kind) ?? false);
}

/** Names that something in the file declares or imports, at any depth, with how often. */
export function declaredNames(root: ts.Node): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const node of descendants(root)) {
    const name = declaredName(node);
    if (name !== null) names.set(name, (names.get(name) ?? 0) + 1);
  }
  return names;
}

function declaredName(node: ts.Node): string | null {
  if (ts.isImportClause(node)) return node.name?.text ?? null;
  const isBinding =
    ts.isVariableDeclaration(node) ||
    ts.isParameter(node) ||
    ts.isBindingElement(node) ||
    ts.isTypeParameterDeclaration(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isFunctionExpression(node) ||
    ts.isClassLike(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isEnumDeclaration(node) ||
    ts.isModuleDeclaration(node) ||
    ts.isImportEqualsDeclaration(node) ||
    ts.isImportSpecifier(node) ||
    ts.isNamespaceImport(node) ||
    ts.isNamespaceExport(node);
  if (!isBinding || node.name === undefined || !ts.isIdentifier(node.name)) return null;
  return node.name.text;
}

/** How an identifier is used: as a value, as a type, or not as a name that could be looked up. */
export function useOf(node: ts.Identifier): "value" | "type" | "namespace" | "shorthand" | "none" {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node ? "value" : "none";
  if (ts.isQualifiedName(parent)) {
    if (parent.right === node) return "none";
    return isInTypeQuery(parent) ? "value" : "namespace";
  }
  if (ts.isShorthandPropertyAssignment(parent)) return parent.name === node ? "shorthand" : "value";
  if (ts.isTypeReferenceNode(parent)) return "type";
  if (ts.isTypePredicateNode(parent) || ts.isTypeQueryNode(parent)) return "value";
  if (ts.isImportTypeNode(parent) || ts.isMetaProperty(parent) || ts.isJsxAttribute(parent)) return "none";
  if (ts.isLabeledStatement(parent) || ts.isBreakOrContinueStatement(parent)) return "none";
  if (ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent) || ts.isNamespaceExport(parent)) return "none";
  if (ts.isBindingElement(parent) && parent.propertyName === node) return "none";
  if (ts.isNamedTupleMember(parent) && parent.name === node) return "none";
  const { name } = parent as ts.Node & { readonly name?: ts.Node };
  return name === node ? "none" : "value";
}

function isInTypeQuery(node: ts.QualifiedName): boolean {
  let current: ts.Node = node;
  while (ts.isQualifiedName(current)) current = current.parent;
  return ts.isTypeQueryNode(current);
}

/** The statements of a file with the trivia before each, in another order or some of them left out. */
export function fullText(node: ts.Node, file: ts.SourceFile): string {
  return file.text.slice(node.pos, node.end);
}
