/** Texts of which each is decoded when it is asked for. */
export interface Column {
  readonly length: number;
  /** The text at an index; "" beyond the last. */
  at(index: number): string;
  all(): readonly string[];
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The bytes of a column and where each text begins in them, one more for the end. No text may hold a zero. */
export function encodeColumn(texts: readonly string[]): { readonly bytes: Uint8Array; readonly starts: Uint32Array } {
  const whole = texts.join("\0");
  const bytes = encoder.encode(whole);
  const starts = new Uint32Array(texts.length + 1);
  const isPlain = bytes.length === whole.length;
  let at = 0;
  for (const [index, text] of texts.entries()) {
    starts[index] = at;
    at += (isPlain ? text.length : encoder.encode(text).length) + 1;
  }
  starts[texts.length] = at;
  return { bytes, starts };
}

/** The column that the bytes hold. */
export function decodeColumn(bytes: Uint8Array, starts: Uint32Array): Column {
  const length = starts.length - 1;
  return {
    length,
    at: (index) => decoder.decode(bytes.subarray(starts[index] ?? 0, (starts[index + 1] ?? 1) - 1)),
    all: () => (length === 0 ? [] : decoder.decode(bytes).split("\0")),
  };
}
