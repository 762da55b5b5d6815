import fc from "fast-check";

/** Lines and blocks that plain documents are made of. */
const plain = [
  "Two words\n",
  "Words and `code`.\n",
  "see [here](a/b.md#c) or (there)\n",
  "1st of 2 snake_case\n",
  "\\*Escaped\\* \\`marks\\` and \\<more\\>!\n",
  "- a\n",
  "- `id`: text\n",
  "- a\n  `b` c\n  d\n",
  "# T\n",
  "## N `x`\n",
  "### H\n",
  "\n",
  "\n",
  "\n\n",
  "| a | `b` |\n|---|:-:|\n|  1 |  |\n",
  "|a|\n|-|\n|b |\n",
  "```ts\nx = 1\n\n```\n",
  "````md title\n```\n````\n",
];

/** What gives a place in Markdown or YAML another meaning, or nearly does. */
const odd = [
  ..."`*_~<>&\\[]!@|-+=#:.1 \n\t\r\u00a0\u3000\ufeff\u2028\0",
  ...[
    "``",
    "```",
    "~~~",
    "---",
    "===",
    "  ",
    "    ",
    "1. ",
    "2) ",
    "> ",
    "- ",
    "- [ ] ",
    "<b>",
    "<!--",
    "**b**",
    "_b_",
  ],
  ...[
    "http://x.y",
    "HTTPS://x",
    "www.x.y",
    "a@b.co",
    "&amp;",
    "![i](u)",
    "[x]",
    "[x]: y\n",
    "[^1]",
    "[a](b c)",
    "|",
    "---\n",
  ],
];

/** Texts that are plain Markdown but for a few places. */
export const nearlyPlain: fc.Arbitrary<string> = spoilt(plain, odd);

const fields = [
  "type: module\n",
  "context: a/b\n",
  "stories: [a, b-c]\n",
  "dependsOn: []\n",
  "externals: [ x/y , z ]\n",
  "coverage: 0.95\n",
  "order: 12\n",
  "words: a b c\n",
];

const oddYaml = [
  ..."~:#'\"[],-?{}&*!|>%@`. \t\n_",
  ...[
    "null",
    "true",
    "No",
    "0x1",
    "1e3",
    "0o7",
    "1.",
    "01",
    "-1",
    ".5",
    ".inf",
    " #",
    ", ",
    "- ",
    "<<",
    "a: b",
    "e\u0301",
    "\ufeff",
  ],
  ...["status: x\n", "type: y\n", "1_000", "2024-01-01"],
];

/** Texts that are plain frontmatter but for a few places. */
export const nearlyPlainYaml: fc.Arbitrary<string> = spoilt(fields, oddYaml);

function spoilt(pieces: readonly string[], spoilers: readonly string[]): fc.Arbitrary<string> {
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((lines) => lines.join(""));
  const place = fc.record({ at: fc.nat(400), skip: fc.nat(2), what: fc.constantFrom(...spoilers) });
  return fc.tuple(text, fc.array(place, { maxLength: 2 })).map(([whole, places]) =>
    places.reduce((spoiling, { at, skip, what }) => {
      const from = at % (spoiling.length + 1);
      return spoiling.slice(0, from) + what + spoiling.slice(from + skip);
    }, whole),
  );
}
