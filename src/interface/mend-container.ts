import type ts from "typescript";
import type { Range } from "../range.ts";
import { typescript } from "./typescript.ts";

/** A declaration whose members can be exchanged one by one. */
export interface Container {
  readonly members: readonly ts.Node[];
  /** From the start of the declaration to behind the brace that opens its members. */
  readonly head: Range;
  /** Where the closing brace stands. */
  readonly close: number;
  readonly separator: ";" | ",";
}

/** The members of an interface, a class, an enum, or of an object type behind the name of an alias or variable; null for all else. */
export function containerOf(statement: ts.Node): Container | null {
  const compiler = typescript();
  if (compiler.isInterfaceDeclaration(statement) || compiler.isClassDeclaration(statement)) {
    return containerFrom(statement, statement, ";");
  }
  if (compiler.isEnumDeclaration(statement)) return containerFrom(statement, statement, ",");
  if (compiler.isTypeAliasDeclaration(statement) && compiler.isTypeLiteralNode(statement.type)) {
    return containerFrom(statement, statement.type, ";");
  }
  if (!compiler.isVariableStatement(statement)) return null;
  const [declaration, ...others] = statement.declarationList.declarations;
  const type = declaration?.type;
  if (others.length > 0 || type === undefined || !compiler.isTypeLiteralNode(type)) return null;
  return containerFrom(statement, type, ";");
}

function containerFrom(
  statement: ts.Node,
  holder: ts.Node & { readonly members: ts.NodeArray<ts.Node> },
  separator: ";" | ",",
): Container {
  const start = statement.getStart();
  // A node list begins right behind its opening brace.
  return {
    members: holder.members,
    head: { start, end: holder.members.pos },
    close: holder.end - 1,
    separator,
  };
}

/** What members of one name and the same side of `static` have in common. */
export function memberKey(member: ts.Node): string {
  const compiler = typescript();
  const { name } = member as ts.Node & { readonly name?: ts.PropertyName };
  const isStatic =
    compiler.canHaveModifiers(member) &&
    (member.modifiers ?? []).some(({ kind }) => kind === compiler.SyntaxKind.StaticKeyword);
  return `${isStatic ? "static " : ""}${name === undefined ? compiler.SyntaxKind[member.kind] : nameOf(name)}`;
}

/** The name of a member as people write it, without quotes. */
function nameOf(name: ts.PropertyName): string {
  const compiler = typescript();
  return compiler.isComputedPropertyName(name) ? name.getText().replace(/\s+/gu, "") : name.text;
}
