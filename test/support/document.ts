import type { Settings } from "../../src/config/config.ts";
import type { DocumentFacts, SectionModel } from "../../src/document/document.ts";
import { emptyFacts } from "../../src/document/empty-facts.ts";
import type { Document, Workspace } from "../../src/workspace/workspace.ts";

const place = { path: null, range: { start: 0, end: 0 } };

/** The settings of a project without a config, as far as rules read them. */
export const settings: Settings = {
  components: [],
  stories: { pattern: "docs/stories/{path}.md", base: "", place },
  contexts: { pattern: "docs/architecture/{path}.md", base: "", place },
  types: {},
  exempt: [],
  rules: {},
  overrides: [],
  headings: {},
  idPrefix: "",
};

const facts: DocumentFacts = {
  ...emptyFacts,
  model: { frontmatter: {}, title: "Greeting", lead: "Says hello.", sections: {}, words: 3 },
  hasDigest: true,
};

/** A document without findings; `more.facts` replaces single facts. */
export function document(more: Partial<Omit<Document, "facts">> & { facts?: Partial<DocumentFacts> } = {}): Document {
  return {
    path: "docs/design/greeting.md",
    kind: "component",
    id: "greeting",
    settings,
    exempt: false,
    model: facts.model,
    ranges: {},
    status: "implemented",
    type: "module",
    route: "design",
    required: [],
    violations: [],
    ...more,
    facts: { ...facts, ...more.facts },
  };
}

/** A section with nothing in it but what is given. */
export function section(more: Partial<SectionModel> = {}): SectionModel {
  return { heading: "Section", level: 2, text: "", code: [], items: [], tables: [], links: [], sections: {}, ...more };
}

/** A workspace of documents alone. */
export function workspaceOf(documents: readonly Document[], more: Partial<Workspace> = {}): Workspace {
  return {
    config: { scopes: [], notices: [] },
    sources: [],
    documents,
    tests: [],
    components: new Map(),
    strays: [],
    unmatched: [],
    paths: new Set(documents.map(({ path }) => path)),
    moves: new Map(),
    anchors: new Map(),
    typesOf: () => ["context", "module", "story", "types"],
    ...more,
  };
}
