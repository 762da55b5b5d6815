import type { Fix } from "../edit.ts";
import type { Range } from "../range.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** Severities as reports write them. */
export type Severity = "error" | "warning" | "info";

/** Another place that a finding speaks of. */
export interface Related {
  readonly path: string;
  readonly range: Range;
  readonly message: string;
}

/** What a rule has found. The engine adds rule id, severity and URL. */
export interface Finding {
  readonly path: string;
  readonly range: Range;
  /** One sentence without a final full stop: what is wrong and what was expected. */
  readonly message: string;
  readonly component?: string;
  readonly related?: readonly Related[];
  readonly data?: Readonly<Record<string, unknown>>;
  readonly fix?: Fix;
  /** The worst severity that this finding may have, whatever the rule's setting. */
  readonly atMost?: Severity;
  /** The least severity that this finding may have where its rule is not off; stands above all that lowers it. */
  readonly atLeast?: Severity;
}

/** JSON Schema 2020-12 of a rule's options. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** One rule: metadata and check in one value. `check` is a pure query. */
export interface Rule {
  /** `structure/missing-test`: its file, its page, its test. */
  readonly id: string;
  /** One line for the catalogue. */
  readonly summary: string;
  /** Default severity. */
  readonly severity: Severity;
  /** True for the rules that `design-lint/adopt` lowers to warnings. */
  readonly adopt: boolean;
  readonly options?: JsonSchema;
  check(workspace: Workspace, options: Readonly<Record<string, unknown>>): Iterable<Finding>;
}
