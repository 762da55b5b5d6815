import { suggest } from "../schema/suggest.ts";
import { relativePathProblem } from "./glob-check.ts";

/** Why the pattern of a story, context or source cannot be used, in one sentence; null where it can. */
export function patternProblem(pattern: string): string | null {
  const braces = bracesOf(pattern);
  if (typeof braces === "string") return braces;
  const count = braces.filter((name) => name === "path").length;
  if (count === 0) return missingPath(braces);
  if (count > 1) return "Unexpected second `{path}` in a pattern";
  const part = braces.find((name) => name === "dir" || name === "base");
  return part === undefined
    ? null
    : `Unexpected \`{${part}}\`, a part of the \`{path}\` that stands in this pattern already`;
}

/** Why a design or test pattern cannot serve the source pattern of its entry; null where it can. */
export function partnerProblem(pattern: string, source: string): string | null {
  const braces = bracesOf(pattern);
  if (typeof braces === "string") return braces;
  const has = (name: string): boolean => braces.includes(name);
  if (!has("path") && !has("base")) return missingPath(braces);
  if (!has("path") && !has("dir"))
    return "Missing `{dir}` beside `{base}`: components of two folders would share one file";
  const given = placeholdersOf(source);
  const missing = given.find((name) => name !== "path" && !has(name));
  if (missing !== undefined) return `Missing \`{${missing}}\`, which stands in the source pattern`;
  const unknown = braces.find((name) => !given.includes(name) && name !== "dir" && name !== "base");
  if (unknown === undefined) return null;
  const meant = suggest(unknown, [...given, "dir", "base"]);
  return `Unexpected \`{${unknown}}\`, ${meant === null ? "expected a placeholder of the source pattern" : `expected \`{${meant}}\``}`;
}

function missingPath(names: readonly string[]): string {
  const meant = names.find((name) => suggest(name, ["path"]) !== null);
  const found = meant === undefined ? "" : `: did you mean \`{path}\` where \`{${meant}}\` stands?`;
  return `Missing \`{path}\` in a pattern${found}`;
}

function placeholdersOf(pattern: string): readonly string[] {
  const braces = bracesOf(pattern);
  return typeof braces === "string" ? [] : braces;
}

/** The placeholders of a pattern in order, or what is wrong with its braces. Alternatives (`{ts,tsx}`) are no placeholders. */
function bracesOf(pattern: string): readonly string[] | string {
  const path = relativePathProblem(pattern);
  if (path !== null) return path;
  const wildcard = /[*?]/u.exec(pattern)?.[0];
  if (wildcard !== undefined) return `Unexpected \`${wildcard}\` in a pattern, expected placeholders like \`{path}\``;
  const names: string[] = [];
  let rest = pattern;
  for (let open = rest.search(/[{}]/u); open >= 0; open = rest.search(/[{}]/u)) {
    const close = rest.indexOf("}", open);
    const inside = rest.slice(open + 1, close);
    if (rest[open] === "}" || close < 0 || inside.includes("{")) return "Unbalanced braces in a pattern";
    if (!inside.includes(",")) {
      if (!/^[a-zA-Z][\w-]*$/u.test(inside))
        return `Unexpected \`{${inside}}\`, expected a placeholder or alternatives like \`{ts,tsx}\``;
      names.push(inside);
    } else if (inside.split(",").some((choice) => choice.trim() === "" || choice !== choice.trim())) {
      return `Unexpected \`{${inside}}\`, expected alternatives like \`{ts,tsx}\` without empty ones`;
    }
    rest = rest.slice(close + 1);
  }
  return names;
}
