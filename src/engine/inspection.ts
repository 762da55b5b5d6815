import type { Config } from "../config/config.ts";
import type { Platform } from "../platform.ts";
import type { Snapshot } from "../snapshot.ts";
import type { UserError } from "../user-error.ts";
import type { ApprovalSurroundings } from "../workspace/approvals/judge-workspace.ts";
import type { FactCache, Surveys } from "../workspace/facts.ts";
import type { OracleSource } from "../workspace/oracle-source.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Counts } from "./count.ts";
import type { Examination, RuleChoice } from "./examine.ts";

/** What a run inspects a snapshot with. */
export interface InspectOptions extends RuleChoice {
  /** Path of the root config, relative to the snapshot's root; `.designrc.json` by default. */
  readonly config?: string;
  readonly cache: FactCache;
  readonly oracles: OracleSource;
  /** Surveys of earlier runs; without them everything is looked at. */
  readonly surveys?: Surveys;
  /** How approvals are judged; where it is left out they are not. */
  readonly approvals?: ApprovalSurroundings;
  /** Files that the caller will ask the workspace about. */
  readonly asked?: readonly string[];
}

/** Everything that was found in a snapshot. */
export interface Inspection extends Examination {
  /** Of a run that had a survey: what it looked at again, the files that were asked about among it. */
  readonly workspace: Workspace;
  readonly counts: Counts;
  readonly unreadable: readonly UserError[];
  /** What an earlier run looked at outside the snapshot and what still holds. */
  readonly looked: readonly (readonly [question: string, answer: string])[];
  /** How many files were looked at again; null where all were. */
  readonly rechecked: number | null;
  text(path: string): Promise<string>;
}

/** One snapshot with the config that judges it. */
export interface InspectInput {
  readonly snapshot: Snapshot;
  readonly platform: Platform;
  readonly config: Config;
  readonly options: InspectOptions;
}
