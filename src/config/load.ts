import type { Platform } from "../platform.ts";
import { loadShipped } from "../schema/shipped.ts";
import { type Notice, pathsContaining, type Snapshot } from "../snapshot.ts";
import { UserError } from "../user-error.ts";
import { approvalsProblem } from "./approvals-check.ts";
import type { Catalogue } from "./catalogue.ts";
import { configProblem, nearPath } from "./check.ts";
import type { Config, Scope, Settings } from "./config.ts";
import { defaultSettings } from "./defaults.ts";
import { type ConfigReader, readConfigChain, rootOnly } from "./extends.ts";
import { mergeConfig } from "./merge.ts";
import { folderOf, isInside } from "./paths.ts";
import { listedRuleIds, withRuleIds } from "./rule-ids.ts";
import { globMatcher } from "./settings.ts";
import type { ConfigSource } from "./source.ts";

const fileName = ".designrc.json";

const noConfig: Notice = {
  code: "no-config",
  message: "No .designrc.json found, so the defaults serve; `design-lint init` writes one for this project",
};

/**
 * Reads every `.designrc.json` of a snapshot into the settings of its folder; `file`, a root-relative path, takes the place of
 * the one in the root. A nested config that lies under an exemption of the configs above is not read. `catalogue` is what runs:
 * besides these rules configs may name those that the shipped schema lists. Throws a `UserError` of code `config-invalid` for the
 * first file that cannot be used.
 */
export async function loadConfig(
  snapshot: Snapshot,
  platform: Platform,
  options: { readonly file?: string; readonly catalogue?: Catalogue } = {},
): Promise<Config> {
  const root = rootFile(snapshot, options.file);
  const nested = pathsContaining(snapshot.files, fileName)
    .filter((path) => isConfig(path) && path !== root && path !== fileName)
    .sort(byDepth);
  if (root === null && nested.length === 0) return { scopes: [defaultScope], notices: [noConfig] };
  const reader = await readerOf(snapshot, platform, options.catalogue ?? []);
  const top = root === null ? null : await rootScope(reader, root);
  const files = new Set(top?.files);
  let scopes: readonly Scope[] = [top?.scope ?? defaultScope];
  for (const path of nested) {
    const above = nearest(scopes, path);
    if (isExempt(above.settings, path)) continue;
    const found = await nestedScope(reader, path, above);
    scopes = [found.scope, ...scopes];
    for (const file of found.files) files.add(file);
  }
  const own = [...files].filter((path) => snapshot.files.has(path)).sort();
  return { scopes, notices: [], files: own, ...top?.approvals };
}

async function readerOf(snapshot: Snapshot, platform: Platform, catalogue: Catalogue): Promise<ConfigReader> {
  const ids = { running: new Set(catalogue.map(({ id }) => id)), listed: () => listedRuleIds(platform) };
  const validate = withRuleIds(await loadShipped(platform, "designrc"), ids);
  return { snapshot, platform, validate, catalogue };
}

const defaultScope: Scope = { folder: "", file: null, settings: defaultSettings("") };

function rootFile(snapshot: Snapshot, named: string | undefined): string | null {
  if (named === undefined) return snapshot.files.has(fileName) ? fileName : null;
  const path = named.replace(/^(?:\.\/+)+/u, "");
  if (snapshot.files.has(path)) return path;
  const hint = nearPath(path, snapshot.files);
  throw new UserError("config-invalid", `The config ${path} does not exist`, { hint, place: { path } });
}

/** A scope and the files that it was read from, those of packages among them. */
interface ReadScope {
  readonly scope: Scope;
  readonly files: readonly string[];
}

interface RootScope extends ReadScope {
  readonly approvals: Pick<Config, "project" | "approvals">;
}

async function rootScope(reader: ConfigReader, file: string): Promise<RootScope> {
  const sources = await readConfigChain(reader, file, "");
  const settings = settle(reader, defaultSettings(""), sources);
  const own = sources.at(-1);
  const contradiction = own === undefined ? null : approvalsProblem(own);
  if (contradiction !== null) throw contradiction;
  const { project, approvals } = own?.raw ?? {};
  return {
    scope: { folder: "", file, settings },
    files: sources.map(({ path }) => path),
    approvals: { ...(project === undefined ? {} : { project }), ...(approvals === undefined ? {} : { approvals }) },
  };
}

async function nestedScope(reader: ConfigReader, file: string, above: Scope): Promise<ReadScope> {
  const folder = folderOf(file);
  const sources = await readConfigChain(reader, file, folder);
  const own = sources.at(-1);
  for (const key of ["project", "approvals"] as const) {
    if (own?.raw[key] !== undefined) throw own.error(`/${key}`, ...rootOnly(key));
  }
  const isRoot = own?.raw.root === true;
  const hasLayout = sources.some(
    ({ raw }) => raw.components !== undefined || raw.stories !== undefined || raw.contexts !== undefined,
  );
  const settings = settle(reader, isRoot ? defaultSettings(folder) : above.settings, sources);
  const scope = { folder, file, settings: hasLayout ? { ...settings, idPrefix: folder } : settings };
  return { scope, files: sources.map(({ path }) => path) };
}

/** The settings after all sources have spoken, once each of them is known to be usable. */
function settle({ snapshot }: ConfigReader, inherited: Settings, sources: readonly ConfigSource[]): Settings {
  for (const source of sources) {
    const problem = configProblem(source, snapshot.files);
    if (problem !== null) throw problem;
  }
  const settings = sources.reduce(mergeConfig, inherited);
  const shipped = defaultSettings("").types;
  for (const { name, schema } of Object.values(settings.types)) {
    if (schema !== null || Object.hasOwn(shipped, name)) continue;
    const source = sources.findLast(({ raw }) => raw.types !== undefined && Object.hasOwn(raw.types, name));
    const message = `Missing key \`schema\` in \`types.${name}\`, which is no shipped type`;
    if (source !== undefined) throw source.error(`/types/${name}`, message, "Add the path of a JSON Schema");
  }
  return settings;
}

/** Scopes stand deepest first, so the first that fits is the nearest. */
function nearest(scopes: readonly Scope[], path: string): Scope {
  return scopes.find(({ folder }) => isInside(folder, path)) ?? defaultScope;
}

/** What owes nothing is not judged, so its configs (of fixtures, of examples) do not speak. */
function isExempt(settings: Settings, path: string): boolean {
  return settings.exempt.some(({ globs, owes, base }) => owes.length === 0 && globMatcher(globs, base)(path));
}

function isConfig(path: string): boolean {
  return path === fileName || path.endsWith(`/${fileName}`);
}

/** Folders above come before those below; the order of equals is that of their code points. */
function byDepth(a: string, b: string): number {
  const depth = a.split("/").length - b.split("/").length;
  return depth === 0 ? (a < b ? -1 : 1) : depth;
}
