import type ts from "typescript";
import { plainWords } from "./plain-words.ts";
import { typescript } from "./typescript.ts";

type Kind =
  | "function"
  | "class"
  | "enum"
  | "namespace"
  | "types"
  | "interface"
  | "alias"
  | "var"
  | "constant"
  | "import";

/** What may stand twice under one name, or beside something else; as TypeScript merges declarations. */
const merges: Readonly<Record<Kind, readonly Kind[]>> = {
  function: ["function", "class", "namespace", "types", "interface", "alias"],
  class: ["function", "namespace", "types", "interface"],
  enum: ["enum", "namespace", "types"],
  namespace: ["function", "class", "enum", "namespace", "types", "interface", "alias"],
  types: ["function", "class", "enum", "namespace", "types", "interface", "alias", "var", "constant"],
  interface: ["function", "class", "namespace", "types", "interface", "var", "constant"],
  alias: ["function", "namespace", "types", "var", "constant"],
  var: ["types", "interface", "alias"],
  constant: ["types", "interface", "alias"],
  import: ["function", "class", "enum", "namespace", "types", "interface", "alias", "var", "constant"],
};

/** True where two declarations of one name neither merge nor say the same in the same words: one of them would win. */
export function isContradiction(a: ts.Node, b: ts.Node): boolean {
  const [left, right] = [kindOf(a), kindOf(b)];
  if (left === null || right === null || left === "import" || right === "import") {
    return left === right && left !== null && importedBy(a) !== importedBy(b);
  }
  if (left === "function" && right === "function" && hasBody(a) && hasBody(b)) return plainWords(a) !== plainWords(b);
  return !merges[left].includes(right) && plainWords(a) !== plainWords(b);
}

/** What decides whether others contradict a declaration: its kind and, where several of that kind do not merge, its words. */
export function roleOf(node: ts.Node): string {
  const kind = kindOf(node);
  if (kind === null) return "";
  if (kind === "import") return `${kind} ${importedBy(node)}`;
  const isPart = merges[kind].includes(kind) && !hasBody(node);
  return isPart ? kind : `${kind} ${plainWords(node)}`;
}

function hasBody(node: ts.Node): boolean {
  return typescript().isFunctionDeclaration(node) && node.body !== undefined;
}

function importedBy(node: ts.Node): string {
  const compiler = typescript();
  if (!compiler.isImportSpecifier(node)) return "";
  const { moduleSpecifier } = node.parent.parent.parent as ts.ImportDeclaration;
  return `${moduleSpecifier.getText().slice(1, -1)} ${(node.propertyName ?? node.name).text}`;
}

function kindOf(node: ts.Node): Kind | null {
  const compiler = typescript();
  if (compiler.isFunctionDeclaration(node)) return "function";
  if (compiler.isClassDeclaration(node)) return "class";
  if (compiler.isEnumDeclaration(node)) return "enum";
  if (compiler.isInterfaceDeclaration(node)) return "interface";
  if (compiler.isTypeAliasDeclaration(node)) return "alias";
  if (compiler.isModuleDeclaration(node)) return holdsValues(node) ? "namespace" : "types";
  if (compiler.isImportSpecifier(node)) return "import";
  if (!compiler.isVariableDeclaration(node) || !compiler.isIdentifier(node.name)) return null;
  return (node.parent.flags & compiler.NodeFlags.BlockScoped) === 0 ? "var" : "constant";
}

function holdsValues({ body }: ts.ModuleDeclaration): boolean {
  const compiler = typescript();
  if (body === undefined || !compiler.isModuleBlock(body)) return body !== undefined;
  return body.statements.some(
    (statement) => !compiler.isInterfaceDeclaration(statement) && !compiler.isTypeAliasDeclaration(statement),
  );
}
