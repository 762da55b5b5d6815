import type { CodeBlock } from "../document/document.ts";
import { type DeclaredModule, isRead } from "./block.ts";
import { declaredTwice } from "./declared-twice.ts";
import type { InterfaceFinding } from "./verdict.ts";

/** What is wrong with blocks that parse: a fence that is not read, a name that is declared twice. Comparing them would be a guess. */
export function blockFaults(blocks: readonly CodeBlock[], design: DeclaredModule): readonly InterfaceFinding[] {
  const common = { rule: "interface/unparseable", export: "" } as const;
  const unread = blocks
    .filter((block) => !isRead(block))
    .map(({ lang, text, range }) => ({
      ...common,
      message: `Unexpected language ${JSON.stringify(lang)} of a block in the interface, which is read only where it is ts or tsx`,
      mend: "Write `ts` or `tsx` after the backticks, with a space before anything else",
      declared: { start: range.start, end: Math.min(range.end, range.start + (text.split("\n")[0] ?? "").length) },
    }));
  const twice = declaredTwice(design.module.file).map(({ message, range }) => ({
    ...common,
    message: `${message} in the interface, in two ways`,
    mend: "Keep the declaration that is meant",
    declared: design.rangeOf(range),
  }));
  return [...unread, ...twice];
}
