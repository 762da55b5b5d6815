// Control, format (bidi, zero-width, tags), surrogate and separator characters, and what Unicode keeps free for more of them: what a
// person cannot see, or a terminal obeys.
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u{2060}-\u{206f}\u{e0000}-\u{e007f}]/gu;

const visible = (character: string) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;

/** Text for a terminal: every control, bidi and zero-width character but line feed and tab as a visible `\u{…}`. */
export function escapeControls(text: string): string {
  return text.replace(invisible, (character) =>
    character === "\n" || character === "\t" ? character : visible(character),
  );
}

/** The same for text that has to stay on one line: line feed and tab are made visible too. */
export function escapeLine(text: string): string {
  return text.replace(invisible, visible);
}

/** JSON text that shows the same characters as `\uXXXX`; it still says the same. Line feeds between tokens stay. */
export function escapeJson(json: string): string {
  return json.replace(invisible, (character) => {
    if (character === "\n") return character;
    const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
    return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
  });
}
