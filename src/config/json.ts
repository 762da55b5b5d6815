import { type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import type { Range } from "../range.ts";
import type { Places } from "../schema/explain.ts";
import { pointerTo } from "../schema/pointer.ts";

/** Something that keeps a text from being JSON. */
export interface JsonProblem {
  readonly message: string;
  readonly range: Range;
}

/** The value of a JSON text and the place of each of its parts, or every problem of the text. */
export type JsonText =
  | { readonly ok: true; readonly value: unknown; readonly places: Places }
  | { readonly ok: false; readonly problems: readonly JsonProblem[] };

/** Deeper than any config; the parser recurses, so hostile nesting has to stop before it. */
const maxDepth = 64;

/** Parses JSON with comments and trailing commas. Duplicate keys and deep nesting are problems; never throws. */
export function parseJson(text: string): JsonText {
  if (text.trim() === "") return failed("Unexpected empty file, expected an object", 0, text.length);
  const tooDeep = depthExceeded(text);
  if (tooDeep !== null) return failed("Unexpected nesting, expected at most 64 levels", tooDeep, 1);
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  if (errors.length > 0) return { ok: false, problems: errors.map((error) => problemOf(error, text)) };
  if (tree === undefined) return failed("Missing value", 0, text.length);
  const collected: Collected = { ranges: new Map(), keys: new Map(), problems: [] };
  const value = collect(tree, "", collected);
  if (collected.problems.length > 0) return { ok: false, problems: collected.problems };
  return { ok: true, value, places: placesOf(collected) };
}

interface Collected {
  readonly ranges: Map<string, Range>;
  readonly keys: Map<string, Range>;
  readonly problems: JsonProblem[];
}

function collect(node: Node, pointer: string, into: Collected): unknown {
  into.ranges.set(pointer, rangeOf(node));
  const children = node.children ?? [];
  if (node.type === "array") return children.map((child, index) => collect(child, pointerTo(pointer, index), into));
  if (node.type !== "object") return node.value as unknown;
  const entries = new Map<string, unknown>();
  for (const { children: pair } of children) {
    const [key, value] = pair ?? [];
    if (key === undefined || value === undefined) continue;
    const name = String(key.value);
    const inside = { start: key.offset + 1, end: Math.max(key.offset + 1, key.offset + key.length - 1) };
    if (entries.has(name))
      into.problems.push({ message: `Unexpected second key \`${name}\`, expected each key once`, range: inside });
    const at = pointerTo(pointer, name);
    into.keys.set(at, inside);
    entries.set(name, collect(value, at, into));
  }
  // Not by assignment: a key named __proto__ has to stay a key, so that the schema sees it.
  return Object.fromEntries(entries);
}

function placesOf({ ranges, keys }: Collected): Places {
  return {
    key: (pointer) => keys.get(pointer) ?? null,
    value(pointer) {
      let at = pointer;
      while (at !== "" && !ranges.has(at)) at = at.slice(0, at.lastIndexOf("/"));
      return ranges.get(at) ?? { start: 0, end: 0 };
    },
  };
}

/** Offset of the bracket that opens one level too many; null where there is none. Brackets in texts and comments do not count. */
function depthExceeded(text: string): number | null {
  const token = /"(?:[^"\\\r\n]|\\[\s\S])*"?|\/\/[^\r\n]*|\/\*[\s\S]*?(?:\*\/|$)|[[{]|[\]}]/gu;
  let depth = 0;
  for (const match of text.matchAll(token)) {
    if (match[0] === "[" || match[0] === "{") depth++;
    else if (match[0] === "]" || match[0] === "}") depth--;
    if (depth > maxDepth) return match.index;
  }
  return null;
}

const sentences: Readonly<Record<string, string>> = {
  InvalidSymbol: "Unexpected word, expected a value in JSON",
  InvalidNumberFormat: "Unexpected form of a number, expected one as in JSON",
  PropertyNameExpected: "Unexpected text, expected a key in double quotes",
  ValueExpected: "Missing value",
  ColonExpected: "Missing colon after the key",
  CommaExpected: "Missing comma",
  CloseBraceExpected: "Missing closing brace",
  CloseBracketExpected: "Missing closing bracket",
  EndOfFileExpected: "Unexpected text after the end of the object",
  InvalidCommentToken: "Unexpected comment",
  UnexpectedEndOfComment: "Unexpected end of the file inside a comment",
  UnexpectedEndOfString: "Unexpected end of the line inside a text",
  UnexpectedEndOfNumber: "Unexpected end of a number",
  InvalidUnicode: "Unexpected Unicode escape, expected four hexadecimal digits",
  InvalidEscapeCharacter: "Unexpected escape in a text, expected one as in JSON",
  InvalidCharacter: "Unexpected control character in a text, expected an escape",
};

function problemOf({ error, offset, length }: ParseError, text: string): JsonProblem {
  const message = sentences[printParseErrorCode(error)] ?? "Unexpected text, expected JSON";
  return { message, range: { start: Math.min(offset, text.length), end: Math.min(offset + length, text.length) } };
}

function failed(message: string, start: number, length: number): JsonText {
  return { ok: false, problems: [{ message, range: { start, end: start + length } }] };
}

function rangeOf({ offset, length }: Node): Range {
  return { start: offset, end: offset + length };
}
