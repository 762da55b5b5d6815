/** A heading as its section key and anchor: lower case, letters, digits, `-` and `_` of any script, spaces as `-` (GitHub). */
export function slug(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
    .replaceAll(" ", "-");
}
