import type { InterfaceFinding } from "../../../src/interface/verdict.ts";
import { diceOf, seedOf } from "./dice.ts";
import { blockFor, type Project, type Variant, variantOf } from "./project.ts";
import { bodyRewrites } from "./rewrites/bodies.ts";
import { documentRewrites, withImports } from "./rewrites/documents.ts";
import { layoutRewrites } from "./rewrites/layout.ts";
import { aliasImportsRewrite, exportListRewrite, moduleRewrites } from "./rewrites/module.ts";
import { nameRewrites } from "./rewrites/names.ts";
import { orderRewrites } from "./rewrites/order.ts";
import type { Rewrite } from "./rewrites/rewrite.ts";
import { spellingRewrites } from "./rewrites/spelling.ts";
import { parsed, syntaxErrors } from "./tree.ts";

const common = [...layoutRewrites, ...orderRewrites, ...nameRewrites, ...spellingRewrites, exportListRewrite];

/** All rewrites of sources, and all of blocks. */
export const sourceRewrites: readonly Rewrite[] = [...common, ...moduleRewrites, ...bodyRewrites, aliasImportsRewrite];
export const blockRewriteNames: readonly string[] = [...common, ...documentRewrites].map(({ name }) => name);

/** What a run over a project has compared, and every finding that the rewrite has brought. */
export interface Outcome {
  readonly comparisons: number;
  readonly rewritten: number;
  readonly problems: readonly string[];
}

/** A project with its documents as the scaffold writes them, and what is undecided from the start. */
export interface Original {
  readonly project: Project;
  readonly variant: Variant;
  readonly blocks: ReadonlyMap<string, string>;
  readonly findings: ReadonlyMap<string, readonly InterfaceFinding[]>;
}

export function originalOf(project: Project): Original {
  const variant = variantOf(project);
  const blocks = new Map(project.chosen.map((path) => [path, blockFor(path, variant)]));
  const findings = new Map([...blocks].map(([path, block]) => [path, variant.compare(path, [block])]));
  return { project, variant, blocks, findings };
}

/** The rewritten text of a source; the same text where the rewrite does not apply. */
export function rewrittenSource(path: string, text: string, { name, rewrite }: Rewrite): string {
  return rewrite(parsed(text, path), diceOf(seedOf(`${path} ${name}`)));
}

/**
 * Rewrites the sources, each file by the rewrite that `choose` names, and compares the old documents with the new sources and
 * the new documents with the old sources.
 */
export function rewriteSources(original: Original, choose: (index: number) => Rewrite): Outcome {
  const { project, blocks } = original;
  const changed = new Map<string, string>();
  const problems: string[] = [];
  const chosen = new Map<string, Rewrite>();
  for (const [index, path] of project.chosen.entries()) {
    const rewrite = choose(index);
    const text = project.texts.get(path) ?? "";
    const next = rewrittenSource(path, text, rewrite);
    if (next === text) continue;
    problems.push(
      ...syntaxErrors(next, path)
        .map((error) => `${rewrite.name} ${path}: broken syntax: ${error}`)
        .slice(0, 1),
    );
    changed.set(path, next);
    chosen.set(path, rewrite);
  }
  if (changed.size === 0) return { comparisons: 0, rewritten: 0, problems };
  const variant = variantOf(project, changed);
  for (const [path, rewrite] of chosen) {
    const told = (way: string, findings: () => readonly InterfaceFinding[]): void => {
      problems.push(
        ...newFindings(original, path, findings).map((text) => `${rewrite.name} (${way}) ${path}: ${text}`),
      );
    };
    const old = blocks.get(path) ?? "";
    const text = project.texts.get(path) ?? "";
    const isAlias = rewrite === aliasImportsRewrite;
    told("new source", () => variant.compare(path, [isAlias ? withImports(old, text) : old]));
    told("new document", () => {
      const fresh = blockFor(path, variant);
      return original.variant.compare(path, [isAlias ? withImports(fresh, changed.get(path) ?? "") : fresh]);
    });
  }
  return { comparisons: chosen.size * 2, rewritten: chosen.size, problems };
}

/** Rewrites the documents and compares them with the sources as they were. */
export function rewriteBlocks(original: Original, name: string): Outcome {
  const { project, blocks, variant } = original;
  const problems: string[] = [];
  let rewritten = 0;
  for (const [path, block] of blocks) {
    // The comment that says what is undecided is no comment to those who read it.
    if (name === "strip comments" && block.includes("// undecided: ")) continue;
    const next = rewrittenBlocks(block, { name, path, source: project.texts.get(path) ?? "" });
    if (next.join("\n") === block) continue;
    rewritten++;
    const errors = syntaxErrors(next.join("\n"));
    problems.push(...errors.map((error) => `${name} (document) ${path}: broken syntax: ${error}`).slice(0, 1));
    problems.push(
      ...newFindings(original, path, () => variant.compare(path, next)).map(
        (text) => `${name} (document) ${path}: ${text}`,
      ),
    );
  }
  return { comparisons: rewritten, rewritten, problems };
}

function rewrittenBlocks(
  block: string,
  { name, path, source }: { readonly name: string; readonly path: string; readonly source: string },
): readonly string[] {
  const dice = diceOf(seedOf(`${path} ${name}`));
  const own = documentRewrites.find((rewrite) => rewrite.name === name);
  if (own !== undefined) return own.rewrite(block, { dice, source });
  return [common.find((rewrite) => rewrite.name === name)?.rewrite(parsed(block), dice) ?? block];
}

function newFindings(
  { findings: known }: Original,
  path: string,
  find: () => readonly InterfaceFinding[],
): readonly string[] {
  try {
    const before = new Set((known.get(path) ?? []).map(({ rule, export: name }) => `${rule} ${name}`));
    return find()
      .filter(({ rule, export: name }) => !before.has(`${rule} ${name}`))
      .map(({ rule, export: name, message }) => `${rule} ${name}: ${message}`);
  } catch (error) {
    return [`exception: ${error instanceof Error ? error.stack : error}`];
  }
}
