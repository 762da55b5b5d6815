import type ts from "typescript";
import type { TypeFiles } from "../platform.ts";
import { failureReason } from "./compiler-failure.ts";
import type { ProjectSettings } from "./oracle-config.ts";
import { createDisk } from "./oracle-disk.ts";
import { createProject, type OracleProject } from "./oracle-project.ts";
import { createProjectFinder } from "./oracle-settings.ts";
import type { TypeOracle } from "./type-oracle.ts";

/** What the compiler gets to see, and for which files. */
export interface OracleInput {
  /** Absolute path of the snapshot's root. */
  readonly root: string;
  /** The disk beside the snapshot: packages, the compiler's own libraries, configs above the root. */
  readonly files: TypeFiles;
  /** Text of a file of the snapshot by root-relative path, which wins over the disk; undefined where it has none. */
  text(path: string): string | undefined;
  /** Root-relative paths of the files that questions will be asked about. */
  readonly sources: readonly string[];
  /** Root-relative paths of the `.d.ts` files, and of sources that declare for all files, of which each tsconfig takes what it includes. */
  readonly declarations?: readonly string[];
  /** Syntax trees of the snapshot's files by root-relative path, each of which one program may have. */
  tree?(path: string): ts.SourceFile | null;
  /** Where an import statement leads for those who keep answers: answers then name no file that is found that way. */
  follows?(from: string, specifier: string): string | null;
}

/**
 * The type oracle over the classic compiler API: one program for each tsconfig (two where it
 * does not let JavaScript in), made at the first question, and each file's
 * declarations written once. What it cannot tell for sure is an answer with a reason.
 */
export function createOracle(input: OracleInput): TypeOracle {
  const projectOf = projects(input);
  return {
    declarationOf(path, name) {
      try {
        return projectOf(path).declarationOf(path, name);
      } catch (error) {
        return { ok: false, reason: failureReason(error) };
      }
    },
    sameType(path, question) {
      try {
        return projectOf(path).sameType(path, question);
      } catch (error) {
        return { ok: false, reason: failureReason(error), failed: true };
      }
    },
    announce: (path, question) => projectOf(path).announce(path, question),
  };
}

function projects(input: OracleInput): (path: string) => OracleProject {
  const disk = createDisk(input.root, input.files, (path) => input.text(path));
  const declarations = (input.declarations ?? []).map(disk.absolute);
  const settingsOf = createProjectFinder(disk, [...input.sources.map(disk.absolute), ...declarations]);
  const tree = (path: string): ts.SourceFile | null => {
    const inside = disk.relative(path);
    return inside === null ? null : (input.tree?.(inside) ?? null);
  };
  const followed = input.follows === undefined ? {} : { follows: input.follows };
  const groupOf = (path: string): string =>
    JSON.stringify([settingsOf(path).config, isForeign(path, settingsOf(path))]);
  const made = new Map<string, OracleProject>();
  return (path) => {
    const settings = settingsOf(disk.absolute(path));
    const group = groupOf(disk.absolute(path));
    const found = made.get(group);
    if (found !== undefined) return found;
    const members = input.sources.map(disk.absolute).filter((source) => groupOf(source) === group);
    const ambient = declarations.filter((file) => settings.includes.has(file));
    const project = createProject({ ...settings, ambient }, members, { ...disk, tree, ...followed });
    made.set(group, project);
    return project;
  };
}

/**
 * JavaScript that a tsconfig does not let in has a program of its own, which does: what the other sources see must not depend on what
 * else is asked about.
 */
function isForeign(path: string, { options }: ProjectSettings): boolean {
  return options.allowJs !== true && options.checkJs !== true && /\.[cm]?jsx?$/u.test(path);
}
