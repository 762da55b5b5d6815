import { createHash } from "node:crypto";
import type { Diagnostic } from "../engine/report.ts";
import { lineRange, lineStarts } from "../range.ts";

type LineReader = (line: number) => string | undefined;

function lineReader(text: string | undefined): LineReader {
  if (text === undefined) return () => undefined;
  const starts = lineStarts(text);
  return (line) => {
    const { start, end } = lineRange(text, starts, line);
    return text.slice(start, end).trim();
  };
}

/**
 * One identity for each diagnostic that survives moved lines: a hash of rule, path and the text of its line (the message
 * where no text is known), then which of several equal ones it is, counted from 1.
 */
export function fingerprints(
  diagnostics: readonly Diagnostic[],
  text: (path: string) => string | undefined,
): readonly string[] {
  const readers = new Map<string, LineReader>();
  const seen = new Map<string, number>();
  return diagnostics.map(({ path, rule, range, message }) => {
    const reader = readers.get(path) ?? lineReader(text(path));
    readers.set(path, reader);
    const content = JSON.stringify([rule, path, reader(range.start.line) ?? message]);
    const hash = createHash("sha256").update(content).digest("hex").slice(0, 16);
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    return `${hash}:${count}`;
  });
}
