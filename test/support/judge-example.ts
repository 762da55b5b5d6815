import type { Diagnostic } from "../../src/engine/report.ts";
import { createPlatform } from "../../src/host/platform.ts";
import { judge } from "../../src/lint.ts";
import { memorySnapshot } from "../../src/snapshot.ts";
import { exampleRoot, type Project } from "./example.ts";

const platform = createPlatform();

/** Facts of files that several tests have in common are read once. */
const facts = new Map<string, unknown>();
const cache = {
  get: (key: string) => facts.get(key),
  set: (key: string, value: unknown) => void facts.set(key, value),
};

/** Judges a changed example in memory; rejects where the tool could not judge everything. */
export async function judgeProject(project: Project): Promise<readonly Diagnostic[]> {
  const snapshot = { ...memorySnapshot(project.files, exampleRoot), moves: async () => project.moves };
  const { report } = await judge(snapshot, platform, { cache });
  if (report.error !== undefined) throw new Error(`${report.error.code}: ${report.error.message}`);
  return report.diagnostics;
}
