import type { Config } from "../config/config.ts";
import { pathSet, type Snapshot } from "../snapshot.ts";
import { assemble } from "./components.ts";
import { type ComponentMatch, type Discovery, discover } from "./discover.ts";
import { readDocuments } from "./documents.ts";
import type { FactReader } from "./facts.ts";
import { linkedAnchors } from "./links.ts";
import { mapConcurrent } from "./map-concurrent.ts";
import type { InterfaceComparer, SchemaSource } from "./ports.ts";
import { readSources } from "./sources.ts";
import { unmatchedPatterns } from "./unmatched.ts";
import { withInterfaces } from "./verdicts.ts";
import type { Component, Test, Workspace } from "./workspace.ts";

/** What a workspace is built from. */
export interface BuildInput {
  readonly snapshot: Snapshot;
  readonly config: Config;
  readonly facts: FactReader;
  readonly schemas: SchemaSource;
  readonly compare: InterfaceComparer;
  /** Where others are known: the only files to read and to relate; all of the snapshot's by default. Git is not asked about moves then. */
  readonly part?: { readonly files: ReadonlySet<string>; readonly isMatched: boolean };
}

/** Finds, reads, classifies and relates the files of a snapshot. What could not be read is kept by `facts`. */
export async function buildWorkspace(input: BuildInput): Promise<Workspace> {
  const { snapshot, config, facts, schemas, part } = input;
  const paths = pathSet(snapshot.files);
  const discovery = discover(part?.files ?? paths, config);
  const documents = await readDocuments(discovery.documents, facts, schemas);
  const found = await readSources({ discovery, documents, paths, facts, schemas });
  const claims = await readTests(discovery, facts);
  const assembled = assemble({ sources: found, documents, tests: claims, matches: matchesOf(discovery) });
  const components = await withInterfaces(assembled.components, input.compare);
  return {
    config,
    sources: assembled.sources,
    documents,
    tests: assembled.tests,
    components,
    strays: discovery.strays,
    unmatched: part?.isMatched === false ? [] : unmatchedPatterns(discovery, paths, config),
    paths,
    moves: part === undefined ? await movesFor(snapshot, assembled.tests, components) : new Map(),
    anchors: await linkedAnchors(documents, {
      paths,
      facts,
      isDocument: (path) => discovery.kindOf(path) === "document",
    }),
    typesOf: (settings) => schemas.names(settings),
  };
}

function readTests({ tests }: Discovery, facts: FactReader): Promise<readonly Test[]> {
  return mapConcurrent(tests, async ({ path, settings, exempt, match }): Promise<Test> => {
    const claims = { id: match.id, source: sourceOf(match) };
    const test = { path, settings, exempt, component: match.id, claims, facts: await facts.test(path) };
    return facts.isUnreadable(path) ? { ...test, exempt: true } : test;
  });
}

function sourceOf({ entry, placeholders }: ComponentMatch): string {
  return entry.source.render(placeholders)[0] ?? entry.patterns.source;
}

function matchesOf({ sources, documents }: Discovery): ReadonlyMap<string, ComponentMatch> {
  const files = [...sources, ...documents];
  return new Map(files.flatMap(({ path, match }) => (match === null ? [] : [[path, match] as const])));
}

/** Git is asked about moves only where something lacks its source. */
async function movesFor(
  snapshot: Snapshot,
  tests: readonly Test[],
  components: ReadonlyMap<string, Component>,
): Promise<Workspace["moves"]> {
  const isLonely = tests.some(({ component, exempt }) => component === null && !exempt);
  const isMissing = [...components.values()].some(({ sources }) => sources.length === 0);
  return isLonely || isMissing ? ((await snapshot.moves?.()) ?? new Map()) : new Map();
}
