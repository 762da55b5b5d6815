import type { Dice } from "../corpus/support/dice.ts";
import { descendants, parsed, tokensOf } from "../corpus/support/tree.ts";

const pieces = [
  ...[
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    "<",
    ">",
    "=>",
    "?",
    "...",
    "|",
    "&",
    ";",
    ":",
    "=",
    "`",
    "${",
    "'",
    "/*",
    "//",
    "#",
    "@",
    "\\",
    "\u0000",
    "\uFEFF",
    "\u2028",
    "\uD800",
    "\r",
    "é",
    "𝔘",
  ],
  ...[
    "export",
    "default",
    "declare",
    "abstract",
    "readonly",
    "static",
    "private",
    "protected",
    "infer",
    "keyof",
    "typeof",
    "unique",
    "asserts",
    "is",
    "extends",
    "implements",
    "import",
    "from",
    "*",
    "as",
    "const",
    "enum",
    "namespace",
    "module",
    "global",
    "async",
    "function",
    "class",
    "interface",
    "type",
    "get",
    "set",
    "new",
    "this",
    "super",
    "never",
    "any",
    "satisfies",
    "accessor",
    "using",
    "in",
    "out",
    "override",
    "void",
    "null",
    "undefined",
  ],
];

/** A text with bytes, tokens or subtrees taken out, put in, repeated or exchanged. */
export function mutated(text: string, dice: Dice): string {
  const spot = dice.roll(text.length + 1);
  switch (dice.roll(8)) {
    case 0:
      return text.slice(0, spot) + text.slice(spot + 1 + dice.roll(20));
    case 1:
      return `${text.slice(0, spot)} ${dice.pick(pieces)} ${text.slice(spot)}`;
    case 2:
      return text.slice(0, spot);
    case 3:
      return text.slice(0, spot) + String.fromCharCode(dice.roll(65536)) + text.slice(spot);
    case 4:
    case 5:
      return withToken(text, dice);
    default:
      return withSubtree(text, dice);
  }
}

function withToken(text: string, dice: Dice): string {
  const tokens = tokensOf(parsed(text)).filter((token) => token.end > token.getStart());
  if (tokens.length === 0) return text;
  const [one, other] = [dice.pick(tokens), dice.pick(tokens)];
  const replacement = dice.pick(["", other.getText(), dice.pick(pieces), `${one.getText()} ${one.getText()}`]);
  return text.slice(0, one.getStart()) + replacement + text.slice(one.end);
}

function withSubtree(text: string, dice: Dice): string {
  const nodes = descendants(parsed(text));
  if (nodes.length === 0) return text;
  const one = dice.pick(nodes);
  const alike = nodes.filter(({ kind }) => kind === one.kind);
  const other = dice.roll(2) === 0 ? dice.pick(alike) : dice.pick(nodes);
  const replacement = dice.pick([other.getText(), other.getText(), ""]);
  return text.slice(0, one.getStart()) + replacement + text.slice(one.end);
}
