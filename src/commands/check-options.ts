import type { ConfigSeverity } from "../config/config.ts";
import type { FixKind } from "../edit.ts";

/** An output of a run: a format, and the file that it goes to (null: standard output). */
export interface FormatTarget {
  readonly name: string;
  readonly file: string | null;
}

/** What is judged: the work tree, the index (`--staged`), or a commit's tree (`--tree`). */
export type Subject =
  | { readonly kind: "worktree" }
  | { readonly kind: "index" }
  | { readonly kind: "tree"; readonly commit: string };

/** The flags of `design-lint [paths…]`, checked. */
export interface CheckOptions {
  readonly paths: readonly string[];
  readonly subject: Subject;
  /** `--since`: report only what changed since the merge base with this ref. */
  readonly since: string | null;
  readonly fix: "no" | "apply" | "dry-run";
  readonly fixKinds: readonly FixKind[];
  readonly unsafe: boolean;
  readonly formats: readonly FormatTarget[];
  readonly maxWarnings: number | null;
  readonly quiet: boolean;
  readonly strict: boolean;
  /** `--policy-ref`; null for the one that surroundings tell. */
  readonly policyRef: string | null;
  readonly config: string | null;
  readonly rules: Readonly<Record<string, ConfigSeverity>>;
  readonly only: readonly string[];
  readonly cache: boolean;
  readonly stats: boolean;
  readonly errorOnUnmatchedPattern: boolean;
}
