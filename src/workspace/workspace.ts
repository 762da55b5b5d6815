import type { Config, Settings } from "../config/config.ts";
import type { DocumentFacts, DocumentModel, Status } from "../document/document.ts";
import type { TestFacts } from "../evidence/test-facts.ts";
import type { SourceFacts } from "../interface/source-facts.ts";
import type { InterfaceVerdict } from "../interface/verdict.ts";
import type { Range } from "../range.ts";
import type { Violation } from "../schema/violation.ts";
import type { ApprovalJudgement } from "./approvals/judgement.ts";

/** The class of a source (convention: the first that fits). */
export type SourceClass = "exempt" | "barrel" | "types" | "direct" | "designed" | "unclassified";

/** A source file: a code file under a source root, or one that a source imports from outside all roots. */
export interface Source {
  readonly path: string;
  readonly class: SourceClass;
  /** The component that it belongs to; null for barrels without a document, unclassified and most exempt sources. */
  readonly component: string | null;
  /** What it has to have beside it. */
  readonly owes: readonly ("design" | "test")[];
  readonly settings: Settings;
  readonly facts: SourceFacts;
  /** The source that imports it, where it lies outside all roots. */
  readonly importedBy: { readonly path: string; readonly range: Range } | null;
  /** The file could not be read: its facts are empty and mean nothing. */
  readonly unreadable?: true;
}

export type DocumentKind = "component" | "story" | "context";

/** A Markdown document of the design tree. */
export interface Document {
  readonly path: string;
  readonly kind: DocumentKind;
  readonly id: string;
  readonly settings: Settings;
  /** An `exempt` glob covers it, or it could not be read: no rule judges it. */
  readonly exempt: boolean;
  readonly facts: DocumentFacts;
  /** The model with localised headings brought to their canonical slugs; ranges likewise. */
  readonly model: DocumentModel;
  readonly ranges: Readonly<Record<string, Range>>;
  readonly status: Status | null;
  /** `type` of the frontmatter; null where it is missing or no string. */
  readonly type: string | null;
  /** From the frontmatter, else from the type. */
  readonly route: "design" | "direct";
  /** Slugs of the sections that the type's schema requires; empty where the type is unknown. */
  readonly required: readonly string[];
  /** Null where no schema is known for the type, or where the frontmatter could not be read. */
  readonly violations: readonly Violation[] | null;
}

export interface Test {
  readonly path: string;
  /** Null where it belongs to no component. */
  readonly component: string | null;
  /** The component that its path names, whether there is one or not, and where that one's source would be. */
  readonly claims?: { readonly id: string; readonly source: string };
  readonly settings: Settings;
  /** An `exempt` glob covers it, or it could not be read: no rule judges it. */
  readonly exempt: boolean;
  readonly facts: TestFacts;
}

/** A component: everything that shares one id. More than one of a kind is `structure/not-one-to-one`. */
export interface Component {
  readonly id: string;
  readonly settings: Settings;
  readonly sources: readonly Source[];
  readonly documents: readonly Document[];
  readonly tests: readonly Test[];
  /** Where its artefacts are or would be: first alternative of each pattern, the source's extension for the test. */
  readonly expected: { readonly source: string; readonly design: string; readonly test: string };
  /** Null unless there is exactly one source and one document and both could be read. */
  readonly interface: InterfaceVerdict | null;
}

/** A Markdown file under a design root that no pattern fits. */
export interface StrayDocument {
  readonly path: string;
  readonly settings: Settings;
}

/** A pattern or glob of a config that matches no file. */
export interface UnmatchedPattern {
  readonly what: "source" | "stories" | "contexts" | "exempt" | "overrides";
  readonly pattern: string;
  readonly path: string;
  readonly range: Range;
}

/** The index that rules query: everything that was found, related, and nothing computed twice. */
export interface Workspace {
  readonly config: Config;
  /** Sorted by path, like all lists here. */
  readonly sources: readonly Source[];
  readonly documents: readonly Document[];
  readonly tests: readonly Test[];
  readonly components: ReadonlyMap<string, Component>;
  readonly strays: readonly StrayDocument[];
  readonly unmatched: readonly UnmatchedPattern[];
  /** All file paths of the snapshot. */
  readonly paths: ReadonlySet<string>;
  /** Old path → new path of moved files, from git; empty unless some document or test lacks its source. */
  readonly moves: ReadonlyMap<string, string>;
  /** Anchors of a Markdown file that some document links to; undefined for files that were not read. */
  readonly anchors: ReadonlyMap<string, readonly string[]>;
  /** What was judged of approvals; missing where nobody asked. */
  readonly approvals?: ApprovalJudgement;
  /** Names of the types that have a schema, by scope settings. */
  typesOf(settings: Settings): readonly string[];
}
