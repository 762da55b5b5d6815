import type { Config } from "../config/config.ts";
import type { ModuleCache } from "../interface/module-graph.ts";
import type { Platform } from "../platform.ts";
import type { Snapshot } from "../snapshot.ts";
import { buildWorkspace } from "./build.ts";
import type { DependenceLog } from "./dependence.ts";
import { createSchemaSource } from "./document-schemas.ts";
import { createFactReader, type FactCache, type FactReader } from "./facts.ts";
import { createComparer } from "./interfaces.ts";
import type { OracleSource } from "./oracle-source.ts";
import type { Workspace } from "./workspace.ts";

export interface LoadInput {
  readonly config: Config;
  readonly cache: FactCache;
  readonly oracles: OracleSource;
  /** Hears what verdicts depend on. */
  readonly log?: DependenceLog;
  /** Where others are known already: the only files to read and to relate, closed under ids, and the ambient sources among the others. */
  readonly part?: Part;
}

/** Files of a snapshot that are looked at again. */
export interface Part {
  readonly files: ReadonlySet<string>;
  readonly ambient: readonly string[];
  /** False where it is known already which patterns fit no file, since no name has come or gone. */
  readonly isMatched: boolean;
}

/** Reads a snapshot into the workspace that rules query; `facts` tells what could not be read. */
export async function loadWorkspace(
  snapshot: Snapshot,
  platform: Platform,
  input: LoadInput,
): Promise<{ readonly workspace: Workspace; readonly facts: FactReader }> {
  const { config, cache, log, part } = input;
  const trees = createTrees();
  const facts = createFactReader(snapshot, cache, trees);
  const schemas = await createSchemaSource({ config, platform, text: facts.text });
  const logged = log === undefined ? {} : { log };
  const known = part === undefined ? {} : { ambient: part.ambient };
  const compare = createComparer({ snapshot, facts, cache, oracles: input.oracles, trees, ...logged, ...known });
  const parted = part === undefined ? {} : { part };
  return { workspace: await buildWorkspace({ snapshot, config, facts, schemas, compare, ...parted }), facts };
}

/** The syntax trees of a run, made where something has to be parsed: each file once. */
function createTrees(): () => Promise<ModuleCache> {
  let made: Promise<ModuleCache> | null = null;
  return () => {
    made ??= import("../interface/module-graph.ts").then(({ createModuleCache }) => createModuleCache());
    return made;
  };
}
