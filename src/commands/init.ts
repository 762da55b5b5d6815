import type { Edit } from "../edit.ts";
import { currentBranch, remoteDefaultBranch } from "../host/default-branch.ts";
import { findRoot, type Root } from "../host/repository.ts";
import { worktreeSnapshot } from "../host/worktree.ts";
import { writeEdits } from "../host/write.ts";
import { escapeControls } from "../report/escape.ts";
import type { Snapshot } from "../snapshot.ts";
import { UserError } from "../user-error.ts";
import { chooseOffers } from "./init/ask.ts";
import { configText, profileFor } from "./init/config-text.ts";
import { detectLayout, type Layout } from "./init/layout.ts";
import {
  adviceFor,
  hookLine,
  hookPath,
  type Offer,
  offersFor,
  type ProjectFacts,
  packageFolder,
} from "./init/offers.ts";
import { type PackageManager, packageManager } from "./init/package-manager.ts";
import { withScript } from "./init/package-script.ts";
import { workflowPaths, workflows } from "./init/workflow.ts";
import { workspaceGlobs } from "./init/workspaces.ts";
import type { CommandIo } from "./io.ts";

const configPath = ".designrc.json";

/**
 * Detects the layout of the project around `io.cwd`, writes its `.designrc.json` and what else is wanted, and says what it
 * did. Gives the exit code; rejects with a `UserError` where a config stands already or nobody can be asked.
 */
export async function runInit(options: { readonly yes: boolean }, io: CommandIo): Promise<number> {
  const root = await findRoot(io.cwd);
  const snapshot = await worktreeSnapshot(root);
  if (snapshot.files.has(configPath)) throw exists();
  const facts = await readFacts(snapshot, root.repository !== null);
  const workspaces = workspaceGlobs(facts.packageJson, await textOf(snapshot, "pnpm-workspace.yaml"));
  const layout = detectLayout([...facts.paths], workspaces);
  const chosen = await chooseOffers(offersFor(facts), options.yes, io);
  if (chosen === null) return 130;
  const manager = packageManager(facts.paths);
  const branch = await branchOf(root);
  const edits = editsFor({ layout, chosen, manager, branch, facts });
  const { created, changed } = await writeEdits(root.folder, edits, snapshot);
  const lines = [
    ...found(layout),
    "",
    ...created.map((path) => `wrote    ${path}`),
    ...changed.map((path) => `changed  ${path}`),
    "",
    ...[...adviceFor(facts, chosen, manager.add), ...nextSteps(layout, manager)].map((line) => `→ ${line}`),
  ];
  io.stdout(`${escapeControls(lines.join("\n"))}\n`);
  return 0;
}

const exists = () =>
  new UserError("exists", `${configPath} stands already and is not overwritten`, {
    hint: "edit it, or delete it to begin anew",
    place: { path: configPath },
  });

async function branchOf({ repository }: Root): Promise<string> {
  if (repository === null) return "main";
  return (await remoteDefaultBranch(repository)) ?? (await currentBranch(repository)) ?? "main";
}

async function textOf(snapshot: Snapshot, path: string): Promise<string | undefined> {
  const bytes = await snapshot.files.get(path)?.read();
  return bytes === undefined ? undefined : new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

async function readFacts(snapshot: Snapshot, isGit: boolean): Promise<ProjectFacts> {
  const [packageJson, hook] = await Promise.all([textOf(snapshot, "package.json"), textOf(snapshot, hookPath)]);
  return { paths: new Set(snapshot.files.keys()), isGit, packageJson, hook };
}

interface Decided {
  readonly layout: Layout;
  readonly chosen: ReadonlySet<Offer>;
  readonly manager: PackageManager;
  /** The branch that changes are merged into. */
  readonly branch: string;
  readonly facts: ProjectFacts;
}

function editsFor({ layout, chosen, manager, branch, facts: { packageJson, paths } }: Decided): readonly Edit[] {
  const edits: Edit[] = [{ kind: "create", path: configPath, text: configText(layout, packageFolder(paths)) }];
  if (chosen.has("hook")) edits.push({ kind: "create", path: hookPath, text: `${hookLine(paths)}\n` });
  const wanted = { [workflowPaths.check]: chosen.has("workflow"), [workflowPaths.verify]: chosen.has("verify") };
  for (const { path, text } of workflows(manager, branch)) if (wanted[path]) edits.push({ kind: "create", path, text });
  const text = packageJson !== undefined && chosen.has("script") ? withScript(packageJson) : null;
  if (text !== null && packageJson !== undefined) {
    edits.push({ kind: "replace", path: "package.json", range: { start: 0, end: packageJson.length }, text });
  }
  return edits;
}

const plural = (count: number, one: string) => `${count} ${count === 1 ? one : `${one}s`}`;

function found({ components, exempt, uncovered }: Layout): readonly string[] {
  const [other] = uncovered.filter(({ folder }) => folder !== "");
  return [
    ...components.map(
      ({ source, test, sources, tests, designs }) =>
        `found    ${plural(sources, "source")} in ${source} (${plural(designs, "design")}, ${plural(tests, "test")} in ${test})`,
    ),
    ...exempt.map(({ files, reason }) => `exempt   ${files.join(", ")}: ${reason}`),
    ...(other === undefined
      ? []
      : [`no entry covers ${plural(other.files, "code file")} in ${other.folder}/; add one where it has sources`]),
  ];
}

function nextSteps(layout: Layout, { run }: PackageManager): readonly string[] {
  const sources = layout.components.reduce((sum, component) => sum + component.sources, 0);
  if (sources === 0) return [`Write the first design: ${run} design-lint new module my-component`];
  const check = `See what is missing: ${run} design-lint`;
  const scaffold = `Scaffold missing designs and tests: ${run} design-lint --fix`;
  const profile = "The config begins with the profile design-lint/adopt: what is missing is a warning for now";
  return profileFor(layout) === "design-lint/adopt" ? [profile, check, scaffold] : [check, scaffold];
}
