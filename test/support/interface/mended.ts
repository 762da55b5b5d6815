import { documentFacts } from "../../../src/document/facts.ts";
import { interfaceBlocks } from "../../../src/document/interface-blocks.ts";
import { applySplices } from "../../../src/edit.ts";
import { type CompareInput, compareInterface } from "../../../src/interface/compare.ts";
import { mendInterface } from "../../../src/interface/mend.ts";
import type { InterfaceVerdict } from "../../../src/interface/verdict.ts";
import { type Compared, filesOf } from "./compared.ts";

/** A document with one block under Interface; null for a section without a block. */
export function documentOf(block: string | null, lang = "ts"): string {
  const fenced = block === null ? "" : `\`\`\`${lang}\n${block}\n\`\`\`\n\n`;
  return `---\ntype: module\nstatus: draft\n---\n\n# A\n\nIt is.\n\n## Interface\n\n${fenced}## Edge cases\n\nNone: it is total.\n`;
}

/** The verdict on a document's text, with the edits that mend it. */
export async function verdictOn(markdown: string, actual: string, more: Compared = {}): Promise<InterfaceVerdict> {
  const path = more.path ?? "src/a.ts";
  const facts = await documentFacts(new TextEncoder().encode(markdown));
  const input: CompareInput = {
    source: { path, text: actual },
    document: { path: "docs/design/a.md" },
    blocks: interfaceBlocks(facts.blocks),
    files: filesOf({ ...more.files, [path]: actual }),
    oracle: more.oracle ?? null,
    ...(more.exactOptional === undefined ? {} : { exactOptional: more.exactOptional }),
  };
  const section = facts.ranges["/sections/interface"] ?? null;
  return mendInterface(compareInterface(input), { ...input, markdown: { text: markdown, section } });
}

/** What mending makes of a document, round by round until nothing can be mended any more, and the findings that are left. */
export async function mended(
  markdown: string,
  actual: string,
  more: Compared = {},
): Promise<{ readonly text: string; readonly rounds: number; readonly left: InterfaceVerdict["findings"] }> {
  let text = markdown;
  for (let rounds = 0; ; rounds++) {
    const { findings } = await verdictOn(text, actual, more);
    const splices = findings.flatMap((finding) => finding.splices ?? []);
    if (splices.length === 0 || rounds === 10) return { text, rounds, left: findings };
    text = applySplices(text, splices);
  }
}

/** The text of the first block of a document. */
export function blockIn(markdown: string): string {
  return /```tsx?\n([\s\S]*?)\n?```/u.exec(markdown.replaceAll("\r\n", "\n"))?.[1] ?? "";
}
