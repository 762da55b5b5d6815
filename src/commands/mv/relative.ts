import { posix } from "node:path";

// Deeper than any path climbs, so that one which leads out of the root keeps its dots.
const deep = `/${"_/".repeat(64)}`;

/** The path of a file, seen from the root, that a relative path in another file names; it may begin with `..`. */
export function pathFrom(file: string, relative: string): string {
  return posix.relative(deep, posix.join(deep, posix.dirname(file), relative));
}

/** The relative path from a file to a path seen from the root; it begins with `./` or `../`. */
export function relativeTo(file: string, target: string): string {
  const relative = posix.relative(posix.join(deep, posix.dirname(file)), posix.join(deep, target));
  if (relative === "") return ".";
  return relative.startsWith("../") || relative === ".." ? relative : `./${relative}`;
}
