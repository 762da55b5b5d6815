import ts from "typescript";
import type { Dice } from "../dice.ts";
import { descendants, fullText, hasWord, parsed, rewritten } from "../tree.ts";

/** A rewrite of a document's blocks: one block may become several. */
export interface DocumentRewrite {
  readonly name: string;
  rewrite(block: string, use: { readonly dice: Dice; readonly source: string }): readonly string[];
}

/** Rewrites that only a document allows. */
export const documentRewrites: readonly DocumentRewrite[] = [
  { name: "several blocks", rewrite: severalBlocks },
  { name: "declare dropped", rewrite: (block) => [withoutWords(block, [ts.SyntaxKind.DeclareKeyword])] },
  { name: "bodies added", rewrite: (block) => [withBodies(block)] },
  { name: "no export at all", rewrite: (block) => [withoutExports(block)] },
  { name: "imports repeated", rewrite: (block, { source }) => [withImports(block, source)] },
];

function severalBlocks(block: string, { dice }: { readonly dice: Dice }): readonly string[] {
  const file = parsed(block);
  const parts: string[] = [""];
  for (const statement of file.statements) {
    if (dice.roll(3) === 0) parts.push("");
    parts.push((parts.pop() ?? "") + fullText(statement, file));
  }
  parts.push((parts.pop() ?? "") + block.slice(file.statements.at(-1)?.end ?? 0));
  return parts;
}

function withoutWords(block: string, kinds: readonly ts.SyntaxKind[]): string {
  const file = parsed(block);
  return rewritten(file, (node) => {
    if (!ts.isModifier(node) || !kinds.includes(node.kind)) return null;
    const { parent } = node;
    const isGlobal = ts.isModuleDeclaration(parent) && !ts.isIdentifier(parent.name);
    const isAugmentation = ts.isModuleDeclaration(parent) && (parent.flags & ts.NodeFlags.GlobalAugmentation) !== 0;
    return parent.parent === file && !isGlobal && !isAugmentation ? "" : null;
  });
}

function withBodies(block: string): string {
  const file = parsed(block);
  const counts = new Map<string, number>();
  for (const statement of file.statements)
    if (ts.isFunctionDeclaration(statement)) {
      const name = statement.name?.text ?? "";
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  return rewritten(file, (node) => {
    if (!ts.isFunctionDeclaration(node) || node.body !== undefined || counts.get(node.name?.text ?? "") !== 1)
      return null;
    const text = node.getText(file).replace(/;$/u, "");
    return `${text.replace(/^export declare /u, "export ")} { throw new Error(); }`;
  });
}

/** The same block where nothing in it says `export`, if everything in it does. */
function withoutExports(block: string): string {
  const file = parsed(block);
  const all = file.statements.every(
    (statement) => hasWord(statement, ts.SyntaxKind.ExportKeyword) && !hasWord(statement, ts.SyntaxKind.DefaultKeyword),
  );
  return all ? withoutWords(block, [ts.SyntaxKind.ExportKeyword, ts.SyntaxKind.DeclareKeyword]) : block;
}

/** The block with the imports of the source whose names it mentions. */
export function withImports(block: string, source: string): string {
  const file = parsed(source);
  const design = parsed(block);
  const mentioned = new Set(descendants(design).flatMap((node) => (ts.isIdentifier(node) ? [node.text] : [])));
  const declared = new Set(
    design.statements.flatMap((node) =>
      "name" in node && node.name !== undefined ? [(node.name as ts.Node).getText(design)] : [],
    ),
  );
  const imports = file.statements.filter(ts.isImportDeclaration).filter((statement) => {
    const names = descendants(statement).flatMap((node) => (ts.isIdentifier(node) ? [node.text] : []));
    return names.some((name) => mentioned.has(name)) && !names.some((name) => declared.has(name));
  });
  return [...imports.map((statement) => statement.getText(file)), block].join("\n");
}
