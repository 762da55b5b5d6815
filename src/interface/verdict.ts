import type { Splice } from "../edit.ts";
import type { Range } from "../range.ts";
import type { Breaking, ChangeId } from "./change.ts";

export type InterfaceRule =
  | "interface/unparseable"
  | "interface/unknown-name"
  | "interface/missing-export"
  | "interface/undeclared-export"
  | "interface/changed"
  | "interface/undecided"
  | "interface/spelling";

/** One difference, or one thing that could not be decided, between a document's interface and its source. */
export interface InterfaceFinding {
  readonly rule: InterfaceRule;
  readonly message: string;
  /** How to mend it, in the imperative. */
  readonly mend: string;
  readonly export: string;
  readonly member?: string;
  /** What differs. */
  readonly change?: ChangeId;
  /** Whom it breaks; both where nobody can tell. */
  readonly breaking?: Breaking;
  /** True where both sides can be used alike: no drift, unless a rule's options ask for it. */
  readonly information?: boolean;
  /** Offsets in the Markdown file. */
  readonly declared?: Range;
  /** Offsets in the source file. */
  readonly actual?: Range;
  /** Edits of the Markdown file that mend it. */
  readonly splices?: readonly Splice[];
}

/** The comparison of one document with one source. No finding means equal: every export compared, none undecided. */
export interface InterfaceVerdict {
  readonly findings: readonly InterfaceFinding[];
  /** Exports that were compared, equal ones included. */
  readonly compared: number;
  /** Paths of other files that the verdict depends on, each standing for all that it imports; what plain imports lead to may be left out. */
  readonly consulted: readonly string[];
}
