import type { Splice } from "../edit.ts";
import type { Range } from "../range.ts";
import type { Suppression } from "../suppression.ts";

/** What schemas validate: the signed content of a document, without tracking block and Notes. */
export interface DocumentModel {
  readonly frontmatter: Readonly<Record<string, unknown>>;
  readonly title: string;
  readonly lead: string;
  readonly sections: Readonly<Record<string, SectionModel>>;
  /** Words of the body, code blocks left out. */
  readonly words: number;
}

/** One heading and what stands under it, up to the next heading of the same or a higher level. */
export interface SectionModel {
  readonly heading: string;
  readonly level: number;
  /** Plain text of the paragraphs, list items and table cells, subsections left out. */
  readonly text: string;
  readonly code: readonly CodeModel[];
  readonly items: readonly ItemModel[];
  readonly tables: readonly TableModel[];
  readonly links: readonly string[];
  readonly sections: Readonly<Record<string, SectionModel>>;
}

export interface CodeModel {
  readonly lang: string;
  readonly meta: string;
  readonly text: string;
}

/** A list item; `id` is the inline code that it begins with (`` - `id`: text ``), "" without one. */
export interface ItemModel {
  readonly id: string;
  readonly text: string;
}

export interface TableModel {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The rules that find their findings in a document's own bytes. */
export type DocumentProblemRule =
  | "document/encoding"
  | "document/conflict-marker"
  | "document/frontmatter"
  | "document/notes"
  | "document/placeholder"
  | "document/schema"
  | "document/tracking-order";

/** Something wrong in a document's own bytes, seen without config or any other file. */
export interface DocumentProblem {
  readonly rule: DocumentProblemRule;
  readonly message: string;
  readonly range: Range;
  /** How to mend it, in the imperative. */
  readonly mend: string;
  /** Edits that mend it mechanically. */
  readonly splices?: readonly Splice[];
  /** True where the document has no digest (and so can carry no approval) because of this problem. */
  readonly voidsDigest: boolean;
}

export type Status = "draft" | "planned" | "implemented" | "deprecated";

/** A fenced block of the document; `range` is its code in the file, `lines` maps it back where line ends or indents differ. */
export interface CodeBlock {
  /** Slugs of the headings that it stands under, outermost first. */
  readonly section: readonly string[];
  readonly lang: string;
  readonly text: string;
  readonly range: Range;
  /** File offset at which each line of `text` begins. */
  readonly lines: readonly number[];
}

export interface LinkFact {
  readonly target: string;
  readonly range: Range;
}

/** Everything that a run needs of one Markdown file; plain data, a function of the file's bytes alone. */
export interface DocumentFacts {
  readonly problems: readonly DocumentProblem[];
  readonly model: DocumentModel;
  /** JSON pointer into `model` → range in the file. A field's pointer spans its value; `#/pointer` spans its key or heading line. */
  readonly ranges: Readonly<Record<string, Range>>;
  /** `status` of the tracking block; null where it is missing or malformed. */
  readonly status: { readonly value: Status; readonly range: Range } | null;
  /** The text under `approvals:` as it stands in the file, "" without entries. */
  readonly approvals: { readonly text: string; readonly range: Range } | null;
  readonly blocks: readonly CodeBlock[];
  readonly links: readonly LinkFact[];
  /** GitHub-style anchors of all headings. */
  readonly anchors: readonly string[];
  /** `design-lint-disable-next-line` comments; `line` (range) is what they cover. */
  readonly suppressions: readonly Suppression[];
  readonly hasDigest: boolean;
}
