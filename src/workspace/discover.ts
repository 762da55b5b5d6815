import type { Config, Exemption, Settings } from "../config/config.ts";
import { folderOf } from "../config/paths.ts";
import { settingsFor } from "../config/settings.ts";
import { compareCodePoints } from "../order.ts";
import { type CompiledSettings, type ComponentEntry, compileSettings, exemptionOf, idOf } from "./compiled-settings.ts";
import type { Placeholders } from "./pattern.ts";
import { isStray } from "./strays.ts";
import type { DocumentKind, StrayDocument } from "./workspace.ts";

/** The component that a path belongs to by an entry of the config. */
export interface ComponentMatch {
  readonly id: string;
  readonly entry: ComponentEntry;
  readonly placeholders: Placeholders;
}

/** A code file under a source root. `match` is null where no `components` entry fits. */
export interface SourceFile {
  readonly path: string;
  readonly compiled: CompiledSettings;
  readonly match: ComponentMatch | null;
  readonly exemption: Exemption | null;
}

/** A Markdown file that a pattern fits; `match` is null for stories and contexts. */
export interface DocumentFile {
  readonly path: string;
  readonly settings: Settings;
  readonly kind: DocumentKind;
  readonly id: string;
  readonly match: ComponentMatch | null;
  readonly exempt: boolean;
}

/** A file that a test pattern fits. */
export interface TestFile {
  readonly path: string;
  readonly settings: Settings;
  readonly match: ComponentMatch;
  readonly exempt: boolean;
}

/** What the files of a snapshot are by their paths alone, each list sorted by path. */
export interface Discovery {
  readonly sources: readonly SourceFile[];
  readonly documents: readonly DocumentFile[];
  readonly tests: readonly TestFile[];
  readonly strays: readonly StrayDocument[];
  /** The settings that decide about a path, compiled. */
  compiledFor(path: string): CompiledSettings;
  /** What any path is, among the discovered ones or not; `other` also for what is installed. */
  kindOf(path: string): "source" | "document" | "test" | "other";
  /** The ids that a path may have, of which the files of its kind decide; empty where no pattern fits. */
  idsOf(path: string): readonly string[];
}

/** Tells sources, documents and tests from everything else. */
export function discover(paths: Iterable<string>, config: Config): Discovery {
  const compiledFor = settingsCompiler(config);
  const own = [...paths].filter((path) => !isInstalled(path)).sort(compareCodePoints);
  const roleAt = (path: string): Role => roleOf(path, compiledFor(path));
  const roles = own.map(roleAt);
  const sources = roles
    .filter((role) => role.kind === "source")
    .map(({ path, compiled }) => sourceFile(path, compiled));
  const known = new Set(sources.flatMap(({ match }) => (match === null ? [] : [match.id])));
  return {
    sources,
    documents: roles.flatMap((role) => (role.kind === "document" ? [documentFile(role, known)] : [])),
    tests: roles.flatMap((role) => (role.kind === "test" ? [testFile(role, known)] : [])),
    strays: roles
      .filter(
        ({ kind, path, compiled }) =>
          kind === "other" && isStray(path, compiled) && exemptionOf(compiled, path) === null,
      )
      .map(({ path, compiled }) => ({ path, settings: compiled.settings })),
    compiledFor,
    kindOf: (path) => (isInstalled(path) ? "other" : roleAt(path).kind),
    idsOf: (path) => (isInstalled(path) ? [] : idsOf(roleAt(path))),
  };
}

/** True for the eight extensions of TypeScript and JavaScript. */
export function isCode(path: string): boolean {
  return /\.(?:[jt]sx?|[cm][jt]s)$/u.test(path);
}

/** True for what a package manager has installed: never part of the project, also where it is committed. */
export function isInstalled(path: string): boolean {
  return path.startsWith("node_modules/") || path.includes("/node_modules/");
}

function settingsCompiler(config: Config): (path: string) => CompiledSettings {
  const bySettings = new Map(config.scopes.map(({ settings }) => [settings, compileSettings(settings)]));
  const byFolder = new Map<string, CompiledSettings>();
  return (path) => {
    const folder = folderOf(path);
    const remembered = byFolder.get(folder);
    if (remembered !== undefined) return remembered;
    const settings = settingsFor(config, path);
    const compiled = bySettings.get(settings) ?? compileSettings(settings);
    byFolder.set(folder, compiled);
    return compiled;
  };
}

interface FileOf {
  readonly path: string;
  readonly compiled: CompiledSettings;
}

type Role =
  | (FileOf & { readonly kind: "source" | "other" })
  | (FileOf & { readonly kind: "test"; readonly matches: readonly ComponentMatch[] })
  | (FileOf & { readonly kind: "document"; readonly candidates: readonly Candidate[] });

interface Candidate {
  readonly kind: DocumentKind;
  readonly id: string;
  readonly match: ComponentMatch | null;
  /** Characters that placeholders took: the fewer, the more exactly the pattern says what the file is. */
  readonly taken: number;
}

/** Design and test patterns come first: beside its source, `a.test.ts` must not become the source of `a.test`. */
function roleOf(path: string, compiled: CompiledSettings): Role {
  const candidates = documentCandidates(path, compiled);
  if (candidates.length > 0) return { kind: "document", path, compiled, candidates };
  const matches = matchesOf(path, compiled, "test");
  if (matches.length > 0) return { kind: "test", path, compiled, matches };
  const underRoot = isCode(path) && compiled.entries.some((entry) => entry.source.isUnderRoot(path));
  return { kind: underRoot ? "source" : "other", path, compiled };
}

function matchesOf(path: string, compiled: CompiledSettings, role: "source" | "design" | "test"): ComponentMatch[] {
  return compiled.entries.flatMap((entry) => {
    const placeholders = entry[role].match(path);
    if (placeholders === null) return [];
    return [{ id: idOf(compiled.settings, entry.source.names, placeholders), entry, placeholders }];
  });
}

function documentCandidates(path: string, compiled: CompiledSettings): readonly Candidate[] {
  const components = matchesOf(path, compiled, "design").map(
    (match): Candidate => ({ kind: "component", id: match.id, match, taken: lengthOf(match.placeholders) }),
  );
  const others = (["stories", "contexts"] as const).flatMap((key): Candidate[] => {
    const placeholders = compiled[key].match(path);
    if (placeholders === null) return [];
    const id = idOf(compiled.settings, compiled[key].names, placeholders);
    const kind = key === "stories" ? "story" : "context";
    return [{ kind, id, match: null, taken: lengthOf(placeholders) }];
  });
  return [...components, ...others];
}

function idsOf(role: Role): readonly string[] {
  if (role.kind === "document") return role.candidates.map(({ id }) => id);
  if (role.kind === "test") return role.matches.map(({ id }) => id);
  return role.kind === "source" ? matchesOf(role.path, role.compiled, "source").map(({ id }) => id) : [];
}

function lengthOf(placeholders: Placeholders): number {
  return Object.values(placeholders).join("").length;
}

function sourceFile(path: string, compiled: CompiledSettings): SourceFile {
  const [match = null] = matchesOf(path, compiled, "source");
  return { path, compiled, match, exemption: exemptionOf(compiled, path) };
}

function documentFile(role: Role & { kind: "document" }, known: ReadonlySet<string>): DocumentFile {
  const { path, compiled, candidates } = role;
  const fewest = Math.min(...candidates.map(({ taken }) => taken));
  const kind = candidates.find(({ taken }) => taken === fewest)?.kind ?? "component";
  const chosen = preferKnown(
    candidates.filter((candidate) => candidate.kind === kind),
    known,
  );
  const exempt = exemptionOf(compiled, path) !== null;
  return { path, settings: compiled.settings, kind, id: chosen.id, match: chosen.match, exempt };
}

function testFile(role: Role & { kind: "test" }, known: ReadonlySet<string>): TestFile {
  const { path, compiled, matches } = role;
  const match = preferKnown(matches, known);
  return { path, settings: compiled.settings, match, exempt: exemptionOf(compiled, path) !== null };
}

/** The first candidate that has a source, since patterns of several entries may overlap; else the first. */
function preferKnown<T extends { readonly id: string }>(candidates: readonly T[], known: ReadonlySet<string>): T {
  const chosen = candidates.find(({ id }) => known.has(id)) ?? candidates[0];
  if (chosen === undefined) throw new Error("a file has a role only where a pattern fits it");
  return chosen;
}
