import type { SourceClass, Workspace } from "../workspace/workspace.ts";
import type { Summary } from "./report.ts";
import type { Role } from "./survey.ts";

/** The part of a summary that follows from what the files are. */
export type Counts = Pick<
  Summary,
  "sources" | "designed" | "direct" | "barrels" | "types" | "exempt" | "unclassified" | "documents" | "pending"
>;

const letters: Readonly<Record<SourceClass, Role>> = {
  designed: "d",
  direct: "r",
  barrel: "b",
  types: "t",
  exempt: "e",
  unclassified: "u",
};

/** What each source, document and test of a workspace counts as, by path. */
export function rolesOf(workspace: Workspace): ReadonlyMap<string, Role> {
  const roles = new Map<string, Role>();
  for (const { path } of workspace.tests) roles.set(path, "T");
  for (const { path } of workspace.documents) roles.set(path, "D");
  for (const { path, class: name } of workspace.sources) roles.set(path, letters[name]);
  for (const { sources, documents } of workspace.components.values()) {
    const [first] = documents;
    if (sources.length === 0 && first?.status === "planned") roles.set(first.path, "P");
  }
  return roles;
}

/** Counts files by what they count as. */
export function countRoles(roles: Iterable<string>): Counts {
  return countsOf(tally(roles));
}

/** How many files count as what. */
export function tally(roles: Iterable<string>): Map<string, number> {
  const found = new Map<string, number>();
  for (const role of roles) found.set(role, (found.get(role) ?? 0) + 1);
  return found;
}

/** The counts of files that were tallied. */
export function countsOf(found: ReadonlyMap<string, number>): Counts {
  const of = (role: Role): number => found.get(role) ?? 0;
  return {
    sources: of("d") + of("r") + of("b") + of("t") + of("e") + of("u"),
    designed: of("d"),
    direct: of("r"),
    barrels: of("b"),
    types: of("t"),
    exempt: of("e"),
    unclassified: of("u"),
    documents: of("D") + of("P"),
    pending: of("P"),
  };
}
