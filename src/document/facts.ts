import type { DocumentFacts } from "./document.ts";
import { frontmatterOf } from "./frontmatter.ts";
import { markdownTree } from "./markdown.ts";
import type { Parsers } from "./parsers.ts";
import { plainFrontmatter } from "./plain-frontmatter.ts";
import { plainMarkdown } from "./plain-markdown.ts";
import { type Reading, readDocument, signedPart } from "./reading.ts";

/** Everything that a run needs of a Markdown file. Total and pure: any bytes give facts; what is wrong stands in `problems`. */
export function documentFacts(bytes: Uint8Array): DocumentFacts {
  return readingOf(bytes).facts;
}

/** The signed content of a document (convention 5) for its digest; null where it has none. */
export function signedContent(bytes: Uint8Array): string | null {
  return signedPart(readingOf(bytes));
}

const parsers: Parsers = {
  tree: (text) => plainMarkdown(text) ?? markdownTree(text),
  frontmatter: (yaml) => plainFrontmatter(yaml) ?? frontmatterOf(yaml),
};

function readingOf(bytes: Uint8Array): Reading {
  return readDocument(bytes, parsers);
}
