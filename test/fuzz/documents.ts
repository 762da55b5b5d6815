import type { Dice } from "../corpus/support/dice.ts";
import type { FuzzInput } from "./check.ts";
import { moduleText } from "./grammar.ts";
import { mutated } from "./mutated.ts";

const around = [
  "---\ntype: module\nstatus: draft\n---\n",
  "# Title",
  "Lead with `code`, [a link](./b.md) and <b>HTML</b>.",
  "> quoted\n> ```ts\n> export const q = 1;\n> ```",
  "- item\n\n  ```ts\n  export type I = 1;\n  ```",
  "| a | b |\n| - | - |\n| 1 | `|` |",
  "<!-- a comment -->",
  "<!-- design-lint-disable-next-line interface/changed-export -- why -->",
  "~~~ts\nexport const tilde = 1;\n~~~",
  "    indented code",
  "\tafter a tab",
  "Setext\n---",
  "\\`\\`\\`",
  "[x]: ./c.md 'title'",
  "## Edge cases\n\n- `a-case`: what happens",
  "<<<<<<< ours\n=======\n>>>>>>> theirs",
] as const;

/** A document around one or more blocks, changed in places, beside a source. */
export function documented(dice: Dice): FuzzInput {
  const text = moduleText(dice, { explicit: dice.roll(2) === 0, depth: 1 + dice.roll(3) });
  const cut = dice.roll(2) === 0 ? text.lastIndexOf("\nexport") + 1 : 0;
  const blocks = [text.slice(0, cut), text.slice(cut)]
    .filter((block) => block !== "")
    .map((block) => fenced(block, dice));
  const parts = [...some(dice), "## Interface", ...some(dice), ...blocks, ...some(dice)];
  let document = parts.join(dice.pick(["\n\n", "\n\n", "\n", "\r\n\r\n"]));
  for (let times = dice.roll(4); times > 0; times--) document = mutated(document, dice);
  return { kind: "document", document, declared: text, actual: text, laws: [] };
}

function some(dice: Dice): readonly string[] {
  return Array.from({ length: dice.roll(4) }, () => dice.pick(around));
}

function fenced(text: string, dice: Dice): string {
  const fence = dice.pick(["```", "```", "````", "~~~"]);
  const lang = dice.pick(["ts", "ts", "ts", "typescript", "tsx", "TS", "ts title=x", ""]);
  const indent = dice.pick(["", "", "", " ", "   ", "> "]);
  return `${fence}${lang}\n${text.trimEnd()}\n${fence}`.replace(/^/gmu, indent);
}
