import type { CodeBlock } from "../document/document.ts";
import { isRead, readBlocks } from "./block.ts";
import { compareInterface } from "./compare.ts";
import { freeTypeNames, isLibraryName } from "./global-names.ts";
import type { InterfaceFinding } from "./verdict.ts";

/** Both sides stand beside a source that is not asked. */
const path = "interface.ts";

/**
 * What two versions of an Interface section declare otherwise, for people who approve the later one. The later one stands for the
 * code: what is missing was taken out, what is undeclared is new. What only reads otherwise is left out.
 */
export function compareBlocks(before: readonly CodeBlock[], after: readonly CodeBlock[]): readonly InterfaceFinding[] {
  const { findings } = compareInterface({
    source: { path, text: sourceText(before, after) },
    document: { path: "interface.md" },
    blocks: before,
    files: { resolve: () => null, text: () => undefined },
    oracle: null,
  });
  return findings.filter(({ rule }) => rule !== "interface/spelling");
}

/** The later blocks as a source: what neither side declares is imported, and where nothing is marked as exported, everything is. */
function sourceText(before: readonly CodeBlock[], after: readonly CodeBlock[]): string {
  const [old, now] = [readBlocks(before, path), readBlocks(after, path)];
  const declared = (name: string) => [old, now].some(({ module }) => module.bindings.declarations.has(name));
  const foreign = [...new Set([...freeTypeNames(old.module), ...freeTypeNames(now.module)])];
  const imported = foreign.filter((name) => !isLibraryName(name) && !declared(name));
  const names = now.everything ? [...now.module.bindings.exports.keys()] : [];
  return [
    ...after.filter(isRead).map(({ text }) => text),
    ...(imported.length === 0 ? [] : [`import type { ${imported.join(", ")} } from "elsewhere";`]),
    ...(names.length === 0 ? [] : [`export { ${names.join(", ")} };`]),
  ].join("\n");
}
