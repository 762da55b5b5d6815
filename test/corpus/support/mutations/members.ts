import ts from "typescript";
import { hasWord } from "../tree.ts";
import { each, type Operator } from "./operator.ts";
import {
  alternatives,
  type Edit,
  hasUndefined,
  insert,
  isOpen,
  type MemberSite,
  narrowed,
  replace,
  widened,
} from "./sites.ts";

const { SyntaxKind } = ts;

type Property = (ts.PropertySignature | ts.PropertyDeclaration) & { readonly type: ts.TypeNode };

/** Properties of exports with a written type. */
function properties(members: readonly MemberSite[]): readonly (MemberSite & { readonly member: Property })[] {
  return members.filter(
    (site): site is MemberSite & { readonly member: Property } =>
      (ts.isPropertySignature(site.member) || ts.isPropertyDeclaration(site.member)) &&
      site.member.type !== undefined &&
      !hasWord(site.member, SyntaxKind.DeclareKeyword),
  );
}

function isOptional(node: Property): boolean {
  return node.questionToken !== undefined;
}

/** Neither optional nor open to `undefined`. */
function isRequired(node: Property): boolean {
  return !isOptional(node) && !hasUndefined(node.type);
}

function afterAngle(node: ts.Node, { end }: ts.NodeArray<ts.Node>): number {
  return node.getSourceFile().text.indexOf(">", end) + 1;
}

function removed(node: ts.Node): readonly Edit[] {
  const after = node.getSourceFile().text[node.end];
  return [{ start: node.getStart(), end: node.end + (after === "," || after === ";" ? 1 : 0), text: "" }];
}

function added(
  text: string,
): (site: { readonly node: { readonly members: ts.NodeArray<ts.Node> } }) => readonly Edit[] {
  return ({ node }) => [insert(node.members.pos, ` ${text};\n`)];
}

/** Rows 7 to 23 and 81: members of interfaces, object types and classes. */
export const memberOperators: readonly Operator[] = [
  {
    row: 7,
    name: "required property added",
    expected: { changes: ["member-undeclared"], consumer: false, implementer: true },
    sites: ({ interfaces }) => each(interfaces, added("mutant: 1")),
  },
  {
    row: 8,
    name: "optional property added",
    expected: { changes: ["member-undeclared"], consumer: false, implementer: true },
    sites: ({ interfaces }) => each(interfaces, added("mutant?: 1")),
  },
  {
    row: 9,
    name: "property removed",
    expected: { changes: ["member-missing"], consumer: true, implementer: true },
    sites: ({ members }) => each(properties(members), ({ member }) => (isOptional(member) ? null : removed(member))),
  },
  {
    row: 10,
    name: "optional property removed",
    expected: { changes: ["member-missing"], consumer: true, implementer: true },
    sites: ({ members }) => each(properties(members), ({ member }) => (isOptional(member) ? removed(member) : null)),
  },
  {
    row: 11,
    name: "property required to optional",
    expected: { changes: ["member-optionality"], consumer: true, implementer: false },
    sites: ({ members }) =>
      each(properties(members), ({ member }) => {
        if (
          !isRequired(member) ||
          isOpen(member.type) ||
          (ts.isPropertyDeclaration(member) && member.exclamationToken !== undefined)
        )
          return null;
        return [insert(member.name.end, "?")];
      }),
  },
  {
    row: 12,
    name: "property optional to required",
    expected: { changes: ["member-optionality"], consumer: true, implementer: true },
    sites: ({ members }) =>
      each(properties(members), ({ member }) =>
        member.questionToken !== undefined && !hasUndefined(member.type) ? [replace(member.questionToken, "")] : null,
      ),
  },
  {
    row: 13,
    name: "property mutable to readonly",
    expected: { changes: ["member-readonly"], consumer: true, implementer: false },
    sites: ({ members }) =>
      each(properties(members), ({ member }) =>
        hasWord(member, SyntaxKind.ReadonlyKeyword) ? null : [insert(member.name.getStart(), "readonly ")],
      ),
  },
  {
    row: 14,
    name: "property readonly to mutable",
    expected: { changes: ["member-readonly"], consumer: false, implementer: false },
    sites: ({ members }) =>
      each(properties(members), ({ member }) => {
        const word = member.modifiers?.find(({ kind }) => kind === SyntaxKind.ReadonlyKeyword);
        return word === undefined ? null : [replace(word, "")];
      }),
  },
  {
    row: 15,
    name: "property widened",
    expected: { changes: ["member-type"], consumer: true, implementer: false },
    sites: ({ members }) =>
      each(properties(members), ({ member }) => (isOpen(member.type) ? null : [widened(member.type)])),
  },
  {
    row: 16,
    name: "property narrowed",
    expected: { changes: ["member-type"], consumer: true, implementer: true },
    sites: ({ members }) =>
      each(properties(members), ({ member }) => {
        const last = alternatives(member.type).at(-1);
        const edit = narrowed(member.type);
        return edit === null || (isOptional(member) && last?.kind === SyntaxKind.UndefinedKeyword) ? null : [edit];
      }),
  },
  {
    row: 17,
    name: "undefined added to a property",
    expected: { changes: ["member-type"], consumer: true, implementer: false },
    sites: ({ members }) =>
      each(properties(members), ({ member }) =>
        isRequired(member) && !isOpen(member.type)
          ? [replace(member.type, `(${member.type.getText()}) | undefined`)]
          : null,
      ),
  },
  {
    row: 18,
    name: "a?: T to a: T | undefined",
    expected: { changes: ["member-optionality"], consumer: false, implementer: true },
    sites: ({ members }) =>
      each(properties(members), ({ member }) =>
        member.questionToken !== undefined && !hasUndefined(member.type) && !isOpen(member.type)
          ? [replace(member.questionToken, ""), replace(member.type, `(${member.type.getText()}) | undefined`)]
          : null,
      ),
  },
  {
    row: 19,
    name: "a: T | undefined to a?: T",
    expected: { changes: ["member-optionality"], consumer: false, implementer: false },
    sites: ({ members }) =>
      each(properties(members), ({ member }) => {
        if (isOptional(member) || !ts.isUnionTypeNode(member.type)) return null;
        const rest = member.type.types.filter(({ kind }) => kind !== SyntaxKind.UndefinedKeyword);
        if (rest.length === member.type.types.length) return null;
        return [insert(member.name.end, "?"), replace(member.type, rest.map((type) => type.getText()).join(" | "))];
      }),
  },
  {
    row: 20,
    name: "method to property",
    expected: { changes: ["member-type"], consumer: false, implementer: true },
    sites: ({ members }) =>
      each(members, ({ member }) => {
        if (!ts.isMethodSignature(member) || member.type === undefined) return null;
        const text = member.getSourceFile().text;
        const start = member.questionToken?.end ?? member.name.end;
        const colon = text.lastIndexOf(":", member.type.getStart());
        return [{ start, end: member.type.getStart(), text: `: ${text.slice(start, colon)} => ` }];
      }),
  },
  {
    row: 21,
    name: "property to method",
    expected: { changes: ["member-type"], consumer: false, implementer: false },
    sites: ({ members }) =>
      each(properties(members), ({ member }) => {
        if (!ts.isPropertySignature(member) || !ts.isFunctionTypeNode(member.type) || member.modifiers !== undefined)
          return null;
        const text = member.getSourceFile().text;
        const arrow = member.type.getChildren().find(({ kind }) => kind === SyntaxKind.EqualsGreaterThanToken);
        if (arrow === undefined) return null;
        const start = member.questionToken?.end ?? member.name.end;
        const head = text.slice(member.type.getStart(), arrow.getStart());
        return [{ start, end: arrow.end, text: `${head.trim()}:` }];
      }),
  },
  {
    row: 22,
    name: "index signature added",
    expected: { changes: ["member-undeclared"], consumer: true, implementer: false },
    sites: ({ interfaces }) => each(interfaces, added("[mutant: symbol]: unknown")),
  },
  {
    row: 23,
    name: "index signature removed",
    expected: { changes: ["member-missing"], consumer: true, implementer: true },
    sites: ({ interfaces }) =>
      each(interfaces, ({ node }) => {
        const found = node.members.find(ts.isIndexSignatureDeclaration);
        return found === undefined ? null : removed(found);
      }),
  },
  {
    row: 81,
    name: "extends added to an interface",
    expected: { changes: ["heritage"], consumer: false, implementer: true },
    sites: ({ interfaces }) =>
      each(interfaces, ({ node }) => {
        if (node.heritageClauses !== undefined) return null;
        const head = node.typeParameters === undefined ? node.name.end : afterAngle(node, node.typeParameters);
        return [insert(head, " extends ArrayBufferView")];
      }),
  },
  {
    row: 83,
    name: "result made of what came in only as a parameter",
    expected: { changes: ["member-type"] },
    sites: ({ members }) =>
      each(properties(members), ({ member }) => {
        if (!ts.isFunctionTypeNode(member.type) || member.type.type.kind !== SyntaxKind.VoidKeyword) return null;
        const [first] = member.type.parameters;
        if (first?.type === undefined || !ts.isTypeReferenceNode(first.type)) return null;
        return [replace(member.type.type, first.type.getText())];
      }),
  },
];
