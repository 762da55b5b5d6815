import type { Workspace } from "../workspace/workspace.ts";

/** Files that claim one thing: several for one id, or for ids that some file systems cannot tell apart. */
export interface Rivals {
  readonly what: "source" | "design" | "test" | "story" | "context";
  /** Sorted by path; at least two. */
  readonly files: readonly { readonly path: string; readonly id: string }[];
}

/** All groups of rivals; exempt files are nobody's rivals. */
export function rivals(workspace: Workspace): readonly Rivals[] {
  const sources = workspace.sources.flatMap(({ path, component, class: name }) =>
    component === null || name === "exempt" ? [] : [{ path, id: component }],
  );
  const tests = workspace.tests.flatMap(({ path, component, claims, exempt }) => {
    const id = component ?? claims?.id;
    return id === undefined || exempt ? [] : [{ path, id }];
  });
  const documents = workspace.documents.filter(({ exempt }) => !exempt);
  const ofKind = (kind: "component" | "story" | "context") => documents.filter((document) => document.kind === kind);
  return [
    ...grouped("source", sources),
    ...grouped("design", ofKind("component")),
    ...grouped("story", ofKind("story")),
    ...grouped("context", ofKind("context")),
    ...grouped("test", tests),
  ];
}

/** Paths of the files whose id differs from a rival's in letter case alone. */
export function caseTwins(workspace: Workspace): ReadonlySet<string> {
  const mixed = rivals(workspace).filter(({ files }) => new Set(files.map(({ id }) => id)).size > 1);
  return new Set(mixed.flatMap(({ files }) => files.map(({ path }) => path)));
}

function grouped(what: Rivals["what"], files: Rivals["files"]): readonly Rivals[] {
  const groups = new Map<string, Rivals["files"][number][]>();
  for (const { path, id } of files) {
    const key = id.toLowerCase();
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push({ path, id });
  }
  return [...groups.values()].filter((group) => group.length > 1).map((group) => ({ what, files: group }));
}
