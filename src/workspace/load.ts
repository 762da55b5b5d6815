import type { Config } from "../config/config.ts";
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
  const facts = createFactReader(snapshot, cache);
  const schemas = await createSchemaSource({ config, platform, text: facts.text });
  const compare = createComparer({ snapshot, facts, cache, oracles: input.oracles });
  return { workspace: await buildWorkspace({ snapshot, config, facts, schemas, compare }), facts };
}
