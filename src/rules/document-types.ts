import type { Document, Workspace } from "../workspace/workspace.ts";

const upstream: ReadonlySet<string> = new Set(["story", "context"]);

/** The types that a document may have in its place. Types that the project adds fit everywhere. */
export function typesFor(workspace: Workspace, document: Document): readonly string[] {
  const all = workspace.typesOf(document.settings);
  if (document.kind === "component") return all.filter((name) => !upstream.has(name));
  const added = (name: string) => (document.settings.types[name]?.schema ?? null) !== null && !upstream.has(name);
  return all.filter((name) => name === document.kind || added(name));
}
