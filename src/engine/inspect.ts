import { loadConfig } from "../config/load.ts";
import type { Platform } from "../platform.ts";
import { rules as registry } from "../rules/registry.ts";
import type { Snapshot } from "../snapshot.ts";
import { createDependences } from "../workspace/dependence.ts";
import { discover } from "../workspace/discover.ts";
import type { Surveys } from "../workspace/facts.ts";
import { loadWorkspace } from "../workspace/load.ts";
import { countRoles, rolesOf } from "./count.ts";
import { examine, judged } from "./examine.ts";
import type { InspectInput, Inspection, InspectOptions } from "./inspection.ts";
import { isSurveyed, keepSurvey, openSurvey } from "./keep-survey.ts";
import { recheck } from "./recheck.ts";

/** Finds everything that is to be said of a snapshot: what changed since a survey is looked at, else all of it. */
export async function inspect(snapshot: Snapshot, platform: Platform, options: InspectOptions): Promise<Inspection> {
  const { config: file, surveys } = options;
  const config = await loadConfig(snapshot, platform, {
    catalogue: registry,
    ...(file === undefined ? {} : { file }),
  });
  const input = { snapshot, platform, config, options };
  if (surveys === undefined || !(await isSurveyed(input))) return await inspectAll(input);
  const opened = openSurvey(surveys, input);
  const again = opened.survey === null ? null : await recheck(opened.survey, input);
  return again ?? (await inspectAll({ ...input, keep: { surveys, slot: opened.slot, key: opened.key } }));
}

/** Where the survey of a whole run goes. */
interface Keep {
  readonly keep?: { readonly surveys: Surveys; readonly slot: string; readonly key: string };
}

async function inspectAll({ keep, ...input }: InspectInput & Keep): Promise<Inspection> {
  const { snapshot, platform, config, options } = input;
  const log = createDependences();
  const { workspace: loaded, facts } = await loadWorkspace(snapshot, platform, {
    config,
    cache: options.cache,
    oracles: options.oracles,
    ...(keep === undefined ? {} : { log }),
  });
  const workspace = await judged(loaded, input);
  const examination = examine(workspace, options);
  const { unreadable } = facts;
  if (keep !== undefined && unreadable.length + examination.failures.length === 0) {
    const known = { snapshot, workspace, discovery: discover([], config), dependences: log };
    keepSurvey(keep, known, { ...examination, looked: [...options.oracles.seen()] });
  }
  const counts = countRoles(rolesOf(workspace).values());
  return { ...examination, workspace, counts, unreadable, looked: [], rechecked: null, text: facts.text };
}
