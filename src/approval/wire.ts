/** The kinds of fields in SSH's wire format (RFC 4251, section 5): a length-prefixed string, four bytes, one byte. */
export type WireKind = "string" | "uint32" | "byte";

/** One buffer for each kind that was asked for. */
export type WireFields<K extends readonly WireKind[]> = { readonly [I in keyof K]: Buffer };

/** The fields of a message that has exactly these, in this order, and nothing after them; null for any other bytes. */
export function wireFields<const K extends readonly WireKind[]>(bytes: Buffer, kinds: K): WireFields<K> | null {
  const fields: Buffer[] = [];
  let at = 0;
  for (const kind of kinds) {
    const head = kind === "byte" ? 1 : 4;
    if (bytes.length - at < head) return null;
    const length = kind === "string" ? bytes.readUInt32BE(at) : 0;
    const end = at + head + length;
    if (end > bytes.length) return null;
    fields.push(bytes.subarray(kind === "string" ? at + head : at, end));
    at = end;
  }
  return at === bytes.length ? (fields as WireFields<K>) : null;
}

/** The string that a message begins with, as text of single bytes; null where it begins with none. */
export function leadingString(bytes: Buffer): string | null {
  if (bytes.length < 4) return null;
  const end = 4 + bytes.readUInt32BE(0);
  return end > bytes.length ? null : bytes.toString("latin1", 4, end);
}

/** Bytes as a length-prefixed string. */
export function wireString(bytes: Uint8Array | string): Buffer {
  const body = Buffer.from(bytes);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(body.length);
  return Buffer.concat([head, body]);
}

/** The magnitude of a positive `mpint`, without leading zeros; null where it is negative, zero or not in its one shortest form. */
export function positiveInteger(field: Buffer): Buffer | null {
  const [first, second = 0] = field;
  if (first === undefined || first >= 0x80) return null;
  if (first > 0) return field;
  return field.length > 1 && second >= 0x80 ? field.subarray(1) : null;
}
