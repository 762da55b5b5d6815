/** The share of two texts' bytes that stands in lines which both have, 0 to 1; empty files are like nothing. */
export function similarity(a: Uint8Array, b: Uint8Array): number {
  const larger = Math.max(a.length, b.length);
  if (larger === 0) return 0;
  const counts = new Map<string, number>();
  for (const line of lines(a)) counts.set(line, (counts.get(line) ?? 0) + 1);
  let shared = 0;
  for (const line of lines(b)) {
    const left = counts.get(line) ?? 0;
    if (left === 0) continue;
    counts.set(line, left - 1);
    shared += line.length;
  }
  return shared / larger;
}

/** Lines with their line feeds, one character a byte. */
function lines(bytes: Uint8Array): readonly string[] {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    .toString("latin1")
    .split(/(?<=\n)/u);
}
