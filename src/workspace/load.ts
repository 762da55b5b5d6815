import type { Config } from "../config/config.ts";
import type { ModuleCache } from "../interface/module-graph.ts";
import type { Platform } from "../platform.ts";
import type { Snapshot } from "../snapshot.ts";
import { buildWorkspace } from "./build.ts";
import { createSchemaSource } from "./document-schemas.ts";
import { createFactReader, type FactCache, type FactReader } from "./facts.ts";
import { createComparer } from "./interfaces.ts";
import type { OracleSource } from "./oracle-source.ts";
import type { Workspace } from "./workspace.ts";

export interface LoadInput {
  readonly config: Config;
  readonly cache: FactCache;
  readonly oracles: OracleSource;
}

/** Reads a snapshot into the workspace that rules query; `facts` tells what could not be read. */
export async function loadWorkspace(
  snapshot: Snapshot,
  platform: Platform,
  input: LoadInput,
): Promise<{ readonly workspace: Workspace; readonly facts: FactReader }> {
  const { config, cache } = input;
  const trees = createTrees();
  const facts = createFactReader(snapshot, cache, trees);
  const schemas = await createSchemaSource({ config, platform, text: facts.text });
  const compare = createComparer({ snapshot, facts, cache, oracles: input.oracles, trees });
  return { workspace: await buildWorkspace({ snapshot, config, facts, schemas, compare }), facts };
}

/** The syntax trees of a run, made where something has to be parsed: each file once. */
function createTrees(): () => Promise<ModuleCache> {
  let made: Promise<ModuleCache> | null = null;
  return () => {
    made ??= import("../interface/module-graph.ts").then(({ createModuleCache }) => createModuleCache());
    return made;
  };
}
