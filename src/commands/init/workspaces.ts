import { parse as parseJson } from "jsonc-parser";
import { parse as parseYaml } from "yaml";

/** The members of a value at a key, as strings; empty where it is none or has other members. */
function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((member) => typeof member === "string") : [];
}

function property(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null && key in value ? Reflect.get(value, key) : undefined;
}

function fromPackage(text: string | undefined): readonly string[] {
  const workspaces = property(text === undefined ? undefined : parseJson(text), "workspaces");
  return [...strings(workspaces), ...strings(property(workspaces, "packages"))];
}

function fromPnpm(text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  try {
    return strings(property(parseYaml(text), "packages"));
  } catch {
    return []; // pnpm itself says what is wrong with its file
  }
}

/**
 * The folders of a monorepo's packages as globs (`packages/*`), from the texts of `package.json` (npm, yarn, bun) and
 * `pnpm-workspace.yaml`; exclusions are left out, and so is what cannot be read.
 */
export function workspaceGlobs(packageJson: string | undefined, pnpmWorkspace: string | undefined): readonly string[] {
  const globs = [...fromPackage(packageJson), ...fromPnpm(pnpmWorkspace)]
    .filter((glob) => !glob.startsWith("!"))
    .map((glob) => glob.replace(/^\.\//u, "").replace(/\/+$/u, ""))
    .filter((glob) => glob !== "" && glob !== ".");
  return [...new Set(globs)];
}
