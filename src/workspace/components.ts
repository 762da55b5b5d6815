import { compareCodePoints } from "../order.ts";
import type { ComponentMatch } from "./discover.ts";
import { expectedPaths } from "./expected.ts";
import { groupBy } from "./group-by.ts";
import type { Component, Document, Source, Test } from "./workspace.ts";

/** Files of all kinds, with the entry of the config that gave a path its id. */
export interface Parts {
  readonly sources: readonly Source[];
  readonly documents: readonly Document[];
  readonly tests: readonly Test[];
  /** By path of the file. */
  readonly matches: ReadonlyMap<string, ComponentMatch>;
}

/** The parts with the component of each decided, and the components without their interface verdicts. */
export interface Assembled {
  readonly sources: readonly Source[];
  readonly tests: readonly Test[];
  readonly components: ReadonlyMap<string, Component>;
}

/**
 * Groups files by component. A source that owes nothing belongs to one only through a document or test that it has all
 * the same, and only where no other source claims the id; exempt documents and tests never make a component.
 */
export function assemble(parts: Parts): Assembled {
  const own = parts.documents.filter(({ kind }) => kind === "component");
  const documents = groupBy(own, ({ id }) => id);
  const claims = groupBy(parts.tests.filter(hasComponent), ({ component }) => component);
  const owing = new Set(parts.sources.filter(({ owes, unreadable }) => owes.length > 0 || unreadable).flatMap(idOf));
  const wanted = new Set([...documents.keys(), ...claims.keys()]);
  const sources = parts.sources.map((source) => {
    const keeps = isClaimed(source, wanted, owing);
    return keeps || source.component === null ? source : { ...source, component: null };
  });
  const bySource = groupBy(sources.filter(hasComponent), ({ component }) => component);
  const living = own.filter(({ exempt }) => !exempt).map(({ id }) => id);
  const ids = [...new Set([...bySource.keys(), ...living])].sort(compareCodePoints);
  const known = new Set(ids);
  const tests = parts.tests.map((test) => (known.has(test.component ?? "") ? test : { ...test, component: null }));
  const components = ids.flatMap((id): [string, Component][] => {
    const files = { sources: bySource.get(id) ?? [], documents: documents.get(id) ?? [], tests: claims.get(id) ?? [] };
    const component = componentOf(id, files, parts.matches);
    return component === null ? [] : [[id, component]];
  });
  return { sources, tests, components: new Map(components) };
}

function isClaimed(source: Source, wanted: ReadonlySet<string>, owing: ReadonlySet<string>): boolean {
  const { component, class: name, owes, unreadable } = source;
  if (component === null || name === "unclassified") return false;
  return owes.length > 0 || unreadable === true || (wanted.has(component) && !owing.has(component));
}

function componentOf(
  id: string,
  files: Pick<Component, "sources" | "documents" | "tests">,
  matches: Parts["matches"],
): Component | null {
  const first = files.sources[0] ?? files.documents[0];
  const match = first === undefined ? undefined : matches.get(first.path);
  if (first === undefined || match === undefined) return null;
  return { id, settings: first.settings, ...files, expected: expectedPaths(match, files), interface: null };
}

function hasComponent<T extends { readonly component: string | null }>(file: T): file is T & { component: string } {
  return file.component !== null;
}

function idOf({ component }: Source): readonly string[] {
  return component === null ? [] : [component];
}
