import { isMap, isScalar, isSeq, type Pair, parseDocument, Scalar, type YAMLMap } from "yaml";
import type { Range } from "../range.ts";
import { pointer } from "./pointer.ts";
import { type YamlRefusal, yamlTokens } from "./yaml-tokens.ts";
import { unclosedIn } from "./yaml-unclosed.ts";

/** Frontmatter as plain JSON. `ranges`: JSON pointer → its value, `#` + pointer → its key, by offsets of the YAML text. */
export interface Frontmatter {
  readonly value: Readonly<Record<string, unknown>>;
  readonly ranges: ReadonlyMap<string, Range>;
  readonly refusals: readonly YamlRefusal[];
}

/** Frontmatter longer than this many characters is not read. */
export const maxFrontmatterLength = 65_536;

interface Reading {
  readonly text: string;
  readonly ranges: Map<string, Range>;
  readonly refusals: YamlRefusal[];
}

const hidden = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;

/** Reads strict YAML 1.2: the mapping as JSON and every refusal; an empty mapping where nothing can be read. */
export function frontmatterOf(text: string): Frontmatter {
  const reading: Reading = { text, ranges: new Map(), refusals: [] };
  if (text.length > maxFrontmatterLength) {
    const message = `Unexpected length of ${text.length} characters, expected at most ${maxFrontmatterLength} (64 KiB)`;
    refuse(reading, { start: 0, end: 0 }, { message, mend: "Shorten the frontmatter" });
    return { value: {}, ranges: reading.ranges, refusals: reading.refusals };
  }
  refuseDecomposed(reading);
  const tokens = yamlTokens(text);
  reading.refusals.push(...tokens.refusals);
  const value = tokens.tooDeep ? {} : topLevel(reading);
  return { value, ranges: reading.ranges, refusals: reading.refusals };
}

function topLevel(reading: Reading): Readonly<Record<string, unknown>> {
  const document = parseDocument(reading.text, {
    version: "1.2",
    schema: "core",
    merge: false,
    uniqueKeys: false,
    strict: true,
    prettyErrors: false,
    logLevel: "silent",
  });
  const unclosed = refuseUnclosed(reading);
  for (const error of document.errors) {
    if (unclosed && aboutEnd.test(error.message)) continue;
    const range = clamp(reading.text, error.pos[0], Math.max(error.pos[1], error.pos[0] + 1));
    refuse(reading, range, { message: `Unexpected YAML: ${error.message}`, mend: "Correct the YAML" });
  }
  const root = document.contents;
  if (root === null || (isScalar(root) && root.value === null)) return {};
  const range = clamp(reading.text, root.range?.[0] ?? 0, root.range?.[1] ?? 0);
  const mend = "Write one `key: value` on each line";
  if (!isMap(root) || root.flow === true) {
    const message = "Unexpected value, expected a mapping with one key on each line";
    refuse(reading, range, { message, mend });
    return {};
  }
  return mapping(root, { reading, at: "", depth: 0 });
}

/** The parser's errors about a missing end, which it places where the text ends. */
const aboutEnd = /^Missing closing|end with a [\]}]$/u;

function refuseUnclosed(reading: Reading): boolean {
  const unclosed = unclosedIn(reading.text);
  for (const { opens, closes, range } of unclosed) {
    const message = `Unexpected \`${opens}\` that is never closed, expected \`${closes}\``;
    refuse(reading, range, { message, mend: `Write the \`${closes}\`` });
  }
  return unclosed.length > 0;
}

interface Place {
  readonly reading: Reading;
  readonly at: string;
  readonly depth: number;
}

function jsonOf(node: unknown, place: Place): unknown {
  if (isScalar(node)) return scalar(node, place.reading);
  if (isMap(node)) return mapping(node, place);
  if (isSeq(node)) {
    return node.items.map((item, index) => {
      const at = pointer(place.at, index);
      place.reading.ranges.set(at, rangeOf(item, place.reading.text, 0));
      return jsonOf(item, { ...place, at, depth: place.depth + 1 });
    });
  }
  return null;
}

function mapping(map: YAMLMap, place: Place): Readonly<Record<string, unknown>> {
  const entries = new Map<string, unknown>();
  for (const pair of map.items) {
    const key = keyOf(pair, place);
    if (key === null) continue;
    const range = rangeOf(pair.key, place.reading.text, 0);
    if (entries.has(key)) {
      refuse(place.reading, range, { message: `Unexpected second key \`${key}\``, mend: `Keep one \`${key}\`` });
      continue;
    }
    const at = pointer(place.at, key);
    place.reading.ranges.set(`#${at}`, range);
    place.reading.ranges.set(
      at,
      rangeOf(pair.value, place.reading.text, Math.min(range.end + 1, place.reading.text.length)),
    );
    entries.set(key, jsonOf(pair.value, { ...place, at, depth: place.depth + 1 }));
  }
  return Object.fromEntries(entries);
}

/** The key of a pair as text; null (and a refusal) where it is none that frontmatter may have. */
function keyOf(pair: Pair, { reading, depth }: Place): string | null {
  const range = rangeOf(pair.key, reading.text, 0);
  if (!isScalar(pair.key) || (pair.key.value === null && (pair.key.source ?? "") === "")) {
    refuse(reading, range, { message: "Unexpected key, expected plain text", mend: "Write a plain key" });
    return null;
  }
  const plain = pair.key.type === Scalar.PLAIN;
  const key = plain ? (pair.key.source ?? String(pair.key.value)) : String(pair.key.value);
  if (plain && key === "<<")
    refuse(reading, range, { message: "Unexpected merge key `<<`", mend: "Write the keys out" });
  if (!plain && depth === 0) {
    refuse(reading, range, { message: `Unexpected quoted key \`${key}\``, mend: "Write the key without quotes" });
  }
  if (depth === 0 && (key === "status" || key === "approvals")) {
    const message = `Unexpected spelling of the key \`${key}\`, expected \`${key}:\` at the beginning of a line`;
    refuse(reading, range, { message, mend: `Write \`${key}:\` at the end of the frontmatter` });
  }
  refuseHidden(key, range, reading);
  return key;
}

function scalar(node: Scalar, reading: Reading): unknown {
  const { value } = node;
  const range = rangeOf(node, reading.text, 0);
  if (typeof value === "string") refuseHidden(value, range, reading);
  if (typeof value !== "number") return typeof value === "string" || typeof value === "boolean" ? value : null;
  if (Number.isFinite(value)) return value === 0 ? 0 : value;
  refuse(reading, range, {
    message: `Unexpected \`${node.source}\`, expected a finite number`,
    mend: "Write a number",
  });
  return null;
}

/** Escapes can write what the text itself may not hold. */
function refuseHidden(value: string, range: Range, reading: Reading): void {
  const mend = "Write the text without it";
  if (hidden.test(value)) refuse(reading, range, { message: "Unexpected escaped control character", mend });
  const source = reading.text.slice(range.start, range.end);
  if (value !== value.normalize("NFC") && source === source.normalize("NFC")) {
    refuse(reading, range, { message: "Unexpected escaped text, expected Unicode NFC", mend });
  }
}

function refuseDecomposed(reading: Reading): void {
  if (reading.text === reading.text.normalize("NFC")) return;
  let start = 0;
  for (const line of reading.text.split("\n")) {
    const words = { message: "Unexpected decomposed text, expected Unicode NFC", mend: "Normalise the line to NFC" };
    if (line !== line.normalize("NFC")) refuse(reading, { start, end: start + line.length }, words);
    start += line.length + 1;
  }
}

function refuse(reading: Reading, range: Range, words: { message: string; mend: string }): void {
  reading.refusals.push({ ...words, range });
}

/** The place of a node without white space at its end; an empty place where the node is missing. */
function rangeOf(node: unknown, text: string, otherwise: number): Range {
  const range = (node as { range?: readonly [number, number, number] | null } | null)?.range;
  if (range === null || range === undefined) return { start: otherwise, end: otherwise };
  return clamp(text, range[0], range[1]);
}

function clamp(text: string, start: number, end: number): Range {
  const from = Math.min(Math.max(start, 0), text.length);
  let to = Math.min(Math.max(end, from), text.length);
  while (to > from && /\s/u.test(text.charAt(to - 1))) to--;
  return { start: from, end: to };
}
