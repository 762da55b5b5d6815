import type { Range } from "../range.ts";
import type { Frontmatter } from "./frontmatter.ts";

/** Words that YAML's core schema reads as something else than text. */
const notText = /^(?:null|true|false)$/iu;
const text = /^[A-Za-z][\w./@-]*(?: [\w./@()-]+)*$/u;
const number = /^(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/u;
/** YAML allows keys of 1,024 characters; nobody writes one of 100. */
const field = /^([A-Za-z][A-Za-z\d-]{0,99}):(?: (\S.*))?$/u;
/** Frontmatter beyond this many characters is not read here. */
const longest = 20_000;

/**
 * Frontmatter that is written plainly: a line each for a key and its word, number or list in brackets. The same as the YAML parser's,
 * in a small part of the time; null where anything else stands in it.
 */
export function plainFrontmatter(yaml: string): Frontmatter | null {
  if (yaml.length > longest) return null;
  const ranges = new Map<string, Range>();
  const entries = new Map<string, unknown>();
  let start = 0;
  for (const line of yaml.split("\n")) {
    const end = start + line.length;
    if (line !== "") {
      const [, key = "", written = ""] = field.exec(line) ?? [];
      if (key === "" || written === "" || entries.has(key) || key === "status" || key === "approvals") return null;
      if (notText.test(key)) return null;
      const at = start + key.length + 2;
      const read = readValue(written, { ranges, pointer: `/${key}`, at });
      if (read === null) return null;
      ranges.set(`#/${key}`, { start, end: start + key.length });
      ranges.set(`/${key}`, { start: at, end });
      entries.set(key, read.value);
    }
    start = end + 1;
  }
  return { value: Object.fromEntries(entries), ranges, refusals: [] };
}

interface Place {
  readonly ranges: Map<string, Range>;
  readonly pointer: string;
  /** Offset at which the value begins. */
  readonly at: number;
}

function readValue(written: string, place: Place): { readonly value: unknown } | null {
  return written.startsWith("[") ? listOf(written, place) : scalarOf(written);
}

function listOf(written: string, { ranges, pointer, at }: Place): { readonly value: readonly unknown[] } | null {
  if (!written.endsWith("]")) return null;
  const inner = written.slice(1, -1);
  if (/^ *$/u.test(inner)) return { value: [] };
  const values: unknown[] = [];
  let offset = at + 1;
  for (const part of inner.split(",")) {
    const word = part.replace(/^ +| +$/gu, "");
    const item = scalarOf(word);
    if (item === null) return null;
    const start = offset + part.indexOf(word);
    ranges.set(`${pointer}/${values.length}`, { start, end: start + word.length });
    values.push(item.value);
    offset += part.length + 1;
  }
  return { value: values };
}

function scalarOf(word: string): { readonly value: unknown } | null {
  if (number.test(word)) return { value: Number(word) };
  return text.test(word) && !notText.test(word) ? { value: word } : null;
}
