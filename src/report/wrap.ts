/** Breaks a text at spaces so that no line is longer than `width`, where its words allow it; lines after the first are indented. */
export function wrap(text: string, width: number, indent: string): string {
  const lines: string[] = [];
  let line: string | null = null;
  for (const word of text.split(" ")) {
    const room = width - (lines.length > 0 ? indent.length : 0);
    if (line !== null && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else {
      line = line === null ? word : `${line} ${word}`;
    }
  }
  return [...lines, line ?? ""].join(`\n${indent}`);
}
