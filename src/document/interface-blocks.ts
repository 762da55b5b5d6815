import type { CodeBlock } from "./document.ts";

/** The TypeScript blocks of the section Interface and of what stands below it; together they declare one module. */
export function interfaceBlocks(blocks: readonly CodeBlock[]): readonly CodeBlock[] {
  return blocks.filter(({ section, lang }) => section[0] === "interface" && (lang === "ts" || lang === "tsx"));
}
