import { compareCodePoints } from "../order.ts";
import { classify } from "./classify.ts";
import { exemptionOf } from "./compiled-settings.ts";
import { type Discovery, isCode, isInstalled, type SourceFile } from "./discover.ts";
import type { FactReader } from "./facts.ts";
import { mapConcurrent } from "./map-concurrent.ts";
import type { SchemaSource } from "./ports.ts";
import { resolveRelative } from "./resolve.ts";
import type { Document, Source } from "./workspace.ts";

/** What classifying needs besides the files themselves. */
export interface SourceInput {
  readonly discovery: Discovery;
  readonly documents: readonly Document[];
  readonly paths: ReadonlySet<string>;
  readonly facts: FactReader;
  readonly schemas: SchemaSource;
}

/** Reads and classifies all sources, those included that lie outside all roots and are imported; sorted by path. */
export async function readSources(input: SourceInput): Promise<readonly Source[]> {
  const routes = new Map(
    input.documents.filter(({ kind }) => kind === "component").map(({ id, route }) => [id, route]),
  );
  const inside = await mapConcurrent(input.discovery.sources, (file) => readSource(file, routes, input));
  const outside = await mapConcurrent(importedFromOutside(inside, input), (source) => readOutside(source, input));
  return [...inside, ...outside].sort((a, b) => compareCodePoints(a.path, b.path));
}

type Routes = ReadonlyMap<string, Document["route"]>;

/** `component` is the id that the path has; whether there is such a component is decided with all files in view. */
async function readSource(file: SourceFile, routes: Routes, input: SourceInput): Promise<Source> {
  const { path, compiled, match, exemption } = file;
  const facts = await input.facts.source(path);
  const unreadable = input.facts.isUnreadable(path);
  const route = (match === null ? undefined : routes.get(match.id)) ?? routeByType(file, input.schemas);
  // Whatever the parser could not make sense of looks like a file without code.
  const guessed = facts.syntax === "types" && facts.problems.length > 0;
  const syntax = unreadable || guessed ? null : facts.syntax;
  return {
    path,
    ...classify({ path, exemption, syntax, matched: match !== null, route }),
    component: match?.id ?? null,
    settings: compiled.settings,
    facts,
    importedBy: null,
    ...(unreadable ? { unreadable } : {}),
  };
}

function routeByType({ path, compiled }: SourceFile, schemas: SchemaSource): Document["route"] {
  const type = compiled.typeGlobs.find(({ covers }) => covers(path))?.type;
  return type === undefined ? "design" : schemas.route(compiled.settings, type);
}

interface Imported {
  readonly path: string;
  readonly importedBy: NonNullable<Source["importedBy"]>;
}

/** Code of the project that no root holds although a source imports it; the first import of each file. */
function importedFromOutside(inside: readonly Source[], input: SourceInput): readonly Imported[] {
  const known = new Set([...inside, ...input.discovery.documents, ...input.discovery.tests].map(({ path }) => path));
  const found = new Map<string, Imported>();
  for (const source of inside) {
    if (source.class === "exempt") continue;
    for (const { specifier, range } of source.facts.imports) {
      const path = resolveRelative(input.paths, source.path, specifier);
      if (path === null || known.has(path) || found.has(path) || !isCode(path) || isInstalled(path)) continue;
      // Where a part is read, most files are known by their paths alone.
      if (input.discovery.kindOf(path) !== "other") continue;
      if (exemptionOf(input.discovery.compiledFor(path), path) !== null) continue;
      found.set(path, { path, importedBy: { path: source.path, range } });
    }
  }
  return [...found.values()];
}

async function readOutside({ path, importedBy }: Imported, input: SourceInput): Promise<Source> {
  const facts = await input.facts.source(path);
  const { settings } = input.discovery.compiledFor(path);
  const unreadable = input.facts.isUnreadable(path);
  const shared = { path, component: null, settings, facts, importedBy, owes: [] };
  return { ...shared, class: "unclassified", ...(unreadable ? { unreadable } : {}) };
}
