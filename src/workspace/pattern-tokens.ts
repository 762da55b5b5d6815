/** A piece of a pattern. `optionalSlash`: the slash after `{dir}` belongs to it, since both go where the path is one segment. */
export type PatternToken =
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "placeholder"; readonly name: string; readonly optionalSlash: boolean }
  | { readonly kind: "alternatives"; readonly texts: readonly string[] };

/** Splits a pattern into literals, `{name}` and `{a,b}`; braces that are neither are literal text. */
export function parsePattern(pattern: string): readonly PatternToken[] {
  const tokens: PatternToken[] = [];
  let position = 0;
  for (const match of pattern.matchAll(/\{([^{}]*)\}/gu)) {
    const token = braces(match[1] ?? "");
    if (token === null) continue;
    if (match.index > position) tokens.push({ kind: "literal", text: pattern.slice(position, match.index) });
    position = match.index + match[0].length;
    const takesSlash = token.kind === "placeholder" && token.name === "dir" && pattern[position] === "/";
    tokens.push(takesSlash ? { ...token, optionalSlash: true } : token);
    if (takesSlash) position++;
  }
  if (position < pattern.length) tokens.push({ kind: "literal", text: pattern.slice(position) });
  return tokens;
}

function braces(content: string): PatternToken | null {
  if (content.includes(",")) return { kind: "alternatives", texts: content.split(",") };
  const isName = /^[A-Za-z][\w-]*$/u.test(content);
  return isName ? { kind: "placeholder", name: content, optionalSlash: false } : null;
}
