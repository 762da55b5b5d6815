import ts from "typescript";
import type { Dice } from "../dice.ts";
import { declaredNames, descendants, rewritten, useOf } from "../tree.ts";
import type { Rewrite } from "./rewrite.ts";

/** Rewrites that give other names to what only its own declaration can see. */
export const nameRewrites: readonly Rewrite[] = [
  { name: "rename parameters", rewrite: renameParameters },
  { name: "rename type parameters", rewrite: renameTypeParameters },
  { name: "tuple labels", rewrite: tupleLabels },
  { name: "index keys", rewrite: indexKeys },
];

type Renames = Map<ts.Node, string>;

function applied(file: ts.SourceFile, renames: Renames): string {
  if (renames.size === 0) return file.text;
  return rewritten(file, (node) => renames.get(node) ?? null);
}

function renameParameters(file: ts.SourceFile): string {
  const renames: Renames = new Map();
  for (const node of descendants(file)) {
    if (!ts.isParameter(node) || !ts.isIdentifier(node.name) || node.name.text === "this") continue;
    if (
      (node.modifiers?.length ?? 0) > 0 ||
      !ts.isFunctionLike(node.parent) ||
      ts.isIndexSignatureDeclaration(node.parent)
    )
      continue;
    renameInside(node.parent, { from: node.name, to: `${node.name.text}_`, uses: ["value", "shorthand"] }, renames);
  }
  return applied(file, renames);
}

interface Rename {
  readonly from: ts.Identifier;
  readonly to: string;
  readonly uses: readonly string[];
}

// A name that is declared twice below stays as it is.
function renameInside(root: ts.Node, { from, to, uses }: Rename, renames: Renames): void {
  const own = declaredNames(root);
  if (own.get(from.text) !== 1 || own.has(to)) return;
  renames.set(from, to);
  for (const node of descendants(root)) {
    if (!ts.isIdentifier(node) || node.text !== from.text || node === from) continue;
    const use = useOf(node);
    if (uses.includes(use)) renames.set(node, use === "shorthand" ? `${node.text}: ${to}` : to);
  }
}

function renameTypeParameters(file: ts.SourceFile): string {
  const renames: Renames = new Map();
  for (const node of descendants(file)) {
    if (!ts.isTypeParameterDeclaration(node)) continue;
    const root = rootOf(node);
    if (root === null) continue;
    renameInside(root, { from: node.name, to: `${node.name.text}_`, uses: ["type"] }, renames);
  }
  return applied(file, renames);
}

// Where the name of a type parameter can be seen; `infer` variables of one name belong together and stay.
function rootOf(node: ts.TypeParameterDeclaration): ts.Node | null {
  if (!ts.isInferTypeNode(node.parent)) return node.parent;
  return ts.findAncestor(node, ts.isConditionalTypeNode) ?? null;
}

function tupleLabels(file: ts.SourceFile, dice: Dice): string {
  return rewritten(file, (node, text) => {
    if (!ts.isTupleTypeNode(node) || node.elements.length === 0) return null;
    const strip = dice.roll(2) === 0;
    const elements = node.elements.map((element, index) => {
      const { type, optional, rest } = partsOf(element);
      const inner = text(type);
      if (strip) return `${rest ? "..." : ""}${optional || rest ? `(${inner})` : inner}${optional ? "?" : ""}`;
      return `${rest ? "..." : ""}label${index}${optional ? "?" : ""}: ${inner}`;
    });
    return `[${elements.join(", ")}]`;
  });
}

function partsOf(element: ts.TypeNode | ts.NamedTupleMember): {
  readonly type: ts.TypeNode;
  readonly optional: boolean;
  readonly rest: boolean;
} {
  if (ts.isNamedTupleMember(element)) {
    return {
      type: element.type,
      optional: element.questionToken !== undefined,
      rest: element.dotDotDotToken !== undefined,
    };
  }
  if (ts.isOptionalTypeNode(element)) return { type: element.type, optional: true, rest: false };
  if (ts.isRestTypeNode(element)) return { type: element.type, optional: false, rest: true };
  return { type: element, optional: false, rest: false };
}

function indexKeys(file: ts.SourceFile): string {
  return rewritten(file, (node) =>
    ts.isParameter(node.parent ?? node) && ts.isIndexSignatureDeclaration(node.parent.parent) && ts.isIdentifier(node)
      ? `${node.text}_key`
      : null,
  );
}
