import { CST, Lexer } from "yaml";
import type { Range } from "../range.ts";

/** A bracket or quote that is never closed, by offsets of the YAML text, and what would close it. */
export interface Unclosed {
  readonly opens: string;
  readonly closes: string;
  readonly range: Range;
}

const closing: Readonly<Record<string, string>> = { "[": "]", "{": "}", '"': '"', "'": "'" };

/** The brackets and quotes that a text opens and never closes, in order. */
export function unclosedIn(text: string): readonly Unclosed[] {
  const found: Unclosed[] = [];
  const open: Unclosed[] = [];
  let offset = 0;
  for (const token of new Lexer().lex(text)) {
    const type = CST.tokenType(token);
    // A flow collection that breaks off closes all that it holds.
    if (type === "flow-error-end") found.push(...open.splice(0));
    if (type === "doc-mode" || type === "flow-error-end" || type === "scalar") continue;
    if (type === "flow-map-start" || type === "flow-seq-start") open.push(openingAt(offset, token));
    if (type === "flow-map-end" || type === "flow-seq-end") open.pop();
    if (isUnclosedQuote(type, token)) return [...found, openingAt(offset, token)];
    offset += token.length;
  }
  return [...found, ...open];
}

function openingAt(start: number, token: string): Unclosed {
  const opens = token.charAt(0);
  return { opens, closes: closing[opens] ?? "", range: { start, end: start + 1 } };
}

function isUnclosedQuote(type: string | null, token: string): boolean {
  if (type === "single-quoted-scalar") return !/^'(?:[^']|'')*'$/u.test(token);
  return type === "double-quoted-scalar" && !/^"(?:[^"\\]|\\[\s\S])*"$/u.test(token);
}
