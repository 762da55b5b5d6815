import ts from "typescript";
import { hasWord } from "../tree.ts";
import { each, type Operator } from "./operator.ts";
import { type Edit, insert, isOpen, replace, widened } from "./sites.ts";

const { SyntaxKind } = ts;

function inBody(text: string): (site: { readonly node: ts.ClassDeclaration }) => readonly Edit[] {
  return ({ node }) => [insert(node.members.pos, `\n${text}\n`)];
}

function modifier(node: ts.Node, kind: ts.ModifierSyntaxKind): ts.Modifier | undefined {
  return ts.canHaveModifiers(node)
    ? (node.modifiers as ts.NodeArray<ts.Modifier> | undefined)?.find((each) => each.kind === kind)
    : undefined;
}

/** Members of a class whose names are declared once. */
function once(node: ts.ClassDeclaration): readonly ts.ClassElement[] {
  const names = node.members.map((member) => member.name?.getText() ?? "");
  return node.members.filter(
    (member, index) =>
      member.name !== undefined &&
      ts.isIdentifier(member.name) &&
      names.filter((name) => name === names[index]).length === 1,
  );
}

function firstEdit<T>(items: readonly T[], edit: (item: T) => Edit | null): readonly Edit[] | null {
  for (const item of items) {
    const found = edit(item);
    if (found !== null) return [found];
  }
  return null;
}

const isField = (member: ts.ClassElement): member is ts.PropertyDeclaration | ts.MethodDeclaration =>
  ts.isPropertyDeclaration(member) || ts.isMethodDeclaration(member);

function isPublic(member: ts.Node): boolean {
  return !hasWord(member, SyntaxKind.PrivateKeyword) && !hasWord(member, SyntaxKind.ProtectedKeyword);
}

function constructorOf(node: ts.ClassDeclaration): ts.ConstructorDeclaration | null {
  const [only, ...more] = node.members.filter(ts.isConstructorDeclaration);
  return only === undefined || more.length > 0 ? null : only;
}

interface Accessors {
  readonly get: ts.GetAccessorDeclaration & { readonly type: ts.TypeNode };
  readonly set: ts.SetAccessorDeclaration;
}

function accessorsOf(node: ts.ClassDeclaration): Accessors | null {
  for (const get of node.members.filter(ts.isGetAccessorDeclaration)) {
    const set = node.members.find(
      (member): member is ts.SetAccessorDeclaration =>
        ts.isSetAccessorDeclaration(member) && member.name.getText() === get.name.getText(),
    );
    const isOne =
      set !== undefined &&
      get.type !== undefined &&
      isPublic(get) &&
      isPublic(set) &&
      !hasWord(get, SyntaxKind.StaticKeyword);
    if (isOne && set.parameters[0]?.type?.getText() === get.type?.getText())
      return { get: get as Accessors["get"], set };
  }
  return null;
}

/** Rows 64 to 80: classes. */
export const classOperators: readonly Operator[] = [
  {
    row: 64,
    name: "public method added",
    expected: { changes: ["member-undeclared"], consumer: true, implementer: true },
    sites: ({ classes }) => each(classes, inBody("mutant(): void {}")),
  },
  {
    row: 65,
    name: "private member added, no brand stated",
    expected: { changes: [], information: ["brand"] },
    sites: ({ classes }) => each(classes, inBody("private mutant: 1 = 1;")),
  },
  {
    row: 66,
    name: "#private added, no brand stated",
    expected: { changes: [], information: ["brand"] },
    sites: ({ classes }) => each(classes, inBody("#mutant: 1 = 1;")),
  },
  {
    row: 67,
    name: "public to protected",
    expected: { changes: ["member-visibility"], consumer: true, implementer: false },
    sites: ({ classes }) =>
      each(classes, ({ node }) =>
        firstEdit(once(node).filter(isField).filter(isPublic), (member) => {
          const word = modifier(member, SyntaxKind.PublicKeyword);
          if (word !== undefined) return replace(word, "protected");
          return modifier(member, SyntaxKind.OverrideKeyword) === undefined
            ? insert(member.getStart(), "protected ")
            : null;
        }),
      ),
  },
  {
    row: 68,
    name: "protected to public",
    expected: { changes: ["member-visibility"], consumer: false, implementer: true },
    sites: ({ classes }) =>
      each(classes, ({ node }) =>
        firstEdit(once(node).filter(isField), (member) => {
          const word = modifier(member, SyntaxKind.ProtectedKeyword);
          return word === undefined ? null : replace(word, "");
        }),
      ),
  },
  {
    row: 69,
    name: "protected member removed",
    expected: { changes: ["member-missing"], consumer: false, implementer: true },
    sites: ({ classes }) =>
      each(classes, ({ node }) =>
        firstEdit(once(node).filter(isField), (member) =>
          hasWord(member, SyntaxKind.ProtectedKeyword) ? replace(member, "") : null,
        ),
      ),
  },
  {
    row: 70,
    name: "abstract added to a class",
    expected: { changes: ["kind"], consumer: true, implementer: false },
    sites: ({ classes }) =>
      each(classes, ({ node }) => {
        const word = node.getChildren().find(({ kind }) => kind === SyntaxKind.ClassKeyword);
        return word === undefined || hasWord(node, SyntaxKind.AbstractKeyword)
          ? null
          : [insert(word.getStart(), "abstract ")];
      }),
  },
  {
    row: 71,
    name: "abstract method added",
    expected: { changes: ["member-undeclared"], consumer: false, implementer: true },
    sites: ({ classes }) =>
      each(classes, (site) =>
        hasWord(site.node, SyntaxKind.AbstractKeyword) ? inBody("abstract mutant(): void;")(site) : null,
      ),
  },
  {
    row: 72,
    name: "required parameter added to a constructor",
    expected: { changes: ["constructor-parameter-added"], consumer: true, implementer: true },
    sites: ({ classes }) =>
      each(classes, ({ node }) => {
        const made = constructorOf(node);
        if (made === null) return null;
        return [insert(made.parameters.pos, made.parameters.length === 0 ? "mutant: 1" : "mutant: 1, ")];
      }),
  },
  {
    row: 73,
    name: "constructor made private",
    expected: { changes: ["constructor-visibility"], consumer: true, implementer: true },
    sites: ({ classes }) =>
      each(classes, ({ node }) => {
        const made = constructorOf(node);
        return made === null || !isPublic(made) || (made.modifiers?.length ?? 0) > 0
          ? null
          : [insert(made.getStart(), "private ")];
      }),
  },
  {
    row: 74,
    name: "static to instance",
    expected: { changes: ["member-static"], consumer: true },
    sites: ({ classes }) =>
      each(classes, ({ node }) =>
        firstEdit(once(node).filter(isField).filter(isPublic), (member) => {
          const word = modifier(member, SyntaxKind.StaticKeyword);
          return word === undefined ? null : replace(word, "");
        }),
      ),
  },
  {
    row: 75,
    name: "property to accessor pair",
    expected: { changes: [] },
    sites: ({ classes }) =>
      each(classes, ({ node }) =>
        firstEdit(once(node), (member) => {
          if (!ts.isPropertyDeclaration(member) || member.type === undefined) return null;
          if (member.questionToken !== undefined || (member.modifiers?.length ?? 0) > 0) return null;
          const [name, type] = [member.name.getText(), member.type.getText()];
          return replace(member, `get ${name}(): ${type} { throw 1; }\nset ${name}(value: ${type}) {}\n`);
        }),
      ),
  },
  {
    row: 76,
    name: "accessor pair to property",
    expected: { changes: [] },
    sites: ({ classes }) =>
      each(classes, ({ node }) => {
        const pair = accessorsOf(node);
        return pair === null
          ? null
          : [replace(pair.get, `${pair.get.name.getText()}!: ${pair.get.type.getText()};`), replace(pair.set, "")];
      }),
  },
  {
    row: 77,
    name: "setter removed",
    expected: { changes: ["member-readonly"], consumer: true },
    sites: ({ classes }) =>
      each(classes, ({ node }) => {
        const pair = accessorsOf(node);
        return pair === null ? null : [replace(pair.set, "")];
      }),
  },
  {
    row: 78,
    name: "setter widened",
    expected: { changes: ["member-type"], consumer: false, implementer: false },
    sites: ({ classes }) =>
      each(classes, ({ node }) => {
        const type = accessorsOf(node)?.set.parameters[0]?.type;
        return type === undefined || isOpen(type) ? null : [widened(type)];
      }),
  },
  {
    row: 79,
    name: "extends removed from a class",
    expected: { changes: ["heritage"], consumer: false, implementer: false },
    sites: ({ classes }) =>
      each(classes, ({ node }) => {
        const clause = node.heritageClauses?.find(({ token }) => token === SyntaxKind.ExtendsKeyword);
        return clause === undefined || constructorOf(node) === null ? null : [replace(clause, "")];
      }),
  },
  {
    row: 80,
    name: "this result to the class",
    expected: { changes: ["return-type"], consumer: true, implementer: false },
    sites: ({ classes }) =>
      each(classes, ({ name, node }) =>
        firstEdit(once(node).filter(ts.isMethodDeclaration), ({ type }) => {
          const args = node.typeParameters?.map((parameter) => parameter.name.text).join(", ");
          return type?.kind === SyntaxKind.ThisType
            ? replace(type, args === undefined ? name : `${name}<${args}>`)
            : null;
        }),
      ),
  },
];
