import ts from "typescript";
import { hasWord } from "../tree.ts";

/** A replacement in a source. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** One place where an operator applies: the export that changes, and how. */
export interface Site {
  readonly name: string;
  readonly edits: readonly Edit[];
  /** True inside the function type of a property: people speak of the property. */
  readonly inside?: boolean;
}

export function edited(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((result, { start, end, text: piece }) => result.slice(0, start) + piece + result.slice(end), text);
}

export function insert(at: number, text: string): Edit {
  return { start: at, end: at, text };
}

export function replace(node: ts.Node, text: string): Edit {
  return { start: node.getStart(), end: node.end, text };
}

/** A node out of a list, with one neighbouring comma, of which a node that is alone may have one too. */
export function removeFrom(list: ts.NodeArray<ts.Node>, node: ts.Node): Edit {
  const index = list.indexOf(node);
  const before = list[index - 1];
  const after = list[index + 1];
  if (after !== undefined) return { start: node.getStart(), end: after.getStart(), text: "" };
  if (before !== undefined) return { start: before.end, end: node.end, text: "" };
  return { start: node.getStart(), end: list.hasTrailingComma === true ? list.end : node.end, text: "" };
}

export type Container = ts.InterfaceDeclaration | ts.ClassDeclaration | ts.TypeLiteralNode;
export type Signature = ts.FunctionDeclaration | ts.MethodSignature | ts.MethodDeclaration | ts.FunctionTypeNode;

/** An export that its one declaration says. */
export interface Exported<T extends ts.Statement> {
  readonly name: string;
  readonly node: T;
}

export interface MemberSite {
  readonly name: string;
  readonly container: Container;
  readonly member: ts.TypeElement | ts.ClassElement;
}

export interface SignatureSite {
  readonly name: string;
  readonly node: Signature;
}

/** What operators look at: the exports of a file that have one declaration, their members and their signatures. */
export interface FileSites {
  readonly file: ts.SourceFile;
  readonly interfaces: readonly Exported<ts.InterfaceDeclaration>[];
  readonly aliases: readonly Exported<ts.TypeAliasDeclaration>[];
  readonly classes: readonly Exported<ts.ClassDeclaration>[];
  readonly functions: readonly Exported<ts.FunctionDeclaration>[];
  readonly enums: readonly Exported<ts.EnumDeclaration>[];
  readonly namespaces: readonly Exported<ts.ModuleDeclaration>[];
  /** One constant of a statement of its own. */
  readonly variables: readonly {
    readonly name: string;
    readonly statement: ts.VariableStatement;
    readonly node: ts.VariableDeclaration;
  }[];
  /** All declarations of functions with overloads, the implementation last. */
  readonly overloads: readonly { readonly name: string; readonly nodes: readonly ts.FunctionDeclaration[] }[];
  readonly containers: readonly { readonly name: string; readonly node: Container }[];
  /** Public members of one declaration, instance side, with a plain name. */
  readonly members: readonly MemberSite[];
  /** Functions, methods and function types of members. */
  readonly signatures: readonly SignatureSite[];
}

export function sitesIn(file: ts.SourceFile): FileSites {
  const byName = new Map<string, ts.Statement[]>();
  for (const statement of file.statements)
    for (const name of namesOf(statement)) byName.set(name, [...(byName.get(name) ?? []), statement]);
  const single = <T extends ts.Statement>(is: (node: ts.Node) => node is T): readonly Exported<T>[] =>
    [...byName].flatMap(([name, [node, ...more]]) =>
      node !== undefined && more.length === 0 && is(node) && isPlainExport(node) ? [{ name, node }] : [],
    );
  const interfaces = single(ts.isInterfaceDeclaration);
  const aliases = single(ts.isTypeAliasDeclaration);
  const classes = single(ts.isClassDeclaration);
  const functions = single(ts.isFunctionDeclaration);
  const containers = [
    ...interfaces,
    ...classes,
    ...aliases.flatMap(({ name, node }) => (ts.isTypeLiteralNode(node.type) ? [{ name, node: node.type }] : [])),
  ];
  const members = containers.flatMap(({ name, node }) =>
    membersOf(node).map((member) => ({ name, container: node, member })),
  );
  return {
    file,
    interfaces,
    aliases,
    classes,
    functions,
    enums: single(ts.isEnumDeclaration),
    namespaces: single(ts.isModuleDeclaration),
    variables: single(ts.isVariableStatement).flatMap(({ name, node }) => {
      const [declaration, ...more] = node.declarationList.declarations;
      const isOne = declaration !== undefined && more.length === 0 && ts.isIdentifier(declaration.name);
      return isOne ? [{ name, statement: node, node: declaration }] : [];
    }),
    overloads: [...byName].flatMap(([name, nodes]) =>
      nodes.length > 1 && nodes.every(ts.isFunctionDeclaration) && nodes.every(isPlainExport) ? [{ name, nodes }] : [],
    ),
    containers,
    members,
    signatures: [
      ...functions.filter(({ node }) => node.type !== undefined),
      ...members.flatMap(({ name, member }) => {
        const signature = signatureOf(member);
        return signature === null ? [] : [{ name, node: signature }];
      }),
    ],
  };
}

function signatureOf(member: ts.TypeElement | ts.ClassElement): Signature | null {
  if (ts.isMethodSignature(member) || ts.isMethodDeclaration(member)) return member.type === undefined ? null : member;
  const isProperty = ts.isPropertySignature(member) || ts.isPropertyDeclaration(member);
  return isProperty && member.type !== undefined && ts.isFunctionTypeNode(member.type) ? member.type : null;
}

function namesOf(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  if (ts.isExportDeclaration(statement)) {
    const { exportClause } = statement;
    return exportClause !== undefined && ts.isNamedExports(exportClause)
      ? exportClause.elements.map(({ name, propertyName }) => (propertyName ?? name).text)
      : [];
  }
  if (ts.isExportAssignment(statement)) return [statement.expression.getText()];
  const { name } = statement as ts.Statement & { readonly name?: ts.Node };
  return name === undefined ? [] : [name.getText()];
}

function isPlainExport(node: ts.Statement): boolean {
  return hasWord(node, ts.SyntaxKind.ExportKeyword) && !hasWord(node, ts.SyntaxKind.DefaultKeyword);
}

function membersOf(container: Container): readonly (ts.TypeElement | ts.ClassElement)[] {
  const counts = new Map<string, number>();
  const nameOf = (member: ts.TypeElement | ts.ClassElement): string => member.name?.getText() ?? "";
  for (const member of container.members) counts.set(nameOf(member), (counts.get(nameOf(member)) ?? 0) + 1);
  return container.members.filter((member) => {
    const { name } = member;
    if (name === undefined || !ts.isIdentifier(name) || counts.get(name.text) !== 1) return false;
    const hidden = [ts.SyntaxKind.PrivateKeyword, ts.SyntaxKind.ProtectedKeyword, ts.SyntaxKind.StaticKeyword] as const;
    return !hidden.some((word) => hasWord(member, word)) && !ts.isConstructorDeclaration(member);
  });
}

export function isOpen(type: ts.TypeNode): boolean {
  const open = [ts.SyntaxKind.AnyKeyword, ts.SyntaxKind.UnknownKeyword];
  return alternatives(type).some(({ kind }) => open.includes(kind));
}

export function alternatives(type: ts.TypeNode): readonly ts.TypeNode[] {
  if (ts.isParenthesizedTypeNode(type)) return alternatives(type.type);
  return ts.isUnionTypeNode(type) ? type.types.flatMap(alternatives) : [type];
}

export function hasUndefined(type: ts.TypeNode): boolean {
  return alternatives(type).some(({ kind }) => kind === ts.SyntaxKind.UndefinedKeyword);
}

/** Widened by what cannot be in it. */
export function widened(type: ts.TypeNode): Edit {
  return replace(type, `(${type.getText()}) | { mutant: 1 }`);
}

/** A union without its last alternative; null where that may change nothing. */
export function narrowed(type: ts.TypeNode | undefined): Edit | null {
  if (type === undefined || !ts.isUnionTypeNode(type)) return null;
  const texts = new Set(type.types.map((each) => each.getText()));
  const last = type.types.at(-1);
  const isPlain = type.types.every(
    (each) => ts.isTypeReferenceNode(each) || ts.isLiteralTypeNode(each) || isSimpleKeyword(each),
  );
  const kinds = new Set(type.types.map((each) => (ts.isLiteralTypeNode(each) ? "literal" : ts.SyntaxKind[each.kind])));
  if (last === undefined || texts.size !== type.types.length || !isPlain || isOpen(type) || kinds.has("NeverKeyword"))
    return null;
  return { start: type.types.at(-2)?.end ?? type.getStart(), end: type.end, text: "" };
}

function isSimpleKeyword(node: ts.TypeNode): boolean {
  const { SyntaxKind } = ts;
  return [
    SyntaxKind.StringKeyword,
    SyntaxKind.NumberKeyword,
    SyntaxKind.UndefinedKeyword,
    SyntaxKind.BigIntKeyword,
  ].includes(node.kind);
}
