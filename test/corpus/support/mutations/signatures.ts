import ts from "typescript";
import { hasWord } from "../tree.ts";
import { each, type Operator } from "./operator.ts";
import {
  type Edit,
  hasUndefined,
  insert,
  isOpen,
  narrowed,
  removeFrom,
  replace,
  type Signature,
  widened,
} from "./sites.ts";

const { SyntaxKind } = ts;

type Parameters = ts.NodeArray<ts.ParameterDeclaration>;

function isPlain(parameter: ts.ParameterDeclaration | undefined): boolean {
  return (
    parameter !== undefined &&
    parameter.questionToken === undefined &&
    parameter.initializer === undefined &&
    parameter.dotDotDotToken === undefined
  );
}

const isThis = (parameter: ts.ParameterDeclaration): boolean => parameter.name.getText() === "this";

/** The last parameter, if it is required, has a written type and is mentioned nowhere in the signature. */
function lastPlain(node: Signature): (ts.ParameterDeclaration & { readonly type: ts.TypeNode }) | null {
  const last = node.parameters.at(-1);
  if (last?.type === undefined || !isPlain(last) || isThis(last) || !ts.isIdentifier(last.name)) return null;
  return last as ts.ParameterDeclaration & { readonly type: ts.TypeNode };
}

function isMentioned(parameter: ts.ParameterDeclaration, { type }: Signature): boolean {
  return type !== undefined && new RegExp(`\\b${parameter.name.getText()}\\b`, "u").test(type.getText());
}

function appended(parameters: Parameters, text: string): Edit {
  const last = parameters.at(-1);
  return last === undefined ? insert(parameters.pos, text) : insert(last.end, `, ${text}`);
}

function resultEdit(
  node: Signature,
  is: (type: ts.TypeNode) => boolean,
  text: (type: ts.TypeNode) => string,
): readonly Edit[] | null {
  return node.type !== undefined && is(node.type) ? [replace(node.type, text(node.type))] : null;
}

const isKind =
  (kind: ts.SyntaxKind) =>
  (type: ts.TypeNode): boolean =>
    type.kind === kind;

function isAsync(node: Signature): boolean {
  return !ts.isFunctionTypeNode(node) && hasWord(node, SyntaxKind.AsyncKeyword);
}

/** Rows 24 to 39, 82, 84 to 86: parameters and results. */
export const signatureOperators: readonly Operator[] = [
  {
    row: 24,
    name: "parameter renamed",
    expected: { changes: [] },
    sites: ({ signatures }) =>
      each(signatures, ({ node }) => {
        const last = lastPlain(node);
        return last === null || isMentioned(last, node) ? null : [replace(last.name, "mutant")];
      }),
  },
  {
    row: 25,
    name: "required parameter added",
    expected: { changes: ["parameter-added"], consumer: true, implementer: false },
    sites: ({ signatures }) =>
      each(signatures, ({ node }) =>
        node.parameters.every((parameter) => isPlain(parameter)) ? [appended(node.parameters, "mutant: 1")] : null,
      ),
  },
  {
    row: 26,
    name: "optional parameter added",
    expected: { changes: ["parameter-added"], consumer: true, implementer: false },
    sites: ({ signatures }) =>
      each(signatures, ({ node }) =>
        node.parameters.every((parameter) => parameter.dotDotDotToken === undefined)
          ? [appended(node.parameters, "mutant?: 1")]
          : null,
      ),
  },
  {
    row: 27,
    name: "parameter removed",
    expected: { changes: ["parameter-removed"], consumer: true, implementer: true },
    sites: ({ signatures }) =>
      each(signatures, ({ node }) => {
        const last = lastPlain(node);
        return last === null || isMentioned(last, node) ? null : [removeFrom(node.parameters, last)];
      }),
  },
  {
    row: 28,
    name: "parameter optional to required",
    expected: { changes: ["parameter-optionality"], consumer: true, implementer: false },
    sites: ({ signatures }) =>
      each(signatures, ({ node }) => {
        const last = node.parameters.at(-1);
        const mark = last?.questionToken;
        return mark === undefined ||
          last?.type === undefined ||
          hasUndefined(last.type) ||
          node.parameters.filter((parameter) => !isPlain(parameter)).length > 1
          ? null
          : [replace(mark, "")];
      }),
  },
  {
    row: 29,
    name: "parameter required to optional",
    expected: { changes: ["parameter-optionality"], consumer: false, implementer: true },
    sites: ({ signatures }) =>
      each(signatures, ({ node }) => {
        const last = lastPlain(node);
        return last === null ||
          hasUndefined(last.type) ||
          (node.type !== undefined && ts.isTypePredicateNode(node.type))
          ? null
          : [insert(last.name.end, "?")];
      }),
  },
  {
    row: 30,
    name: "parameter widened",
    expected: { changes: ["parameter-type"], consumer: false, implementer: true },
    sites: ({ signatures }) =>
      each(signatures, ({ node }) => {
        const last = lastPlain(node);
        return last === null || isOpen(last.type) ? null : [widened(last.type)];
      }),
  },
  {
    row: 31,
    name: "parameter narrowed",
    expected: { changes: ["parameter-type"], consumer: true, implementer: false },
    sites: ({ signatures }) =>
      each(signatures, ({ node }) => {
        const edit = narrowed(lastPlain(node)?.type);
        return edit === null ? null : [edit];
      }),
  },
  {
    row: 32,
    name: "result widened",
    expected: { changes: ["return-type"], consumer: true, implementer: false },
    sites: ({ signatures }) =>
      each(signatures, ({ node }) =>
        node.type === undefined ||
        isOpen(node.type) ||
        ts.isTypePredicateNode(node.type) ||
        node.type.kind === SyntaxKind.VoidKeyword
          ? null
          : [widened(node.type)],
      ),
  },
  {
    row: 33,
    name: "result narrowed",
    expected: { changes: ["return-type"], consumer: true, implementer: true },
    sites: ({ signatures }) =>
      each(signatures, ({ node }) => {
        const edit = narrowed(node.type);
        return edit === null ? null : [edit];
      }),
  },
  {
    row: 34,
    name: "void to a value",
    expected: { changes: ["return-type"], consumer: false, implementer: true },
    sites: ({ signatures }) =>
      each(signatures, ({ node }) => resultEdit(node, isKind(SyntaxKind.VoidKeyword), () => "1")),
  },
  {
    row: 35,
    name: "a value to void",
    expected: { changes: ["return-type"], consumer: true, implementer: false },
    sites: ({ signatures }) =>
      each(signatures, ({ node }) =>
        resultEdit(
          node,
          (type) => !isOpen(type) && !ts.isTypePredicateNode(type) && type.kind !== SyntaxKind.VoidKeyword,
          () => "void",
        ),
      ),
  },
  {
    row: 36,
    name: "sync to async",
    expected: { changes: ["return-type"], consumer: true, implementer: true },
    sites: ({ signatures }) =>
      each(signatures, ({ node }) =>
        isAsync(node)
          ? null
          : resultEdit(
              node,
              // From nothing to something is row 34.
              (type) => !ts.isTypePredicateNode(type) && type.kind !== SyntaxKind.VoidKeyword,
              (type) => `Promise<${type.getText()}>`,
            ),
      ),
  },
  {
    row: 37,
    name: "predicate to boolean",
    expected: { changes: ["return-type"], consumer: true, implementer: false },
    sites: ({ signatures }) =>
      each(signatures, ({ node }) =>
        resultEdit(
          node,
          (type) => ts.isTypePredicateNode(type) && type.assertsModifier === undefined,
          () => "boolean",
        ),
      ),
  },
  {
    row: 38,
    name: "boolean to predicate",
    expected: { changes: ["return-type"], consumer: true, implementer: true },
    sites: ({ signatures }) =>
      each(signatures, ({ node }) => {
        const [first] = node.parameters;
        if (first === undefined || !isPlain(first) || !ts.isIdentifier(first.name) || isThis(first)) return null;
        const name = first.name.text;
        return resultEdit(node, isKind(SyntaxKind.BooleanKeyword), () => `${name} is never`);
      }),
  },
  {
    row: 39,
    name: "asserts to void",
    expected: { changes: ["return-type"], consumer: true },
    sites: ({ signatures }) =>
      each(signatures, ({ node }) =>
        resultEdit(
          node,
          (type) => ts.isTypePredicateNode(type) && type.assertsModifier !== undefined,
          () => "void",
        ),
      ),
  },
  {
    row: 82,
    name: "this parameter added",
    expected: { changes: ["parameter-added"], consumer: true },
    sites: ({ functions }) =>
      each(functions, ({ node }) =>
        node.type === undefined || node.parameters.some(isThis)
          ? null
          : [insert(node.parameters.pos, node.parameters.length === 0 ? "this: Date" : "this: Date, ")],
      ),
  },
  {
    row: 84,
    name: "rest to array",
    expected: { changes: ["parameter-rest"], consumer: true },
    sites: ({ signatures }) =>
      each(signatures, ({ node }) => {
        const last = node.parameters.at(-1);
        const dots = last?.dotDotDotToken;
        return dots === undefined || last?.type === undefined || !ts.isArrayTypeNode(last.type)
          ? null
          : [replace(dots, "")];
      }),
  },
  {
    row: 85,
    name: "array parameter to read-only array",
    expected: { changes: ["parameter-type"], consumer: false, implementer: true },
    sites: ({ signatures }) =>
      each(signatures, ({ node }) => {
        const type = lastPlain(node)?.type;
        return type !== undefined && ts.isArrayTypeNode(type) ? [insert(type.getStart(), "readonly ")] : null;
      }),
  },
  {
    row: 86,
    name: "array result to read-only array",
    expected: { changes: ["return-type"], consumer: true, implementer: false },
    sites: ({ signatures }) =>
      each(signatures, ({ node }) => resultEdit(node, ts.isArrayTypeNode, (type) => `readonly ${type.getText()}`)),
  },
];
