import { suggest } from "../schema/suggest.ts";
import { groupBy } from "../workspace/group-by.ts";
import type { Component, Source, Workspace } from "../workspace/workspace.ts";

/** Where the source is that some document or test has lost, and how that is known. */
export interface Whereabouts {
  readonly source: Source;
  readonly component: Component;
  readonly by: "move" | "name";
}

/** Finds the source that git saw moving away from a path, whatever its extension was; null where git saw no such move. */
export function moveFinder(workspace: Workspace): (path: string) => Whereabouts | null {
  const moves = new Map([...workspace.moves].map(([from, to]) => [stemOf(from), to]));
  return (path) => {
    let to = moves.get(stemOf(path));
    for (let steps = 0; to !== undefined && steps < moves.size; steps++) {
      const found = sourceAt(workspace, to);
      if (found !== null) return found;
      to = moves.get(stemOf(to));
    }
    return null;
  };
}

/**
 * Finds the source that an id probably meant, among those that lack the artefact: the one of that base name (of several
 * the nearest), else the nearest name in the same folder. Names are not compared all with all, so thousands stay fast.
 */
export function nearestFinder(workspace: Workspace, lacks: "documents" | "tests"): (id: string) => Whereabouts | null {
  const candidates = [...workspace.components.values()].filter(
    (component) => component.sources.length > 0 && component[lacks].length === 0,
  );
  const byBase = groupBy(candidates, ({ id }) => baseOf(id));
  const byFolder = groupBy(candidates, ({ id }) => folderOf(id));
  return (id) => {
    const namesakes = byBase.get(baseOf(id)) ?? [];
    const only = namesakes.length === 1 ? namesakes[0] : undefined;
    const component = only ?? nearest(id, namesakes) ?? nearest(id, byFolder.get(folderOf(id)) ?? []);
    const source = component?.sources[0];
    return component === undefined || source === undefined ? null : { component, source, by: "name" };
  };
}

function nearest(id: string, candidates: readonly Component[]): Component | undefined {
  const meant = suggest(
    id,
    candidates.map((component) => component.id),
  );
  return candidates.find((component) => component.id === meant);
}

function sourceAt(workspace: Workspace, path: string): Whereabouts | null {
  if (!workspace.paths.has(path)) return null;
  const source = workspace.sources.find((candidate) => candidate.path === path);
  const component = workspace.components.get(source?.component ?? "");
  return source === undefined || component === undefined ? null : { source, component, by: "move" };
}

function stemOf(path: string): string {
  return path.replace(/\.[cm]?[jt]sx?$/u, "");
}

function baseOf(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1);
}

function folderOf(id: string): string {
  return id.slice(0, Math.max(id.lastIndexOf("/"), 0));
}
