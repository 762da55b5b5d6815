import { CST, Lexer } from "yaml";
import type { Range } from "../range.ts";

/** Something in YAML that strict frontmatter does not allow, by offsets of the YAML text. */
export interface YamlRefusal {
  readonly message: string;
  readonly mend: string;
  readonly range: Range;
}

/** Tokens of one text, judged; `tooDeep` means that the text must not be handed to a recursive parser. */
export interface YamlTokens {
  readonly refusals: readonly YamlRefusal[];
  readonly tooDeep: boolean;
}

/** Collections nested deeper than this, in flow style or on one line, are not read. */
export const maxYamlDepth = 32;

const forbidden: Readonly<Record<string, string>> = {
  anchor: "anchor",
  alias: "alias",
  tag: "tag",
  "directive-line": "directive",
  "explicit-key-ind": "explicit key (`?`)",
  "doc-start": "document marker",
  "doc-end": "document marker",
};

/** Looks for anchors, aliases, tags, directives, explicit keys and deep nesting in the flat list of tokens. */
export function yamlTokens(text: string): YamlTokens {
  const refusals: YamlRefusal[] = [];
  let offset = 0;
  let flow = 0;
  let onLine = 0;
  for (const token of new Lexer().lex(text)) {
    const type = CST.tokenType(token);
    if (type === "doc-mode" || type === "flow-error-end" || type === "scalar") continue;
    const range = { start: offset, end: offset + token.length };
    offset = range.end;
    if (type === "newline") onLine = 0;
    if (type === "seq-item-ind" || type === "explicit-key-ind") onLine++;
    if (type === "flow-map-start" || type === "flow-seq-start") flow++;
    if (type === "flow-map-end" || type === "flow-seq-end") flow--;
    if (flow > maxYamlDepth || onLine > maxYamlDepth) return { refusals: [...refusals, tooDeep(range)], tooDeep: true };
    const what = forbidden[type ?? ""];
    if (what !== undefined)
      refusals.push({ message: `Unexpected ${what}, expected plain YAML`, mend: "Write the value out", range });
  }
  return { refusals, tooDeep: false };
}

function tooDeep(range: Range): YamlRefusal {
  return { message: `Unexpected nesting, expected at most ${maxYamlDepth} levels`, mend: "Flatten the value", range };
}
