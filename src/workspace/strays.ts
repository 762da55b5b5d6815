import type { CompiledSettings } from "./compiled-settings.ts";

/**
 * True for a Markdown file in a tree that holds designs alone, though no pattern fits it. Beside sources or tests, and
 * where designs have a suffix of their own (`a.design.md`), other Markdown is nobody's mistake.
 */
export function isStray(path: string, compiled: CompiledSettings): boolean {
  if (!/\.(?:md|mdx|markdown)$/iu.test(path)) return false;
  const { entries } = compiled;
  if (entries.some(({ source, test }) => source.isUnderRoot(path) || test.isUnderRoot(path))) return false;
  return entries.some(({ patterns, design }) => {
    if (!/\{(?:path|base)\}\.(?:md|\{[^{}]*\})$/u.test(patterns.design)) return false;
    const variesByFolder = !/^[^{}]*\{(?:path|dir|base)\}/u.test(patterns.design);
    const tree = designTree(design.folder, compiled);
    return (variesByFolder && design.isUnderRoot(path)) || (tree !== null && path.startsWith(`${tree}/`));
  });
}

/** The folder before the first placeholder, null where code lives below it too (`packages/{package}/docs/{path}.md`). */
function designTree(folder: string, { entries }: CompiledSettings): string | null {
  const holdsCode = entries.some(({ source, test }) =>
    [source.folder, test.folder].some((other) => other === folder || other.startsWith(`${folder}/`)),
  );
  return folder === "" || holdsCode ? null : folder;
}
