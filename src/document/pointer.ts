/** A JSON pointer (RFC 6901) below another one: each segment escaped and added. */
export function pointer(base: string, ...segments: readonly (string | number)[]): string {
  return base + segments.map((segment) => `/${String(segment).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
