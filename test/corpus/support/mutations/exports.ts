import ts from "typescript";
import { hasWord } from "../tree.ts";
import { each, type Operator } from "./operator.ts";
import { type Edit, insert, removeFrom, replace, widened } from "./sites.ts";

const { SyntaxKind } = ts;

function without(node: ts.Node, kind: ts.ModifierSyntaxKind): Edit | null {
  const modifiers = ts.canHaveModifiers(node) ? (node.modifiers ?? []) : [];
  const found = modifiers.find((modifier) => modifier.kind === kind);
  return found === undefined ? null : { start: found.getStart(), end: found.end, text: "" };
}

const both = (...edits: readonly (Edit | null)[]): readonly Edit[] | null =>
  edits.every((edit) => edit !== null) ? edits : null;

/** Rows 1 to 6, 54 to 63 and 87 to 90: exports as wholes. */
export const exportOperators: readonly Operator[] = [
  {
    row: 1,
    name: "export removed",
    expected: { changes: ["export-missing"], consumer: true },
    sites: ({ interfaces, aliases, classes, functions, enums }) =>
      each([...interfaces, ...aliases, ...classes, ...functions, ...enums], ({ node }) =>
        both(without(node, SyntaxKind.ExportKeyword)),
      ),
  },
  {
    row: 2,
    name: "export added",
    expected: { changes: ["export-undeclared"], consumer: false },
    sites: ({ file }) => [
      { name: "addedByMutation", edits: [insert(file.end, "\nexport const addedByMutation = 1;\n")] },
    ],
  },
  {
    row: 3,
    name: "class to type-only",
    expected: { changes: ["type-only"], consumer: true, implementer: true },
    sites: ({ file, classes }) =>
      each(classes, ({ name, node }) =>
        both(without(node, SyntaxKind.ExportKeyword), insert(file.end, `\nexport type { ${name} };\n`)),
      ),
  },
  {
    row: 4,
    name: "type of the same name added",
    expected: { changes: ["kind"], consumer: false, implementer: true },
    sites: ({ file, functions, variables }) =>
      each([...functions, ...variables], ({ name }) => [insert(file.end, `\nexport type ${name} = 1;\n`)]),
  },
  {
    row: 5,
    name: "interface to alias",
    expected: { changes: ["kind"], consumer: false, implementer: true },
    sites: ({ interfaces }) =>
      each(interfaces, ({ node }) => {
        if (node.heritageClauses !== undefined || /\bthis\b/u.test(node.getText())) return null;
        const word = node.getChildren().find(({ kind }) => kind === SyntaxKind.InterfaceKeyword);
        const head = node.typeParameters === undefined ? node.name.end : node.typeParameters.end + 1;
        return word === undefined ? null : [replace(word, "type"), insert(head, " =")];
      }),
  },
  {
    row: 6,
    name: "alias to interface",
    expected: { changes: ["kind"], consumer: true, implementer: false },
    sites: ({ aliases, file }) =>
      each(aliases, ({ node }) => {
        if (!ts.isTypeLiteralNode(node.type)) return null;
        const word = node.getChildren().find(({ kind }) => kind === SyntaxKind.TypeKeyword);
        const equals = node.getChildren().find(({ kind }) => kind === SyntaxKind.EqualsToken);
        const only = ["()", "new()"];
        const isFunction =
          node.type.members.length > 0 && node.type.members.every((member) => member.name === undefined);
        if (word === undefined || equals === undefined || (isFunction && only.length > 0)) return null;
        const end = file.text[node.end - 1] === ";" ? [{ start: node.end - 1, end: node.end, text: "" }] : [];
        return [replace(word, "interface"), replace(equals, ""), ...end];
      }),
  },
  {
    row: 54,
    name: "enum member added",
    expected: { changes: ["enum-member-undeclared"], consumer: true, implementer: false },
    sites: ({ enums }) =>
      each(enums, ({ node }) => [insert(node.members.end, `${node.members.hasTrailingComma ? "" : ","} MUTANT = 987`)]),
  },
  {
    row: 55,
    name: "enum member removed",
    expected: { changes: ["enum-member-missing"], consumer: true },
    sites: ({ enums }) =>
      each(enums, ({ node }) => {
        const last = node.members.at(-1);
        return last === undefined ? null : [removeFrom(node.members, last)];
      }),
  },
  {
    row: 56,
    name: "enum value changed",
    expected: { changes: ["enum-member-value"], consumer: true },
    sites: ({ enums }) =>
      each(enums, ({ node }) => {
        const last = node.members.at(-1);
        if (last === undefined) return null;
        return [last.initializer === undefined ? insert(last.end, " = 987") : replace(last.initializer, "987")];
      }),
  },
  {
    row: 57,
    name: "const enum to enum",
    expected: { changes: ["kind"], consumer: false },
    sites: ({ enums }) => each(enums, ({ node }) => both(without(node, SyntaxKind.ConstKeyword))),
  },
  {
    row: 58,
    name: "alternative added",
    expected: { changes: ["type"], consumer: true, implementer: false },
    sites: ({ aliases }) => each(aliases, ({ node }) => (ts.isUnionTypeNode(node.type) ? [widened(node.type)] : null)),
  },
  {
    row: 59,
    name: "alternative removed",
    expected: { changes: ["type"], consumer: true, implementer: true },
    sites: ({ aliases }) =>
      each(aliases, ({ node }) => {
        const { type } = node;
        if (
          !ts.isUnionTypeNode(type) ||
          !type.types.every(
            (part) => ts.isTypeReferenceNode(part) || ts.isTypeLiteralNode(part) || ts.isLiteralTypeNode(part),
          )
        )
          return null;
        const last = type.types.at(-1);
        const texts = new Set(type.types.map((part) => part.getText()));
        return last === undefined || texts.size < type.types.length
          ? null
          : [{ start: type.types.at(-2)?.end ?? type.getStart(), end: type.end, text: "" }];
      }),
  },
  {
    row: 60,
    name: "literal of a constant widened",
    expected: { changes: ["value"], consumer: true },
    sites: ({ variables }) =>
      each(variables, ({ node }) => {
        if (node.type !== undefined || node.initializer === undefined || !isConst(node)) return null;
        if (ts.isNumericLiteral(node.initializer)) return [insert(node.name.end, ": number")];
        return ts.isStringLiteral(node.initializer) ? [insert(node.name.end, ": string")] : null;
      }),
  },
  {
    row: 61,
    name: "const to let",
    expected: { changes: ["kind"], consumer: false },
    sites: ({ variables }) =>
      each(variables, ({ statement, node }) => {
        const word = statement.declarationList.getChildren().find(({ kind }) => kind === SyntaxKind.ConstKeyword);
        const isValue =
          node.type !== undefined && !ts.isFunctionTypeNode(node.type) && !ts.isTypeOperatorNode(node.type);
        return word === undefined || !isValue ? null : [replace(word, "let")];
      }),
  },
  {
    row: 62,
    name: "any to unknown",
    expected: { changes: ["member-type"], consumer: true },
    sites: ({ members }) => each(members, ({ member }) => keywordEdit(member, SyntaxKind.AnyKeyword, "unknown")),
  },
  {
    row: 63,
    name: "unknown to any",
    expected: { changes: ["member-type"], consumer: true },
    sites: ({ members }) => each(members, ({ member }) => keywordEdit(member, SyntaxKind.UnknownKeyword, "any")),
  },
  {
    row: 87,
    name: "default to named",
    expected: { changes: ["export-renamed"], consumer: true },
    sites: ({ file }) =>
      file.statements.flatMap((node) => {
        const isNamed = (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) && node.name !== undefined;
        const edit = isNamed ? without(node, SyntaxKind.DefaultKeyword) : null;
        return edit === null ? [] : [{ name: "default", edits: [edit] }];
      }),
  },
  {
    row: 88,
    name: "namespace member removed",
    expected: { changes: ["member-missing"], consumer: true },
    sites: ({ namespaces }) =>
      each(namespaces, ({ node }) => {
        const { body } = node;
        if (body === undefined || !ts.isModuleBlock(body)) return null;
        const names = body.statements.map((statement) =>
          (statement as ts.Statement & { name?: ts.Node }).name?.getText(),
        );
        const found = body.statements.find((statement, index) => {
          const isType =
            ts.isInterfaceDeclaration(statement) ||
            ts.isTypeAliasDeclaration(statement) ||
            ts.isFunctionDeclaration(statement);
          const once = names.filter((name) => name === names[index]).length === 1;
          return isType && once && hasWord(statement, SyntaxKind.ExportKeyword);
        });
        const others = found === undefined ? "" : body.getText().replace(found.getText(), "");
        const name = (found as (ts.Statement & { name?: ts.Node }) | undefined)?.name?.getText();
        if (found === undefined || name === undefined || new RegExp(`\\b${name}\\b`, "u").test(others)) return null;
        return [replace(found, "")];
      }),
  },
  {
    row: 89,
    name: "unique symbol to symbol",
    expected: { changes: ["value"], consumer: true },
    sites: ({ variables }) =>
      each(variables, ({ node }) =>
        node.type !== undefined && ts.isTypeOperatorNode(node.type) && node.type.operator === SyntaxKind.UniqueKeyword
          ? [replace(node.type, "symbol")]
          : null,
      ),
  },
  {
    row: 90,
    name: "function declaration to arrow",
    expected: { changes: [], information: ["kind"] },
    sites: ({ functions }) =>
      each(functions, ({ name, node }) => {
        const { type, body, parameters } = node;
        const isOdd =
          node.asteriskToken !== undefined || parameters.some((parameter) => parameter.name.getText() === "this");
        if (type === undefined || body === undefined || isOdd) return null;
        const asynchronous = hasWord(node, SyntaxKind.AsyncKeyword) ? "async " : "";
        const head = node.getSourceFile().text.slice(node.name?.end ?? 0, type.end);
        return [replace(node, `export const ${name} = ${asynchronous}${head.trim()} => ${body.getText()};`)];
      }),
  },
];

function isConst(node: ts.VariableDeclaration): boolean {
  return (ts.getCombinedNodeFlags(node) & ts.NodeFlags.Const) !== 0;
}

function keywordEdit(member: ts.Node, kind: ts.SyntaxKind, text: string): readonly Edit[] | null {
  const { type } = member as ts.Node & { readonly type?: ts.TypeNode };
  const isProperty = ts.isPropertySignature(member) || ts.isPropertyDeclaration(member);
  return isProperty && type?.kind === kind ? [replace(type, text)] : null;
}
