import type { Config } from "../../config/config.ts";
import { suggest } from "../../schema/suggest.ts";
import { UserError } from "../../user-error.ts";
import { type CompiledSettings, type ComponentEntry, compileSettings } from "../../workspace/compiled-settings.ts";
import { type Discovery, discover } from "../../workspace/discover.ts";
import type { Pattern, Placeholders } from "../../workspace/pattern.ts";
import type { DocumentKind } from "../../workspace/workspace.ts";
import { placeholdersFor } from "../id.ts";

/** Every file that an id stands for, with where it goes, and what kinds of document have that id. */
export interface MovePlan {
  /** Old path → new path, in the order source, document, test. */
  readonly moves: ReadonlyMap<string, string>;
  readonly kinds: ReadonlySet<DocumentKind>;
}

type Role = "source" | "design" | "test" | "stories" | "contexts";

interface Artefact {
  readonly path: string;
  readonly role: Role;
  /** The entry that it belongs to; null for stories and contexts. */
  readonly entry: ComponentEntry | null;
  readonly pattern: Pattern;
  readonly placeholders: Placeholders;
}

const kindOf = (role: Role): DocumentKind =>
  role === "stories" ? "story" : role === "contexts" ? "context" : "component";

function artefactsOf(id: string, discovery: Discovery): readonly Artefact[] {
  const sources = discovery.sources.flatMap(({ path, match }): Artefact[] =>
    match?.id === id
      ? [{ path, role: "source", entry: match.entry, pattern: match.entry.source, placeholders: match.placeholders }]
      : [],
  );
  const documents = discovery.documents.flatMap(({ path, kind, match, id: own }): Artefact[] => {
    if (own !== id) return [];
    const role = kind === "component" ? "design" : kind === "story" ? "stories" : "contexts";
    const pattern = role === "design" ? match?.entry.design : discovery.compiledFor(path)[role];
    const placeholders = pattern?.match(path) ?? null;
    if (pattern === undefined || placeholders === null) return [];
    return [{ path, role, entry: match?.entry ?? null, pattern, placeholders }];
  });
  const tests = discovery.tests.flatMap(({ path, match }): Artefact[] =>
    match.id === id
      ? [{ path, role: "test", entry: match.entry, pattern: match.entry.test, placeholders: match.placeholders }]
      : [],
  );
  return [...sources, ...documents, ...tests];
}

interface Candidate {
  readonly pattern: Pattern;
  /** Placeholders besides the path, in the order in which ids have them. */
  readonly names: readonly string[];
  readonly prefix: string;
}

function candidatesFor({ role, entry }: Artefact, all: readonly CompiledSettings[]): readonly Candidate[] {
  return all.flatMap((compiled): Candidate[] => {
    const prefix = compiled.settings.idPrefix;
    if (role === "stories" || role === "contexts") {
      return [{ pattern: compiled[role], names: compiled[role].names, prefix }];
    }
    const own = compiled.entries.filter(({ patterns }) => patterns === entry?.patterns);
    const others = compiled.entries.filter(({ patterns }) => patterns !== entry?.patterns);
    return [...own, ...others].map((other) => ({ pattern: other[role], names: other.source.names, prefix }));
  });
}

const suffixOf = (path: string, { path: stem = "" }: Placeholders) => {
  const base = stem.slice(stem.lastIndexOf("/") + 1);
  const name = path.slice(path.lastIndexOf("/") + 1);
  return name.startsWith(base) ? name.slice(base.length) : name.slice(name.indexOf("."));
};

/** The path among a pattern's alternatives that ends as the old one does: the same extension, the same infix. */
function renderLike(artefact: Artefact, { pattern }: Candidate, placeholders: Placeholders): string | undefined {
  const rendered = pattern.render(placeholders);
  if (pattern === artefact.pattern) {
    return rendered[artefact.pattern.render(artefact.placeholders).indexOf(artefact.path)];
  }
  const suffix = suffixOf(artefact.path, artefact.placeholders);
  return rendered.find((path) => suffixOf(path, placeholders) === suffix);
}

function targetOf(
  artefact: Artefact,
  to: string,
  { config, all }: { config: Config; all: readonly CompiledSettings[] },
) {
  for (const candidate of candidatesFor(artefact, all)) {
    const placeholders = placeholdersFor(to, candidate.prefix, candidate.names);
    const path = placeholders === null ? undefined : renderLike(artefact, candidate, placeholders);
    if (path === undefined) continue;
    // An earlier entry, or another config, may claim the path for another id.
    const [found] = artefactsOf(to, discover([path], config));
    if (found?.role === artefact.role) return path;
  }
  throw new UserError("unusable-id", `No pattern of the config gives ${artefact.path} a place under ${to}`, {
    hint: "choose an id of the same shape, or add an entry to `components`",
  });
}

function unknownId(id: string, discovery: Discovery): UserError {
  const ids = [
    ...discovery.sources.flatMap(({ match }) => match?.id ?? []),
    ...discovery.documents.map((document) => document.id),
  ];
  const near = suggest(id, new Set(ids));
  const hint =
    near === null ? "an id is the path of a source below its root, without extension" : `did you mean ${near}?`;
  return new UserError("unknown-id", `There is no component, story or context ${id}`, { hint });
}

/** The scopes in which an id is looked for: the deepest folder that it names, where the files come from, all others. */
function scopesFor(to: string, config: Config, home: CompiledSettings): readonly CompiledSettings[] {
  const named = config.scopes.find(({ settings: { idPrefix } }) => idPrefix !== "" && to.startsWith(`${idPrefix}/`));
  const first = named === undefined ? home.settings : named.settings;
  const settings = new Set([first, home.settings, ...config.scopes.map((scope) => scope.settings)]);
  return [...settings].map((each) => (each === home.settings ? home : compileSettings(each)));
}

/**
 * Says where everything goes that has the id `from` so that it gets the id `to`. Throws a `UserError` where nothing has that
 * id, no pattern gives the new one, or a file stands in the way.
 */
export function planMoves(paths: ReadonlySet<string>, config: Config, ids: { from: string; to: string }): MovePlan {
  const { from, to } = ids;
  if (from === to) throw new UserError("usage", `${from} has that id already`);
  const discovery = discover(paths, config);
  const artefacts = artefactsOf(from, discovery);
  const [first] = artefacts;
  if (first === undefined) throw unknownId(from, discovery);
  const home = discovery.compiledFor(first.path);
  const all = scopesFor(to, config, home);
  const moves = new Map(artefacts.map((artefact) => [artefact.path, targetOf(artefact, to, { config, all })]));
  for (const target of moves.values()) {
    if (!paths.has(target) || moves.has(target)) continue;
    throw new UserError("exists", `${target} stands already and is not overwritten`, {
      hint: "choose another id, or move that file away",
      place: { path: target },
    });
  }
  return { moves, kinds: new Set(artefacts.map(({ role }) => kindOf(role))) };
}
