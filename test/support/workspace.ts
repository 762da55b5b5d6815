import type { Config } from "../../src/config/config.ts";
import { memorySnapshot, type Snapshot } from "../../src/snapshot.ts";
import { buildWorkspace } from "../../src/workspace/build.ts";
import { createFactReader, type FactCache } from "../../src/workspace/facts.ts";
import type { InterfaceComparer, SchemaSource } from "../../src/workspace/ports.ts";
import type { Workspace } from "../../src/workspace/workspace.ts";
import { configOf } from "./config.ts";
import type { Files } from "./fixture.ts";

const noCache: FactCache = { get: () => undefined, set: () => undefined };

/** What a test may put in place of the real parts. */
export interface WorkspaceParts {
  readonly config?: Config;
  readonly schemas?: Partial<SchemaSource>;
  readonly compare?: InterfaceComparer;
  readonly snapshot?: Partial<Snapshot>;
}

/** Builds a workspace from texts, without schemas and with interfaces that are always equal unless a test says otherwise. */
export function workspaceOf(files: Files, parts: WorkspaceParts = {}): Promise<Workspace> {
  const snapshot = { ...memorySnapshot(files), ...parts.snapshot };
  return buildWorkspace({
    snapshot,
    config: parts.config ?? configOf(),
    facts: createFactReader(snapshot, noCache),
    schemas: {
      names: () => ["module"],
      validate: async () => [],
      required: () => [],
      route: () => "design",
      ...parts.schemas,
    },
    compare: parts.compare ?? (async (pairs) => pairs.map(() => ({ findings: [], compared: 1, consulted: [] }))),
  });
}

/** A design document of a module with a status. */
export function designText(status = "implemented", more = ""): string {
  return `---\ntype: module\n${more}status: ${status}\n---\n\n# Title\n\nLead.\n`;
}
