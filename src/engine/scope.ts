import type { Workspace } from "../workspace/workspace.ts";
import type { Stamped } from "./run.ts";

/** The files of the components that some paths belong to, the paths themselves included; a path may be a folder. */
export function filesTouchedBy(workspace: Workspace, paths: readonly string[]): ReadonlySet<string> {
  const wanted = pathMatcher(paths);
  const touched = new Set<string>(paths);
  for (const component of workspace.components.values()) {
    const { expected } = component;
    const files = [...component.sources, ...component.documents, ...component.tests].map(({ path }) => path);
    const all = [...files, expected.source, expected.design, expected.test];
    if (all.some(wanted)) for (const path of all) touched.add(path);
  }
  // A path that is a file is no folder.
  if (paths.some((path) => !workspace.paths.has(path)))
    for (const path of workspace.paths) if (wanted(path)) touched.add(path);
  return touched;
}

/** Keeps the findings in the given files, or about them. */
export function within(findings: readonly Stamped[], files: ReadonlySet<string>): readonly Stamped[] {
  return findings.filter(({ finding }) => files.has(finding.path));
}

/** The findings that another run (of the base) does not have: same rule, file and message, counted. */
export function newSince(findings: readonly Stamped[], base: readonly Stamped[]): readonly Stamped[] {
  const known = new Map<string, number>();
  for (const finding of base) known.set(identity(finding), (known.get(identity(finding)) ?? 0) + 1);
  return findings.filter((finding) => {
    const left = known.get(identity(finding)) ?? 0;
    if (left > 0) known.set(identity(finding), left - 1);
    return left === 0;
  });
}

function identity({ rule, severity, finding }: Stamped): string {
  return JSON.stringify([rule, severity, finding.path, finding.message]);
}

function pathMatcher(paths: readonly string[]): (path: string) => boolean {
  const exact = new Set(paths);
  const folders = paths.map((path) => (path === "" ? "" : `${path}/`));
  return (path) => exact.has(path) || folders.some((folder) => path.startsWith(folder));
}
