import type { Reporter } from "../engine/report.ts";

const loaders: ReadonlyMap<string, () => Promise<Reporter>> = new Map([
  ["pretty", async () => (await import("./pretty.ts")).pretty],
  ["concise", async () => (await import("./concise.ts")).concise],
  ["json", async () => (await import("./json.ts")).json],
  ["sarif", async () => (await import("./sarif.ts")).sarif],
  ["github", async () => (await import("./github.ts")).github],
]);

/** The values of `--format`. */
export const formatNames: readonly string[] = [...loaders.keys()];

/** The reporter of a format, loaded when it is asked for; null where no format has that name. */
export async function loadReporter(name: string): Promise<Reporter | null> {
  return (await loaders.get(name)?.()) ?? null;
}
