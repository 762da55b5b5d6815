import type { DocumentProblem } from "./document.ts";

/** Documents larger than this many bytes are not read. */
export const maxDocumentBytes = 1_048_576;

/** The text of a file and what is wrong with its characters. */
export interface Decoded {
  /** The file's text; offsets into it are file offsets. A byte order mark stays in it, bad bytes are U+FFFD. */
  readonly text: string;
  /** The same text, equally long, with every forbidden character but a leading byte order mark as U+FFFD: safe to parse. */
  readonly clean: string;
  readonly problems: readonly DocumentProblem[];
}

const maxProblems = 20;
const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|\r(?!\n)/gu;

/** Reads bytes as UTF-8 the way all offsets of this tool count: nothing is stripped, bad bytes become U+FFFD. */
export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

/** Reads bytes as UTF-8 and reports each character that a document must not hold (the first 20 of them). */
export function decode(bytes: Uint8Array): Decoded {
  const text = decodeText(bytes);
  const problems: DocumentProblem[] = [];
  const bad = firstBadByte(bytes);
  if (bad !== null) problems.push(badByte(bytes, bad));
  for (const match of text.matchAll(forbidden)) {
    if (problems.length === maxProblems) break;
    problems.push(badCharacter(match[0], match.index));
  }
  const clean = text.replace(forbidden, (character, offset: number) =>
    character === "\ufeff" && offset === 0 ? character : "\ufffd",
  );
  return { text, clean, problems };
}

function badByte(bytes: Uint8Array, at: number): DocumentProblem {
  const start = decodeText(bytes.subarray(0, at)).length;
  const hex = (bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, "0");
  return {
    rule: "document/encoding",
    message: `Unexpected byte 0x${hex}, expected UTF-8`,
    range: { start, end: start + 1 },
    mend: "Save the file as UTF-8",
    voidsDigest: true,
  };
}

function badCharacter(character: string, start: number): DocumentProblem {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  const range = { start, end: start + 1 };
  const base = { rule: "document/encoding", range, voidsDigest: true } as const;
  if (character === "\ufeff") {
    const splices = [{ range, text: "" }];
    return { ...base, message: "Unexpected byte order mark", mend: "Save the file as UTF-8 without BOM", splices };
  }
  if (character === "\r") {
    return { ...base, message: "Unexpected carriage return without a line feed", mend: "End lines with LF or CRLF" };
  }
  return { ...base, message: `Unexpected ${kindOf(character)} U+${code}`, mend: "Delete the character" };
}

function kindOf(character: string): string {
  return character > "\u009f" ? "bidirectional control character" : "control character";
}

/** Offset of the first byte that is not part of well-formed UTF-8 (Unicode, table 3-7), null where all are. */
function firstBadByte(bytes: Uint8Array): number | null {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return null;
  } catch {
    let offset = 0;
    for (let length = 1; length > 0; offset += length) length = sequenceLength(bytes, offset);
    return offset;
  }
}

/** Length of the UTF-8 sequence that begins at an offset; 0 where none does. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at];
  if (lead === undefined) return 0;
  if (lead < 0x80) return 1;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const second = bytes[at + 1] ?? 0;
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < low || second > high) return 0;
  for (let index = 2; index < length; index++) {
    if (((bytes[at + index] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return length;
}
