import { suggest } from "../schema/suggest.ts";
import type { Component, Source, Workspace } from "../workspace/workspace.ts";

/** Where the source is that some document or test has lost, and how that is known. */
export interface Whereabouts {
  readonly source: Source;
  readonly component: Component;
  readonly by: "move" | "name";
}

/** The source that git saw moving away from a path, whatever its extension was; null where git saw no such move. */
export function movedSource(workspace: Workspace, path: string): Whereabouts | null {
  const moves = new Map([...workspace.moves].map(([from, to]) => [stemOf(from), to]));
  let to = moves.get(stemOf(path));
  for (let steps = 0; to !== undefined && steps < moves.size; steps++) {
    const found = workspace.paths.has(to) ? sourceAt(workspace, to) : null;
    if (found !== null) return { ...found, by: "move" };
    to = moves.get(stemOf(to));
  }
  return null;
}

/** The source that an id probably meant: the only one of that base name, else the nearest name, among those that lack the artefact. */
export function nearestSource(workspace: Workspace, id: string, lacks: "documents" | "tests"): Whereabouts | null {
  const candidates = [...workspace.components.values()].filter(
    (component) => component.id !== id && component.sources.length > 0 && component[lacks].length === 0,
  );
  const namesakes = candidates.filter((component) => baseOf(component.id) === baseOf(id));
  const near =
    namesakes.length === 1
      ? namesakes[0]?.id
      : suggest(
          id,
          candidates.map((component) => component.id),
        );
  const component = candidates.find((candidate) => candidate.id === near);
  const source = component?.sources[0];
  return component === undefined || source === undefined ? null : { component, source, by: "name" };
}

function sourceAt(workspace: Workspace, path: string): Pick<Whereabouts, "source" | "component"> | null {
  const source = workspace.sources.find((candidate) => candidate.path === path);
  const component = workspace.components.get(source?.component ?? "");
  return source === undefined || component === undefined ? null : { source, component };
}

function stemOf(path: string): string {
  return path.replace(/\.[cm]?[jt]sx?$/u, "");
}

function baseOf(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1);
}
