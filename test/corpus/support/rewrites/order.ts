import ts from "typescript";
import type { Dice } from "../dice.ts";
import { fullText, hasWord, rewritten } from "../tree.ts";
import type { Rewrite } from "./rewrite.ts";

/** Rewrites that put things into another order. */
export const orderRewrites: readonly Rewrite[] = [
  { name: "reorder members", rewrite: reorderMembers },
  { name: "reorder declarations", rewrite: reorderDeclarations },
  { name: "shuffle unions", rewrite: shuffleUnions },
  { name: "shuffle intersections", rewrite: shuffleIntersections },
  { name: "split interfaces", rewrite: splitInterfaces },
  { name: "merge interfaces", rewrite: mergeInterfaces },
];

function reorderMembers(file: ts.SourceFile, dice: Dice): string {
  return rewritten(file, (node, text) => {
    const isType = ts.isInterfaceDeclaration(node) || ts.isTypeLiteralNode(node);
    if (!isType && !ts.isClassLike(node)) return null;
    if (node.members.length < 2) return null;
    const groups = dice.shuffled(memberGroups<ts.TypeElement | ts.ClassElement>(node.members, file));
    const body = groups.flat().map((member) => terminated(member, text(member)));
    const first = node.members[0];
    const last = node.members.at(-1);
    if (first === undefined || last === undefined) return null;
    return `${headText(node, text, file)}\n${body.join("\n")}\n}`;
  });
}

/** Everything of a declaration up to its opening brace, rewritten. */
function headText(
  node: ts.InterfaceDeclaration | ts.TypeLiteralNode | ts.ClassLikeDeclaration,
  text: (node: ts.Node) => string,
  file: ts.SourceFile,
): string {
  let result = "";
  let position = node.getStart(file);
  ts.forEachChild(node, (child) => {
    if ((node.members as ts.NodeArray<ts.Node>).includes(child)) return;
    const start = child.getStart(file);
    result += file.text.slice(position, start) + text(child);
    position = child.end;
  });
  return `${result}${file.text.slice(position, node.members.pos)}`;
}

/** Members by name, each group in its order: overloads and accessors stay together. */
export function memberGroups<T extends ts.TypeElement | ts.ClassElement>(
  members: readonly T[],
  file: ts.SourceFile,
): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const member of members) {
    const where = hasWord(member, ts.SyntaxKind.StaticKeyword) ? "static " : "";
    const key = `${where}${member.name?.getText(file).replace(/^["']|["']$/gu, "") ?? ts.SyntaxKind[member.kind]}`;
    groups.set(key, [...(groups.get(key) ?? []), member]);
  }
  return [...groups.values()];
}

export function terminated(member: ts.Node, text: string): string {
  if (ts.isSemicolonClassElement(member)) return text;
  const bare = text.replace(/[;,]\s*$/u, "");
  const hasBody = "body" in member && member.body !== undefined;
  return hasBody ? bare : `${bare};`;
}

function reorderDeclarations(file: ts.SourceFile, dice: Dice): string {
  const movable = new Map<string, ts.Statement[]>();
  for (const statement of file.statements) {
    const name = movableName(statement);
    if (name !== null) movable.set(name, [...(movable.get(name) ?? []), statement]);
  }
  if (movable.size < 2) return file.text;
  const moved = new Set([...movable.values()].flat());
  const rest = file.statements
    .filter((statement) => !moved.has(statement))
    .map((statement) => fullText(statement, file));
  const groups = dice
    .shuffled([...movable.values()])
    .map((group) => group.map((node) => fullText(node, file)).join("\n"));
  return `${[...rest, ...groups].join("\n")}\n`;
}

// Interfaces, aliases and functions may stand anywhere; expandos need their function before them.
function movableName(statement: ts.Statement): string | null {
  const isType = ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);
  return isType || ts.isFunctionDeclaration(statement) ? (statement.name?.text ?? null) : null;
}

function shuffleUnions(file: ts.SourceFile, dice: Dice): string {
  return rewritten(file, (node, text) =>
    ts.isUnionTypeNode(node) ? dice.shuffled(node.types).map(text).join(" | ") : null,
  );
}

function shuffleIntersections(file: ts.SourceFile, dice: Dice): string {
  return rewritten(file, (node, text) => {
    if (!ts.isIntersectionTypeNode(node) || !node.types.every(isPlainObject)) return null;
    return dice.shuffled(node.types).map(text).join(" & ");
  });
}

function isPlainObject(type: ts.TypeNode): boolean {
  if (!ts.isTypeLiteralNode(type)) return false;
  return !type.members.some(
    (member) => ts.isCallSignatureDeclaration(member) || ts.isConstructSignatureDeclaration(member),
  );
}

function splitInterfaces(file: ts.SourceFile, dice: Dice): string {
  return rewritten(file, (node) => {
    if (!ts.isInterfaceDeclaration(node) || hasWord(node, ts.SyntaxKind.DefaultKeyword)) return null;
    const groups = memberGroups(node.members, file);
    if (groups.length < 2) return null;
    const cut = 1 + dice.roll(groups.length - 1);
    const [one, other] = [groups.slice(0, cut), groups.slice(cut)].map((part) =>
      part
        .flat()
        .map((member) => terminated(member, member.getText(file)))
        .join("\n"),
    );
    const head = file.text.slice(node.getStart(file), node.members.pos);
    const bare = file.text.slice(node.getStart(file), node.typeParameters?.end ?? node.name.end);
    const open = node.typeParameters === undefined ? " {" : "> {";
    return `${head}\n${one}\n}\n${bare}${open}\n${other}\n}`;
  });
}

function mergeInterfaces(file: ts.SourceFile): string {
  const parts = new Map<string, ts.InterfaceDeclaration[]>();
  for (const statement of file.statements) {
    if (!ts.isInterfaceDeclaration(statement) || hasWord(statement, ts.SyntaxKind.DefaultKeyword)) continue;
    parts.set(statement.name.text, [...(parts.get(statement.name.text) ?? []), statement]);
  }
  const merged = [...parts.values()].filter(
    (group) => group.length > 1 && group.slice(1).every(({ heritageClauses }) => heritageClauses === undefined),
  );
  if (merged.length === 0) return file.text;
  return rewritten(file, (node) => {
    if (!ts.isInterfaceDeclaration(node)) return null;
    const group = merged.find((candidate) => candidate.includes(node));
    if (group === undefined) return null;
    if (group[0] !== node) return "";
    const body = [...group]
      .reverse()
      .flatMap((part) => part.members.map((member) => terminated(member, member.getText(file))));
    return `${file.text.slice(node.getStart(file), node.members.pos)}\n${body.join("\n")}\n}`;
  });
}
