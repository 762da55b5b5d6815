/** Why a glob of a config cannot be used, in one sentence; null where it can. */
export function globProblem(glob: string): string | null {
  const path = relativePathProblem(glob);
  if (path !== null) return path;
  if (glob.startsWith("!")) return "Unexpected `!` at the start of a glob, expected files to include";
  if (!isBalanced(glob)) return "Unbalanced braces in a glob";
  return null;
}

/** Why a text is no path inside the folder of its config (`..`, absolute, backslash, empty); null where it is one. */
export function relativePathProblem(path: string): string | null {
  if (path.trim() === "") return "Unexpected empty path";
  if (path.includes("\\")) return "Unexpected backslash in a path, expected `/`";
  if (path.startsWith("/") || /^[A-Za-z]:/u.test(path))
    return "Unexpected absolute path, expected one relative to the folder of the config";
  if (path.split("/").includes("..")) return "Unexpected `..` in a path, expected one inside the folder of the config";
  return null;
}

/** The glob without the `./` that it may begin with. */
export function plainGlob(glob: string): string {
  return glob.replace(/^(?:\.\/+)+/u, "");
}

function isBalanced(glob: string): boolean {
  let depth = 0;
  for (const character of glob) {
    if (character === "{") depth++;
    else if (character === "}") depth--;
    if (depth < 0) return false;
  }
  return depth === 0;
}
