import type { Position } from "../range.ts";
import type { Severity } from "../rules/rule.ts";
import type { Notice } from "../snapshot.ts";

/** A range as reports write it: lines and columns from 1, end exclusive. */
export interface Region {
  readonly start: Position;
  readonly end: Position;
}

/** One finding as reports write it; the JSON format is this very object. */
export interface Diagnostic {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly component?: string;
  readonly path: string;
  readonly range: Region;
  readonly related: readonly { readonly path: string; readonly range: Region; readonly message: string }[];
  readonly data?: Readonly<Record<string, unknown>>;
  readonly fix?: {
    readonly title: string;
    readonly safety: "safe" | "unsafe";
    readonly by: "tool" | "human" | "agent";
  };
  readonly url: string;
}

/** Counts of one run. `sources` is the sum of the five classes and `unclassified`. */
export interface Summary {
  readonly sources: number;
  readonly designed: number;
  readonly direct: number;
  readonly barrels: number;
  readonly types: number;
  readonly exempt: number;
  readonly unclassified: number;
  readonly documents: number;
  readonly pending: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly undecided: number;
  readonly fixable: number;
  readonly suppressed: number;
}

/** What kept a run from judging everything; its exit code is 2. */
export interface ReportError {
  readonly code: string;
  readonly message: string;
  readonly path?: string;
  readonly range?: Region;
  readonly hint?: string;
}

/** The result of a run: a function of the snapshot, in deterministic order (path, position, rule). */
export interface Report {
  readonly version: 1;
  readonly tool: { readonly name: "design-lint"; readonly version: string };
  readonly summary: Summary;
  readonly notices: readonly Notice[];
  readonly diagnostics: readonly Diagnostic[];
  readonly error?: ReportError;
}

/** What a report says about a rule besides its findings: one line for people, and the page that explains it. */
export interface RuleSummary {
  readonly id: string;
  readonly summary: string;
  readonly url: string;
}

/** What reporters need besides the report: texts for code frames, the rules' metadata, and how they may draw. */
export interface ReportContext {
  /** Text of a file that a diagnostic names; undefined where it could not be read. */
  text(path: string): string | undefined;
  /** Every rule of the run, also those without findings. */
  readonly rules: readonly RuleSummary[];
  readonly color: boolean;
  /** Width of the terminal in columns. */
  readonly columns: number;
}

/** A format: Report → string, ending in a line feed unless empty. */
export type Reporter = (report: Report, context: ReportContext) => string;
