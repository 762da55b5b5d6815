import type { CodeBlock } from "./document.ts";

/**
 * The TypeScript blocks of the section Interface and of what stands below it; together they declare one module. Those that call
 * TypeScript by another word than `ts` or `tsx` are among them, so that nothing is passed over without a word.
 */
export function interfaceBlocks(blocks: readonly CodeBlock[]): readonly CodeBlock[] {
  return blocks.filter(({ section, lang }) => section[0] === "interface" && meansTypeScript(lang));
}

function meansTypeScript(lang: string): boolean {
  return /^\.?(?:tsx?|[cm]ts|typescript(?:react)?)(?![\w-])/iu.test(lang.replace(/^\{/u, ""));
}
