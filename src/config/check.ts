import { pointerTo } from "../schema/pointer.ts";
import { suggest } from "../schema/suggest.ts";
import type { UserError } from "../user-error.ts";
import { globProblem } from "./glob-check.ts";
import { folderOf, joinPath } from "./paths.ts";
import { partnerProblem, patternProblem } from "./pattern-check.ts";
import type { ConfigSource } from "./source.ts";

/** What the checks need to know of the files of the repository: their root-relative paths and git modes. */
export type KnownFiles = ReadonlyMap<string, { readonly mode: string }>;

/** The first thing in a config that its schema cannot see and that keeps it from being used; null where there is none. */
export function configProblem(source: ConfigSource, files: KnownFiles): UserError | null {
  for (const error of problems(source, files)) return error;
  return null;
}

function* problems(source: ConfigSource, files: KnownFiles): Generator<UserError> {
  for (const [pointer, pattern] of documentPatterns(source)) yield* at(source, pointer, patternProblem(pattern));
  for (const [index, { source: from, design, test }] of (source.raw.components ?? []).entries()) {
    const entry = `/components/${index}`;
    yield* at(source, `${entry}/source`, patternProblem(from));
    yield* at(source, `${entry}/design`, partnerProblem(design, from));
    yield* at(source, `${entry}/test`, partnerProblem(test, from));
  }
  for (const [index, { reason }] of (source.raw.exempt ?? []).entries()) {
    if (reason.trim() === "")
      yield source.error(`/exempt/${index}/reason`, "Unexpected empty reason, expected why these files are exempt");
  }
  for (const [pointer, glob] of globsOf(source)) yield* at(source, pointer, globProblem(glob));
  yield* typeProblems(source, files);
  yield* headingProblems(source);
}

function* at(source: ConfigSource, pointer: string, problem: string | null): Generator<UserError> {
  if (problem !== null) yield source.error(pointer, problem);
}

function documentPatterns({ raw }: ConfigSource): readonly [pointer: string, pattern: string][] {
  const keys = ["stories", "contexts"] as const;
  return keys.flatMap((key) => (raw[key] === undefined ? [] : [[`/${key}`, raw[key]]]));
}

function globsOf({ raw }: ConfigSource): readonly [pointer: string, glob: string][] {
  const lists: [string, readonly string[]][] = [
    ...(raw.exempt ?? []).map(({ files }, index): [string, readonly string[]] => [`/exempt/${index}/files`, files]),
    ...(raw.overrides ?? []).map(({ files }, index): [string, readonly string[]] => [
      `/overrides/${index}/files`,
      files,
    ]),
    ...Object.entries(raw.types ?? {}).map(([name, { match }]): [string, readonly string[]] => [
      pointerTo(pointerTo("/types", name), "match"),
      match ?? [],
    ]),
  ];
  return lists.flatMap(([pointer, globs]) =>
    globs.map((glob, index): [string, string] => [`${pointer}/${index}`, glob]),
  );
}

function* typeProblems(source: ConfigSource, files: KnownFiles): Generator<UserError> {
  for (const [name, type] of Object.entries(source.raw.types ?? {})) {
    for (const key of ["schema", "template"] as const) {
      const path = type[key];
      if (path === undefined) continue;
      const pointer = pointerTo(pointerTo("/types", name), key);
      const rooted = path.startsWith("/") || path.includes("\\") ? null : joinPath(source.base, path);
      const mode = rooted === null ? undefined : files.get(rooted)?.mode;
      if (rooted === null)
        yield source.error(pointer, `Unexpected path \`${path}\`, expected one inside the repository`);
      else if (mode === "120000") yield source.error(pointer, `Unexpected symlink ${rooted}, expected a file`);
      else if (mode === undefined)
        yield source.error(pointer, `The file ${rooted} does not exist`, nearPath(rooted, files));
    }
  }
}

/** `notes` and `components` are part of digests, so they are keyed on English; one heading can stand for one section only. */
function* headingProblems(source: ConfigSource): Generator<UserError> {
  const taken = new Map<string, string>();
  for (const [slug, headings] of Object.entries(source.raw.headings ?? {})) {
    const pointer = pointerTo("/headings", slug);
    if (slug === "notes" || slug === "components") {
      yield source.error(
        pointer,
        `The heading of \`${slug}\` is part of digests and cannot be localised`,
        `Remove \`${slug}\``,
      );
    }
    for (const [index, heading] of headings.entries()) {
      const other = taken.get(heading.toLowerCase());
      if (other !== undefined) {
        yield source.error(`${pointer}/${index}`, `The heading \`${heading}\` stands for \`${other}\` already`);
      }
      taken.set(heading.toLowerCase(), slug);
    }
  }
}

/** "Did you mean" for a path that does not exist: a file with the same name elsewhere, else one spelt alike. */
export function nearPath(path: string, files: KnownFiles): string {
  const name = path.slice(folderOf(path).length).replace(/^\//u, "");
  const named = [...files.keys()].filter((other) => other === name || other.endsWith(`/${name}`)).sort();
  const meant = named[0] ?? suggest(path, files.keys());
  return meant === null
    ? "Create it, or correct the path (files that git ignores are not seen)"
    : `Did you mean ${meant}?`;
}
