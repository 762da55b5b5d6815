import ts from "typescript";
import { hasWord } from "../tree.ts";
import { each, type Operator } from "./operator.ts";
import { type Edit, insert, removeFrom, replace } from "./sites.ts";

const { SyntaxKind } = ts;

type Generic = ts.Node & {
  readonly name?: ts.Node | undefined;
  readonly typeParameters?: ts.NodeArray<ts.TypeParameterDeclaration> | undefined;
};

function addedParameter(node: Generic, text: string): readonly Edit[] | null {
  const last = node.typeParameters?.at(-1);
  if (last !== undefined) return [insert(last.end, `, ${text}`)];
  const at = node.name?.end;
  return at === undefined ? null : [insert(at, `<${text}>`)];
}

function removedLast(node: Generic): readonly Edit[] | null {
  const list = node.typeParameters;
  const last = list?.at(-1);
  if (list === undefined || last === undefined) return null;
  // Where it is used, its uses change too.
  if (node.getText().split(new RegExp(`\\b${last.name.text}\\b`, "u")).length > 2) return null;
  if (list.length > 1) return [removeFrom(list, last)];
  return [{ start: list.pos - 1, end: node.getSourceFile().text.indexOf(">", list.end) + 1, text: "" }];
}

const withoutDefaults = ({ typeParameters }: Generic): boolean =>
  [...(typeParameters ?? [])].every((parameter) => parameter.default === undefined);

/** The first type parameter that `is` finds. */
function parameterEdit(
  node: Generic,
  edit: (parameter: ts.TypeParameterDeclaration) => Edit | null,
): readonly Edit[] | null {
  for (const parameter of node.typeParameters ?? []) {
    const found = edit(parameter);
    if (found !== null) return [found];
  }
  return null;
}

/** Rows 40 to 53: overloads and type parameters. */
export const genericOperators: readonly Operator[] = [
  {
    row: 40,
    name: "overload added at the end",
    expected: { changes: ["overload-added"], consumer: true, implementer: true },
    sites: ({ overloads }) =>
      each(overloads, ({ name, nodes }) => {
        const implementation = nodes.find(({ body }) => body !== undefined);
        const at = implementation?.getStart();
        return at === undefined ? null : [insert(at, `export function ${name}(mutant: { mutant: 1 }): 1;\n`)];
      }),
  },
  {
    row: 41,
    name: "overload removed",
    expected: { changes: ["overload-removed"], consumer: true },
    sites: ({ overloads }) =>
      each(overloads, ({ nodes }) => {
        const signatures = nodes.filter(({ body }) => body === undefined);
        const last = signatures.at(-1);
        return last === undefined || signatures.length < 2 ? null : [replace(last, "")];
      }),
  },
  {
    row: 42,
    name: "overloads reordered",
    expected: { changes: ["overload-order"] },
    sites: ({ overloads }) =>
      each(overloads, ({ nodes }) => {
        const [one, other] = nodes.filter(({ body }) => body === undefined);
        if (one === undefined || other === undefined || one.parameters.length === other.parameters.length) return null;
        return [replace(one, other.getText()), replace(other, one.getText())];
      }),
  },
  {
    row: 43,
    name: "overloads collapsed",
    expected: { changes: ["overload-removed"], consumer: false, implementer: true },
    sites: ({ overloads }) =>
      each(overloads, ({ nodes }) => {
        const [one, other, ...more] = nodes.filter(({ body }) => body === undefined);
        const [left, right] = [one?.parameters[0]?.type, other?.parameters[0]?.type];
        if (one === undefined || other === undefined || more.length > 0 || left === undefined || right === undefined)
          return null;
        const rest = (node: ts.FunctionDeclaration, type: ts.Node): string =>
          node.getText().replace(type.getText(), "");
        if (rest(one, left) !== rest(other, right)) return null;
        return [replace(left, `${left.getText()} | ${right.getText()}`), replace(other, "")];
      }),
  },
  {
    row: 44,
    name: "type parameter added to a function",
    expected: { changes: ["type-parameter-added"] },
    sites: ({ functions }) => each(functions, ({ node }) => addedParameter(node, "Mutant")),
  },
  {
    row: 45,
    name: "type parameter added to a type",
    expected: { changes: ["type-parameter-added"], consumer: true },
    sites: ({ interfaces, aliases }) =>
      each([...interfaces, ...aliases], ({ node }) => (withoutDefaults(node) ? addedParameter(node, "Mutant") : null)),
  },
  {
    row: 46,
    name: "type parameter with a default added to a type",
    expected: { changes: ["type-parameter-added"], consumer: false, implementer: false },
    sites: ({ interfaces, aliases }) =>
      each([...interfaces, ...aliases], ({ node }) => addedParameter(node, "Mutant = { mutant: 1 }")),
  },
  {
    row: 47,
    name: "type parameter removed",
    expected: { changes: ["type-parameter-removed"], consumer: true },
    sites: ({ functions, interfaces, aliases }) =>
      each([...functions, ...interfaces, ...aliases], ({ node }) => removedLast(node)),
  },
  {
    row: 48,
    name: "type parameters reordered",
    expected: { changes: ["type-parameter-order"], consumer: true },
    sites: ({ functions, interfaces, aliases }) =>
      each([...functions, ...interfaces, ...aliases], ({ node }) => {
        const [one, other] = node.typeParameters ?? [];
        if (one === undefined || other === undefined || one.getChildCount() > 1 || other.getChildCount() > 1)
          return null;
        const uses = (name: string): number => node.getText().split(new RegExp(`\\b${name}\\b`, "u")).length;
        if (uses(one.name.text) < 3 && uses(other.name.text) < 3) return null;
        return [replace(one, other.getText()), replace(other, one.getText())];
      }),
  },
  {
    row: 49,
    name: "type parameter renamed",
    expected: { changes: [] },
    sites: ({ aliases }) =>
      each(aliases, ({ node }) => {
        const [first, ...more] = node.typeParameters ?? [];
        if (first === undefined || more.length > 0) return null;
        const edits: Edit[] = [];
        let shadowed = false;
        const visit = (child: ts.Node): void => {
          if (ts.isTypeParameterDeclaration(child) && child !== first && child.name.text === first.name.text)
            shadowed = true;
          if (ts.isTypeReferenceNode(child) && child.typeName.getText() === first.name.text)
            edits.push(replace(child.typeName, "Mutant"));
          ts.forEachChild(child, visit);
        };
        visit(node);
        return shadowed ? null : [replace(first.name, "Mutant"), ...edits];
      }),
  },
  {
    row: 50,
    name: "constraint tightened",
    expected: { changes: ["type-parameter-constraint"], consumer: true },
    sites: ({ functions, interfaces, aliases }) =>
      each([...functions, ...interfaces, ...aliases], ({ node }) =>
        parameterEdit(node, ({ constraint, name }) =>
          constraint === undefined
            ? insert(name.end, " extends { mutant: 1 }")
            : constraint.kind === SyntaxKind.AnyKeyword
              ? null
              : replace(constraint, `(${constraint.getText()}) & { mutant: 1 }`),
        ),
      ),
  },
  {
    row: 51,
    name: "constraint loosened",
    expected: { changes: ["type-parameter-constraint"], consumer: false, implementer: true },
    sites: ({ functions, interfaces, aliases }) =>
      each([...functions, ...interfaces, ...aliases], ({ node }) =>
        parameterEdit(node, ({ constraint, name }) =>
          constraint === undefined || isTop(constraint) ? null : { start: name.end, end: constraint.end, text: "" },
        ),
      ),
  },
  {
    row: 52,
    name: "default changed",
    expected: { changes: ["type-parameter-default"], consumer: true },
    sites: ({ interfaces, aliases }) =>
      each([...interfaces, ...aliases], ({ node }) =>
        parameterEdit(node, (parameter) =>
          parameter.default === undefined ? null : replace(parameter.default, "{ mutant: 1 }"),
        ),
      ),
  },
  {
    row: 53,
    name: "const type parameter removed",
    expected: { changes: ["type-parameter-modifier"], consumer: true },
    sites: ({ functions }) =>
      each(functions, ({ node }) =>
        parameterEdit(node, (parameter) => {
          const word = parameter.modifiers?.find(({ kind }) => kind === SyntaxKind.ConstKeyword);
          return word === undefined || !hasWord(parameter, SyntaxKind.ConstKeyword) ? null : replace(word, "");
        }),
      ),
  },
];

function isTop(type: ts.TypeNode): boolean {
  return type.kind === SyntaxKind.UnknownKeyword || type.kind === SyntaxKind.AnyKeyword;
}
