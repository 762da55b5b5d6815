/** The folder of a root-relative path; "" for a file in the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/** Joins a root-relative folder and a relative path, `.` and `..` resolved; null where it leads out of the root. */
export function joinPath(folder: string, path: string): string | null {
  const steps: string[] = [];
  for (const step of `${folder}/${path}`.split("/")) {
    if (step === "" || step === ".") continue;
    if (step !== "..") steps.push(step);
    else if (steps.pop() === undefined) return null;
  }
  return steps.join("/");
}

/** True where a path lies in a folder, at any depth; every path lies in "". */
export function isInside(folder: string, path: string): boolean {
  return folder === "" || path.startsWith(`${folder}/`);
}
