import type { Root } from "mdast";
import { plainFrontmatter } from "./plain-frontmatter.ts";
import { plainMarkdown } from "./plain-markdown.ts";
import { type Reading, readDocument } from "./reading.ts";

/**
 * What a plainly written document says, as most are, without the parsers of Markdown and YAML, which take longer to load than such a
 * document takes to read; null where it takes these parsers.
 */
export function plainReading(bytes: Uint8Array): Reading | null {
  let isPlain = true;
  const orElse = <T>(read: T | null, otherwise: T): T => {
    isPlain &&= read !== null;
    return read ?? otherwise;
  };
  const reading = readDocument(bytes, {
    tree: (text) => orElse<Root>(plainMarkdown(text), { type: "root", children: [] }),
    frontmatter: (yaml) => orElse(plainFrontmatter(yaml), { value: {}, ranges: new Map(), refusals: [] }),
  });
  return isPlain ? reading : null;
}
