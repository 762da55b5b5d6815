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
  /** Sorted; the three lists go with it. */
  readonly paths: readonly string[];
  readonly ids: readonly string[];
  readonly owns: readonly string[];
  readonly roles: string;
  /** Sorted tokens, and the index of the file that each belongs to. */
  readonly tokens: Uint32Array;
  readonly owners: Uint32Array;
}

/** The bytes of a survey: the length of its text, the text, then tokens and owners in the machine's byte order. */
export function encodeSurvey(head: SurveyHead, files: readonly SurveyFile[]): Uint8Array {
  const column = (of: (file: SurveyFile) => string): string[] => files.map(of);
  const parts = [
    JSON.stringify(head),
    ...column(({ path }) => path),
    ...column(({ id }) => id),
    ...column(({ own }) => own),
    column(({ role }) => role).join(""),
  ];
  const text = new TextEncoder().encode(parts.join("\0"));
  const pairs = files.flatMap(({ tokens }, owner) => [...tokens].map((token) => token * 2 ** 21 + owner));
  const sorted = Float64Array.from(pairs).sort();
  const start = 4 + text.length + padding(text.length);
  const bytes = new Uint8Array(start + sorted.length * 8);
  new Uint32Array(bytes.buffer, 0, 1)[0] = text.length;
  bytes.set(text, 4);
  const numbers = new Uint32Array(bytes.buffer, start);
  for (const [index, pair] of sorted.entries()) {
    numbers[index] = Math.floor(pair / 2 ** 21);
    numbers[sorted.length + index] = pair % 2 ** 21;
  }
  return bytes;
}

/** More files than any survey has; larger repositories are judged as a whole. */
export const mostFiles = 2 ** 21;

/** The survey that the bytes hold, for this key; null where it is one of other circumstances. The bytes have to be whole. */
export function decodeSurvey(bytes: Uint8Array, key: string): Survey | null {
  const length = new Uint32Array(aligned(bytes, 0, 4))[0] ?? 0;
  const parts = new TextDecoder().decode(bytes.subarray(4, 4 + length)).split("\0");
  const head = JSON.parse(parts[0] ?? "null") as SurveyHead | null;
  if (head?.key !== key) return null;
  const count = (parts.length - 2) / 3;
  const numbers = new Uint32Array(aligned(bytes, 4 + length + padding(length), bytes.length));
  const half = numbers.length / 2;
  return {
    head,
    paths: parts.slice(1, 1 + count),
    ids: parts.slice(1 + count, 1 + 2 * count),
    owns: parts.slice(1 + 2 * count, 1 + 3 * count),
    roles: parts.at(-1) ?? "",
    tokens: numbers.subarray(0, half),
    owners: numbers.subarray(half),
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

/** A copy, since bytes of a file begin anywhere. */
function aligned(bytes: Uint8Array, start: number, end: number): ArrayBuffer {
  return new Uint8Array(bytes.subarray(start, end)).buffer;
}

/** The index of a path; -1 where the survey does not have it. */
export function indexOf({ paths }: Pick<Survey, "paths">, path: string): number {
  let [low, high] = [0, paths.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((paths[middle] ?? "") < path) low = middle + 1;
    else high = middle;
  }
  return paths[low] === path ? low : -1;
}

/** Numbers begin at a multiple of four. */
function padding(length: number): number {
  return (4 - (length % 4)) % 4;
}
