import type ts from "typescript";
import { applySplices, type Splice } from "../edit.ts";
import { parseSource } from "./parse.ts";
import { typescript } from "./typescript.ts";

/**
 * The compiler declares a method whose computed name it cannot bind (`[symbol]()` with a plain `symbol`) as a property with a
 * function type; this turns those back that are methods in the source. `methods` are such names as the source writes them.
 */
export function withMethods(text: string, methods: ReadonlySet<string>): string {
  if (methods.size === 0) return text;
  const ts = typescript();
  const classes = parseSource("oracle.d.ts", text).statements.filter(ts.isClassDeclaration);
  return applySplices(
    text,
    classes.flatMap(({ members }) => members.flatMap((member) => asMethod(member, methods))),
  );
}

function asMethod(member: ts.ClassElement, methods: ReadonlySet<string>): readonly Splice[] {
  const ts = typescript();
  if (!ts.isPropertyDeclaration(member) || member.type === undefined || !methods.has(member.name.getText())) return [];
  const { type } = member;
  if (!ts.isFunctionTypeNode(type)) return [];
  const arrow = type.getChildren().find(({ kind }) => kind === ts.SyntaxKind.EqualsGreaterThanToken);
  if (arrow === undefined) return [];
  const close = member.getSourceFile().text.lastIndexOf(")", arrow.getStart());
  return [
    { range: { start: (member.questionToken ?? member.name).end, end: type.getStart() }, text: "" },
    { range: { start: close + 1, end: arrow.end }, text: ":" },
  ];
}

/** The computed names of the methods of classes, as they are written. */
export function computedMethods(declarations: readonly ts.Node[]): ReadonlySet<string> {
  const ts = typescript();
  const members = declarations.filter(ts.isClassDeclaration).flatMap((declaration) => [...declaration.members]);
  const methods = members.filter(ts.isMethodDeclaration).filter(({ name }) => ts.isComputedPropertyName(name));
  return new Set(methods.map(({ name }) => name.getText()));
}
