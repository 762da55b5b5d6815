/** Texts by path: a small project in memory. */
export type Files = Readonly<Record<string, string>>;

/** What a fixture expects: a finding on this line whose message contains the text. */
export interface Want {
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
}

const comment = /[ \t]*(?:<!--|\/\/|#)[ \t]*want((?:[ \t]+"[^"\n]*")+)(?:[ \t]*-->)?/gu;

/**
 * Takes the expectations (`// want "…"`, `# want "…"`, `<!-- want "…" -->`) out of a fixture, so that the tool judges
 * files as people write them; the lines keep their numbers.
 */
export function readFixture(files: Files): { readonly files: Files; readonly wants: readonly Want[] } {
  const wants = Object.entries(files).flatMap(([path, text]) =>
    text.split("\n").flatMap((line, index) =>
      [...line.matchAll(comment)].flatMap((match) =>
        [...(match[1] ?? "").matchAll(/"([^"]*)"/gu)].map(([, wanted = ""]) => ({
          path,
          line: index + 1,
          text: wanted,
        })),
      ),
    ),
  );
  const plain = Object.entries(files).map(([path, text]) => [path, text.replace(comment, "")]);
  return { files: Object.fromEntries(plain), wants };
}

/**
 * The files of the fenced blocks under a heading of a page, whose info strings are `<lang> <path>`. A page can show what
 * it must not hold itself: an indented block loses its indentation, and `\u{202E}` stands for that character.
 */
export function pageFiles(page: string, heading: string): Files {
  return Object.fromEntries(
    blocks(page, heading).flatMap(({ path, text, isBefore }) => (isBefore ? [] : [[path, text]])),
  );
}

/** The files of the base: those of the heading, but for the blocks whose info string ends in `before`; undefined without such a block. */
export function pageBase(page: string, heading: string): Files | undefined {
  const before = blocks(page, heading).filter(({ isBefore }) => isBefore);
  if (before.length === 0) return undefined;
  return { ...pageFiles(page, heading), ...Object.fromEntries(before.map(({ path, text }) => [path, text])) };
}

interface PageFile {
  readonly path: string;
  readonly text: string;
  readonly isBefore: boolean;
}

function blocks(page: string, heading: string): readonly PageFile[] {
  const files: PageFile[] = [];
  let section = "";
  let open: OpenBlock | null = null;
  for (const line of page.split("\n")) {
    if (open !== null && line.trimEnd() === open.indent + open.fence) {
      const { path, isBefore, lines } = open;
      if (path !== undefined && section === heading)
        files.push({ path, isBefore, text: unescaped(`${lines.join("\n")}\n`) });
      open = null;
    } else if (open !== null) open.lines.push(line.startsWith(open.indent) ? line.slice(open.indent.length) : line);
    else open = openBlock(line);
    if (open === null && line.startsWith("## ")) section = line.slice(3).trim();
  }
  return files;
}

interface OpenBlock {
  readonly indent: string;
  readonly fence: string;
  readonly path: string | undefined;
  readonly isBefore: boolean;
  readonly lines: string[];
}

function openBlock(line: string): OpenBlock | null {
  const match = /^( {0,3})(`{3,})\S*[ \t]*(\S+)?(?:[ \t]+(before))?/u.exec(line);
  if (match === null) return null;
  const [, indent = "", fence = "", path, before] = match;
  return { indent, fence, path, isBefore: before !== undefined, lines: [] };
}

function unescaped(text: string): string {
  return text.replace(/\\u\{([\da-f]+)\}/giu, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
}
