import type { FileTable } from "../snapshot.ts";
import { type Column, decodeColumn, encodeColumn } from "./column.ts";
import type { Stamped } from "./run.ts";

/** The letters of what a file counts as in a summary. */
export type Role = "d" | "r" | "b" | "t" | "e" | "u" | "D" | "P" | "T" | "-";

/** What a whole run found, besides what it knows of each file. */
export interface SurveyHead {
  /** Everything that it holds for: config, flags, kind of snapshot. */
  readonly key: string;
  /** What was looked at outside the snapshot, and what was seen there. */
  readonly looked: readonly (readonly [question: string, answer: string])[];
  readonly findings: readonly Stamped[];
  /** Findings that suppressions held back. */
  readonly held: readonly Stamped[];
  /** Documents of components without a source, each with the place of that source. */
  readonly sourceless: readonly (readonly [document: string, source: string])[];
  /** Number of sources outside all roots. */
  readonly outside: number;
  /** Sources that declare something for files which do not import them; sorted. */
  readonly ambient: readonly string[];
  /** The list of files that the snapshot was told by, as its table names it. */
  readonly since?: FileTable["since"];
}

/** One file of a survey. */
export interface SurveyFile {
  readonly path: string;
  readonly id: string;
  readonly role: Role;
  /** What the file means for its importers; "" where nobody asked. */
  readonly own: string;
  readonly tokens: Iterable<number>;
}

/** What a whole run found, file by file, so that the next one looks only at what a change can have touched. */
export interface Survey {
  readonly head: SurveyHead;
  /** Sorted; the three others go with it. */
  readonly paths: Column;
  readonly ids: Column;
  readonly owns: Column;
  readonly roles: string;
  /** Sorted tokens, and the index of the file that each belongs to. */
  readonly tokens: Uint32Array;
  readonly owners: Uint32Array;
}

/**
 * The bytes of a survey: first how many parts there are and how long each is, then the parts, each from a multiple of four. Numbers
 * are in the machine's byte order.
 */
export function encodeSurvey(head: SurveyHead, files: readonly SurveyFile[]): Uint8Array {
  const text = (value: string): Uint8Array => new TextEncoder().encode(value);
  const numbers = ({ buffer }: Uint32Array): Uint8Array => new Uint8Array(buffer);
  const columns = [
    encodeColumn(files.map(({ path }) => path)),
    encodeColumn(files.map(({ id }) => id)),
    encodeColumn(files.map(({ own }) => own)),
  ];
  const pairs = files.flatMap(({ tokens }, owner) => [...tokens].map((token) => token * 2 ** 21 + owner));
  const sorted = Float64Array.from(pairs).sort();
  return joined([
    text(JSON.stringify(head)),
    text(files.map(({ role }) => role).join("")),
    ...columns.flatMap(({ bytes, starts }) => [bytes, numbers(starts)]),
    numbers(Uint32Array.from(sorted, (pair) => Math.floor(pair / 2 ** 21))),
    numbers(Uint32Array.from(sorted, (pair) => pair % 2 ** 21)),
  ]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const lengths = Uint32Array.of(parts.length, ...parts.map(({ length }) => length));
  const size = parts.reduce((sum, { length }) => sum + length + padding(length), lengths.byteLength);
  const bytes = new Uint8Array(size);
  bytes.set(new Uint8Array(lengths.buffer));
  let at = lengths.byteLength;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length + padding(part.length);
  }
  return bytes;
}

function partsOf(bytes: Uint8Array): readonly Uint8Array[] {
  const count = numbersIn(bytes.subarray(0, 4))[0] ?? 0;
  let at = 4 * (count + 1);
  return Array.from(numbersIn(bytes.subarray(4, at)), (length) => {
    const part = bytes.subarray(at, at + length);
    at += length + padding(length);
    return part;
  });
}

/** More files than any survey has; larger repositories are judged as a whole. */
export const mostFiles = 2 ** 21;

/** The survey that the bytes hold, for this key; null where it is one of other circumstances. The bytes have to be whole. */
export function decodeSurvey(bytes: Uint8Array, key: string): Survey | null {
  const parts = partsOf(bytes);
  const part = (index: number): Uint8Array => parts[index] ?? new Uint8Array();
  const text = (index: number): string => new TextDecoder().decode(part(index));
  const head = JSON.parse(text(0)) as SurveyHead;
  if (head.key !== key) return null;
  const column = (index: number): Column => decodeColumn(part(index), numbersIn(part(index + 1)));
  return {
    head,
    roles: text(1),
    paths: column(2),
    ids: column(4),
    owns: column(6),
    tokens: numbersIn(part(8)),
    owners: numbersIn(part(9)),
  };
}

/** The indices of the files that have a token. */
export function filesWith({ tokens, owners }: Survey, token: number): readonly number[] {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((tokens[middle] ?? 0) < token) low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  for (let index = low; tokens[index] === token; index++) found.push(owners[index] ?? 0);
  return found;
}

/** A copy where it has to be one, since bytes of a file begin anywhere. */
function numbersIn(bytes: Uint8Array): Uint32Array {
  const { buffer, byteOffset, length } = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
  return new Uint32Array(buffer, byteOffset, length / 4);
}

/** The index of a path; -1 where the survey does not have it. */
export function indexOf({ paths }: Pick<Survey, "paths">, path: string): number {
  let [low, high] = [0, paths.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (paths.at(middle) < path) low = middle + 1;
    else high = middle;
  }
  return low < paths.length && paths.at(low) === path ? low : -1;
}

/** Numbers begin at a multiple of four. */
function padding(length: number): number {
  return (4 - (length % 4)) % 4;
}
