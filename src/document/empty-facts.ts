import type { DocumentFacts } from "./document.ts";

/** The facts of a document of which nothing is known, and which therefore has no digest. */
export const emptyFacts: DocumentFacts = {
  problems: [],
  model: { frontmatter: {}, title: "", lead: "", sections: {}, words: 0 },
  ranges: {},
  status: null,
  approvals: null,
  blocks: [],
  links: [],
  anchors: [],
  suppressions: [],
  hasDigest: false,
};
