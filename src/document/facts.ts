import type { DocumentFacts } from "./document.ts";
import { frontmatterOf } from "./frontmatter.ts";
import { markdownTree } from "./markdown.ts";
import type { Parsers } from "./parsers.ts";
import { plainReading } from "./plain-reading.ts";
import { type Reading, readDocument, signedPart } from "./reading.ts";

/** Everything that a run needs of a Markdown file. Total and pure: any bytes give facts; what is wrong stands in `problems`. */
export function documentFacts(bytes: Uint8Array): DocumentFacts {
  return readingOf(bytes).facts;
}

/** The signed content of a document (convention 5) for its digest; null where it has none. */
export function signedContent(bytes: Uint8Array): string | null {
  return signedPart(readingOf(bytes));
}

const parsers: Parsers = { tree: markdownTree, frontmatter: frontmatterOf };

function readingOf(bytes: Uint8Array): Reading {
  return plainReading(bytes) ?? readDocument(bytes, parsers);
}
