import type { Catalogue } from "../../config/catalogue.ts";
import type { Platform } from "../../platform.ts";
import type { Notice, Snapshot } from "../../snapshot.ts";
import type { FactCache } from "../facts.ts";
import type { Workspace } from "../workspace.ts";
import { judgeApprovals } from "./judge.ts";
import type { ApprovalInput } from "./ruling.ts";

/** What approvals are judged by besides the files and their config. */
export interface ApprovalSurroundings extends Pick<ApprovalInput, "now" | "authorsOf" | "isHook" | "configFile"> {
  /** What the change is judged against. `isNeeded`: its config has `approvals`; where not, a base that cannot be read is null. */
  base(isNeeded: boolean): Promise<ApprovalBase>;
  /** Where the facts of the run may come from elsewhere: those that may be believed. */
  readonly cache?: FactCache;
}

/** The protected ref and where the change left it, and what is to be said of the choice. */
export interface ApprovalBase {
  readonly snapshots: ApprovalInput["base"];
  readonly notices: readonly Notice[];
}

export interface WorkspaceTrial {
  readonly snapshot: Snapshot;
  readonly platform: Platform;
  readonly catalogue: Catalogue;
  readonly cache: FactCache;
  readonly surroundings: ApprovalSurroundings;
}

/** The workspace with its approvals judged. Rejects with a `UserError` where base or policy cannot be had. */
export async function withApprovals(workspace: Workspace, trial: WorkspaceTrial): Promise<Workspace> {
  const { surroundings, cache, ...rest } = trial;
  const { config } = workspace;
  const isNeeded = config.approvals !== undefined;
  const { snapshots, notices } = await surroundings.base(isNeeded);
  const isBelieved = surroundings.cache === undefined || (!isNeeded && snapshots === null);
  const { now, authorsOf, isHook, configFile } = surroundings;
  const judgement = await judgeApprovals({
    ...rest,
    config,
    cache: surroundings.cache ?? cache,
    ...(isBelieved ? { workspace } : {}),
    base: snapshots,
    now,
    authorsOf,
    ...(isHook === undefined ? {} : { isHook }),
    ...(configFile === undefined ? {} : { configFile }),
  });
  return { ...workspace, approvals: { ...judgement, notices: [...notices, ...judgement.notices] } };
}
