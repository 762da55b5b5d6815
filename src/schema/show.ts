/** The longest piece of a value that a sentence repeats. */
const longest = 60;

/** A value as a sentence shows it: scalars in backticks and on one line, a list or an object by its kind. */
export function show(value: unknown): string {
  if (typeof value === "string") return quote(value);
  if (value === null || typeof value !== "object") return quote(String(value));
  return nameOfType(value);
}

/** Values in backticks with commas between; a long list is cut. */
export function showList(values: readonly unknown[]): string {
  const shown = values.slice(0, 16).map(show);
  return values.length > shown.length
    ? `${shown.join(", ")} and ${values.length - shown.length} more`
    : shown.join(", ");
}

/** What a JSON value is, in one word. */
export function nameOfType(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "list";
  if (typeof value === "string") return "text";
  if (typeof value === "boolean") return String(value);
  return typeof value;
}

function quote(text: string): string {
  const line = text.replace(/\s+/gu, " ");
  return `\`${line.length > longest ? `${line.slice(0, longest - 1)}…` : line}\``;
}
