import { localLink } from "../rules/links.ts";
import type { FileTable, Snapshot } from "../snapshot.ts";
import type { Dependence, Dependences, ImportNode } from "../workspace/dependence.ts";
import type { Discovery } from "../workspace/discover.ts";
import { linkedFile } from "../workspace/links.ts";
import type { Component, Document, Source, Workspace } from "../workspace/workspace.ts";
import { rolesOf } from "./count.ts";
import type { Role, SurveyFile } from "./survey.ts";
import { specifierTokens, token } from "./tokens.ts";

/** What is known of the files of a run. */
export interface Known {
  readonly snapshot: Pick<Snapshot, "files">;
  readonly workspace: Workspace;
  readonly discovery: Pick<Discovery, "idsOf">;
  readonly dependences: Dependences;
}

/** What is known of one file: what it counts as, and by what it is found. */
export interface FileNote {
  readonly role: Role;
  readonly tokens: readonly number[];
}

/** The files of a snapshot as a survey keeps them, sorted by path. */
export function takeSurvey(known: Known): readonly SurveyFile[] {
  const notes = noteFiles(known);
  const { nodes } = known.dependences;
  return sortedPaths(known.snapshot.files).map((path): SurveyFile => {
    const { role, tokens } = notes.get(path) ?? unknown;
    const node = nodes.get(path);
    return {
      path,
      id: known.snapshot.files.get(path)?.id ?? "",
      role,
      own: node?.own ?? "",
      tokens: node === undefined ? tokens : new Set([...tokens, ...nodeTokens(path, node)]),
    };
  });
}

const unknown: FileNote = { role: "-", tokens: [] };

/** All paths of a snapshot in the order of code units, in which most snapshots list them anyway. */
export function sortedPaths(files: FileTable): readonly string[] {
  const paths = [...files.keys()];
  const isSorted = paths.every((path, index) => index === 0 || (paths[index - 1] ?? "") < path);
  return isSorted ? paths : paths.sort();
}

/** What is known of each source, document and test of a workspace, by path. */
export function noteFiles({ workspace, discovery, dependences }: Known): ReadonlyMap<string, FileNote> {
  const tokens = new Map<string, Set<number>>();
  const roles = rolesOf(workspace);
  for (const path of roles.keys()) tokens.set(path, new Set(discovery.idsOf(path).map((id) => token("id", id))));
  const add = (path: string, found: Iterable<number>): void => {
    for (const each of found) tokens.get(path)?.add(each);
  };
  for (const source of workspace.sources) add(source.path, sourceTokens(source, dependences.verdicts.get(source.path)));
  for (const document of workspace.documents) add(document.path, documentTokens(document));
  for (const { path } of [...workspace.documents, ...workspace.tests]) add(path, [token("case", path)]);
  for (const component of workspace.components.values()) add(firstOf(component), lackTokens(component));
  return new Map([...roles].map(([path, role]) => [path, { role, tokens: [...(tokens.get(path) ?? [])] }]));
}

/** The tokens of a file's imports as the compiler sees them. */
export function nodeTokens(path: string, { targets, specifiers }: ImportNode): readonly number[] {
  return [
    ...targets.map((target) => token("imports", target)),
    ...specifiers.flatMap((specifier) => specifierTokens(path, specifier)),
  ];
}

function sourceTokens({ path, facts }: Source, dependence: Dependence | undefined): readonly number[] {
  const imports = facts.imports.flatMap(({ specifier }) => specifierTokens(path, specifier));
  if (dependence === undefined) return imports;
  const { seen, resolved, isOpen, deep } = dependence;
  return [
    ...imports,
    ...seen.map((other) => token("uses", other)),
    ...resolved.flatMap(([from, specifier]) => specifierTokens(from, specifier)),
    ...(deep ?? []).map((other) => token("imports", other)),
    ...(isOpen ? [token("is", "open")] : []),
    ...(deep === null ? [] : [token("is", deep.length === 0 ? "anything" : "compiled")]),
  ];
}

function documentTokens({ path, facts }: Document): readonly number[] {
  const targets = facts.links.flatMap(({ target }) => [localLink(target, path)?.path, linkedFile(path, target)]);
  return targets.flatMap((target) => (target === null || target === undefined ? [] : [token("links", target)]));
}

/** Where a component's artefacts would be that it does not have. */
function lackTokens({ expected, sources, documents, tests }: Component): readonly number[] {
  return [
    ...(sources.length === 0 ? [token("lacks", expected.source)] : []),
    ...(documents.length === 0 ? [token("lacks", expected.design)] : []),
    ...(tests.length === 0 ? [token("lacks", expected.test)] : []),
  ];
}

function firstOf({ sources, documents }: Component): string {
  return (sources[0] ?? documents[0])?.path ?? "";
}
