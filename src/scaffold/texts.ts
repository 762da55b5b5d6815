import type { Edit, Scaffold } from "../edit.ts";
import { printInterface } from "../interface/print.ts";
import type { TypeOracle } from "../interface/type-oracle.ts";
import type { Platform } from "../platform.ts";
import type { Snapshot } from "../snapshot.ts";
import { UserError } from "../user-error.ts";
import { shippedTypes } from "../workspace/document-schemas.ts";
import type { OracleSource } from "../workspace/oracle-source.ts";
import { resolveRelative } from "../workspace/resolve.ts";
import type { Component, Source, Workspace } from "../workspace/workspace.ts";
import { scaffoldDesign } from "./design.ts";
import { detectFramework } from "./framework.ts";
import { scaffoldTest } from "./test.ts";
import { chooseType } from "./type-choice.ts";

/** What scaffolding needs of the run. */
export interface ScaffoldInput {
  readonly workspace: Workspace;
  readonly snapshot: Snapshot;
  readonly platform: Platform;
  readonly oracles: OracleSource;
  /** Told after each file. */
  readonly progress?: (done: number, total: number) => void;
}

/** The new files that scaffolds ask for. A source that cannot be read is left for the next run. */
export async function scaffoldTexts(scaffolds: readonly Scaffold[], input: ScaffoldInput): Promise<readonly Edit[]> {
  const jobs = scaffolds.flatMap((scaffold) => {
    const component = input.workspace.components.get(scaffold.component);
    return component === undefined ? [] : [{ scaffold, component }];
  });
  const designed = jobs.filter(({ scaffold }) => scaffold.what === "design");
  const sources = designed.flatMap(({ component }) => component.sources.map(({ path }) => path));
  const ambient = input.workspace.sources.filter(({ facts }) => facts.ambient === true).map(({ path }) => path);
  const oracle = await input.oracles.oracle(input.snapshot, sources.sort(), { ambient });
  const run = { ...input, oracle, owners: ownersOf(input.workspace) };
  const edits: Edit[] = [];
  for (const [index, { scaffold, component }] of jobs.entries()) {
    const text =
      scaffold.what === "design" ? await designText(component, run) : await testText(component, scaffold, run);
    if (text !== null) edits.push({ kind: "create", path: scaffold.path, text });
    input.progress?.(index + 1, jobs.length);
    // Lets the progress line be drawn between two files.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return edits;
}

interface Run extends ScaffoldInput {
  readonly oracle: TypeOracle;
  /** Path of a source → id of its component. */
  readonly owners: ReadonlyMap<string, string>;
}

function ownersOf({ sources }: Workspace): ReadonlyMap<string, string> {
  return new Map(sources.flatMap(({ path, component }) => (component === null ? [] : [[path, component] as const])));
}

async function designText(component: Component, run: Run): Promise<string | null> {
  const [source] = component.sources;
  const text = source === undefined ? null : await textOf(source.path, run);
  if (source === undefined || text === null) return null;
  const type = chooseType(source.path, source.facts.syntax, Object.values(source.settings.types));
  return scaffoldDesign({
    id: component.id,
    type,
    template: await templateOf(type, source, run),
    facts: source.facts,
    interface: printInterface({ path: source.path, text }, run.oracle).text,
    tests: component.tests[0]?.facts.cases ?? [],
    componentOf: (specifier) => componentOf(specifier, source, run),
  });
}

function componentOf(specifier: string, source: Source, run: Run): string | null {
  const path = resolveRelative(run.workspace.paths, source.path, specifier);
  const owner = path === null ? undefined : run.owners.get(path);
  return owner === undefined || owner === source.component ? null : owner;
}

async function templateOf(type: string, source: Source, run: Run): Promise<string> {
  const path = source.settings.types[type]?.template ?? null;
  if (path === null) return run.platform.shipped(`templates/${type in shippedTypes ? type : "module"}.md`);
  const text = await textOf(path, run);
  if (text === null) throw new UserError("unreadable", `The template ${path} cannot be read`, { place: { path } });
  return text;
}

const placeholder = "TODO(design)";

async function testText(component: Component, scaffold: Scaffold, run: Run): Promise<string> {
  const items = component.documents[0]?.model.sections["edge-cases"]?.items ?? [];
  const cases = items.filter(({ id, text }) => id !== "" && !text.includes(placeholder));
  return scaffoldTest(component.id, cases, detectFramework(await nearestManifest(scaffold.path, run)));
}

/** The `package.json` above a path that is closest to it. */
async function nearestManifest(path: string, run: Run): Promise<string | undefined> {
  const folders = path.split("/").slice(0, -1);
  for (let depth = folders.length; depth >= 0; depth--) {
    const manifest = [...folders.slice(0, depth), "package.json"].join("/");
    if (run.snapshot.files.has(manifest)) return (await textOf(manifest, run)) ?? undefined;
  }
  return undefined;
}

async function textOf(path: string, { snapshot }: ScaffoldInput): Promise<string | null> {
  const entry = snapshot.files.get(path);
  if (entry === undefined) return null;
  try {
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await entry.read());
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}
