import picocolors from "picocolors";

type Colors = ReturnType<typeof picocolors.createColors>;

interface Line {
  readonly text: string;
  readonly inFence: boolean;
}

/** Tells the lines of fenced blocks, fences included, from the others. */
function withFences(lines: readonly string[]): readonly Line[] {
  let fence: string | null = null;
  return lines.map((text) => {
    const marker = /^(`{3,}|~{3,})(.*)$/u.exec(text);
    const run = marker?.[1] ?? "";
    if (fence === null) {
      if (run !== "") fence = run;
      return { text, inFence: run !== "" };
    }
    const closes = run.startsWith(fence) && marker?.[2]?.trim() === "";
    if (closes) fence = null;
    return { text, inFence: true };
  });
}

function withoutFrontmatter(markdown: string): string {
  return markdown.replace(/^---\r?\n[\s\S]*?\r?\n---\r?\n\s*/u, "");
}

/** The Interface of a rule is the same for all rules and says nothing to their users. */
function withoutInterface(lines: readonly Line[]): readonly Line[] {
  let skipping = false;
  return lines.filter(({ text, inFence }) => {
    if (!inFence && /^#{1,2} /u.test(text)) skipping = /^## Interface\s*$/u.test(text);
    return !skipping;
  });
}

function styled({ text, inFence }: Line, colors: Colors): string {
  if (inFence) return /^(?:`{3,}|~{3,})/u.test(text) ? colors.dim(text) : text;
  if (text.startsWith("#")) return colors.bold(text);
  return text.replace(/`([^`]+)`/gu, (_, code: string) => colors.cyan(code));
}

/** A rule's page as a person reads it at a terminal: without frontmatter and Interface, headings and code set off by colour. */
export function renderPage(markdown: string, color: boolean): string {
  const colors = picocolors.createColors(color);
  const lines = withoutInterface(withFences(withoutFrontmatter(markdown).split(/\r?\n/u)));
  return `${lines
    .map((line) => (color ? styled(line, colors) : line.text))
    .join("\n")
    .trimEnd()}\n`;
}
