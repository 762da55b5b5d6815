import type ts from "typescript";
import { exportsImplicitly, hasModifier } from "./bindings.ts";
import { type Member, membersDeclaredTwice } from "./members-twice.ts";
import { isContradiction, roleOf } from "./merging.ts";
import type { SyntaxProblem } from "./source-facts.ts";
import { typescript } from "./typescript.ts";

type Node = ts.Node;

/** What statements declare twice in different words although TypeScript does not merge it, each at its second place; offsets of the file. */
export function declaredTwice(file: ts.SourceFile): readonly SyntaxProblem[] {
  const found = [...inStatements(file.statements, ""), ...exportedTwice(file.statements)];
  const at = ({ range }: SyntaxProblem): number => range.start;
  return found.map(problemOf).sort((a, b) => at(a) - at(b));
}

interface Twice {
  readonly name: string;
  readonly node: Node;
}

function problemOf({ name, node }: Twice): SyntaxProblem {
  return { message: `${name} is declared twice`, range: { start: node.getStart(), end: node.end } };
}

function inStatements(statements: readonly ts.Statement[], within: string): readonly Twice[] {
  return [...grouped(statements)].flatMap(([name, nodes]) => [
    ...conflicts(name, nodes, within),
    ...inGroup(`${within}${name}`, nodes),
  ]);
}

function conflicts(name: string, nodes: readonly Node[], within: string): readonly Twice[] {
  if (nodes.length < 2) return [];
  const found: Twice[] = [];
  const earlier = new Map<string, Part[]>();
  for (const part of nodes.map(partOf)) {
    const contradicts = (others: readonly Part[]): boolean =>
      others.some((other) => isSeenTogether(other, part) && isContradiction(other.node, part.node));
    if (some(earlier.values(), contradicts)) found.push({ name: `${within}${name}`, node: nameOf(part.node) });
    // Of overloads, and of all others that contradict the same, the first stands for the rest.
    const alike = earlier.get(part.role) ?? [];
    if (!alike.some((other) => other.block === part.block)) earlier.set(part.role, [...alike, part]);
  }
  return found;
}

function some<T>(values: Iterable<T>, is: (value: T) => boolean): boolean {
  for (const value of values) if (is(value)) return true;
  return false;
}

/** A declaration as far as others of its name may contradict it. */
interface Part {
  readonly node: Node;
  readonly block: Node | undefined;
  readonly exported: boolean;
  readonly role: string;
}

function partOf(node: Node): Part {
  const statement = statementOf(node);
  const exported = statement !== undefined && isExported(statement);
  return { node, block: statement?.parent, exported, role: `${roleOf(node)} ${exported}` };
}

// Two parts of one namespace share what they export, and nothing else.
function isSeenTogether(a: Part, b: Part): boolean {
  return a.block === b.block || (a.exported && b.exported);
}

function isExported(statement: ts.Statement): boolean {
  const compiler = typescript();
  if (hasModifier(statement, compiler.SyntaxKind.ExportKeyword)) return true;
  const { parent } = statement;
  if (!compiler.isModuleBlock(parent) || !exportsImplicitly(parent.statements)) return false;
  return hasModifier(parent.parent, compiler.SyntaxKind.DeclareKeyword);
}

function statementOf(node: Node): ts.Statement | undefined {
  let current: Node | undefined = node;
  while (current !== undefined && !typescript().isStatement(current)) current = current.parent;
  return current;
}

function inGroup(name: string, nodes: readonly Node[]): readonly Twice[] {
  const compiler = typescript();
  const bodies = nodes.filter(compiler.isModuleDeclaration).flatMap(({ body }) => statementsOf(body));
  const parts = nodes.filter(compiler.isInterfaceDeclaration);
  const classes = nodes.filter(compiler.isClassDeclaration);
  const enums = nodes.filter(compiler.isEnumDeclaration);
  const lists: readonly (readonly Member[])[] = [
    parts.flatMap(({ members }) => members),
    ...classes.map(({ members }) => members),
    enums.flatMap(({ members }) => members),
    ...nodes.flatMap(literalsIn),
  ];
  return [...inStatements(bodies, `${name}.`), ...lists.flatMap((members) => membersDeclaredTwice(members, name))];
}

function statementsOf(body: ts.ModuleBody | undefined): readonly ts.Statement[] {
  const compiler = typescript();
  if (body === undefined) return [];
  if (compiler.isModuleBlock(body)) return body.statements;
  return compiler.isModuleDeclaration(body) ? [body] : [];
}

/** The members of object types written out anywhere in a declaration; bodies declare nothing. */
function literalsIn(node: Node): readonly (readonly Member[])[] {
  const compiler = typescript();
  if (!holdsLiterals(node)) return [];
  const found: (readonly Member[])[] = [];
  const visit = (child: Node): void => {
    if (compiler.isBlock(child) || compiler.isModuleBlock(child)) return;
    if (compiler.isTypeLiteralNode(child)) found.push(child.members);
    compiler.forEachChild(child, visit);
  };
  visit(node);
  return found;
}

// Spares most declarations the walk through all of their nodes.
function holdsLiterals(node: Node): boolean {
  const compiler = typescript();
  const text = node.getSourceFile().text.slice(node.pos, node.end);
  const hasBody = compiler.isInterfaceDeclaration(node) || compiler.isClassDeclaration(node);
  return text.includes("{", hasBody ? text.indexOf("{") + 1 : 0);
}

function nameOf(node: Node): Node {
  return "name" in node ? ((node.name as Node | undefined) ?? node) : node;
}

function grouped(statements: readonly ts.Statement[]): ReadonlyMap<string, readonly Node[]> {
  const groups = new Map<string, Node[]>();
  for (const node of statements.flatMap(declarationsOf)) {
    const name = nameOf(node);
    if (name === node) continue;
    const text = name.getText();
    groups.set(text, [...(groups.get(text) ?? []), node]);
  }
  return groups;
}

function declarationsOf(statement: ts.Statement): readonly Node[] {
  const compiler = typescript();
  if (compiler.isVariableStatement(statement)) return [...statement.declarationList.declarations];
  if (!compiler.isImportDeclaration(statement)) return compiler.isDeclarationStatement(statement) ? [statement] : [];
  const named = statement.importClause?.namedBindings;
  return named !== undefined && compiler.isNamedImports(named) ? [...named.elements] : [];
}

/** Names that lists of exports, and default exports, lead to two things. */
function exportedTwice(statements: readonly ts.Statement[]): readonly Twice[] {
  const targets = new Map<string, string>();
  return statements.flatMap(exportsOf).flatMap(({ name, target, node }) => {
    const earlier = targets.get(name);
    targets.set(name, earlier ?? target);
    return earlier === undefined || earlier === target ? [] : [{ name, node }];
  });
}

interface Exported extends Twice {
  readonly target: string;
}

function exportsOf(statement: ts.Statement): readonly Exported[] {
  const compiler = typescript();
  if (compiler.isExportAssignment(statement)) {
    const name = statement.isExportEquals === true ? "export =" : "the default export";
    return [{ name, target: ` ${statement.expression.getText()}`, node: statement }];
  }
  if (!compiler.isExportDeclaration(statement)) return defaultOf(statement);
  const clause = statement.exportClause;
  if (clause === undefined || !compiler.isNamedExports(clause)) return [];
  const from = statement.moduleSpecifier?.getText().slice(1, -1) ?? "";
  return clause.elements.map((element) => ({
    name: element.name.text === "default" ? "the default export" : `export ${element.name.text}`,
    target: `${from} ${(element.propertyName ?? element.name).text}`,
    node: element,
  }));
}

function defaultOf(statement: ts.Statement): readonly Exported[] {
  const compiler = typescript();
  if (!hasModifier(statement, compiler.SyntaxKind.DefaultKeyword)) return [];
  const name = nameOf(statement);
  // Overloads, and an interface beside a class or function, are one default export, also without a name.
  return [{ name: "the default export", target: name === statement ? " " : ` ${name.getText()}`, node: statement }];
}
