/**
 * The key of a member as it stands in a type, from its label in the normal form: in brackets stand the keys of index signatures, and
 * symbols. Null for a computed name of the source (`isWritten`), which means nothing elsewhere.
 */
export function keyText(label: string, isWritten: boolean): string | null {
  const index = /^\[keyword"(string|number|symbol)"\]$/u.exec(label);
  if (index !== null) return `[key: ${index[1]}]`;
  if (/^\[Symbol\.\w+\]$/u.test(label)) return label;
  return label.startsWith("[") && isWritten ? null : JSON.stringify(label);
}
