import { createTwoFilesPatch } from "diff";
import type { Edit } from "../edit.ts";
import type { FixedFile } from "../fix.ts";

/** A unified diff of the files, as `git apply` takes it; "" for none. */
export function unifiedDiff(files: readonly FixedFile[]): string {
  return files
    .map(({ path, before, after }) => {
      const patch = createTwoFilesPatch(
        before === null ? "/dev/null" : `a/${path}`,
        `b/${path}`,
        before ?? "",
        after,
        "",
        "",
        {
          context: 3,
        },
      );
      return patch.replace(/^=+\n/u, "").replaceAll("\t\n", "\n");
    })
    .join("");
}

/** The edits that bring files on disk from `before` to `after`: one replacement of the part that differs, or a new file. */
export function editsOf(files: readonly FixedFile[]): readonly Edit[] {
  return files.map(({ path, before, after }) => {
    if (before === null) return { kind: "create", path, text: after };
    const start = commonPrefix(before, after);
    const tail = commonSuffix(before.slice(start), after.slice(start));
    return {
      kind: "replace",
      path,
      range: { start, end: before.length - tail },
      text: after.slice(start, after.length - tail),
    };
  });
}

function commonPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

function commonSuffix(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a.at(-1 - length) === b.at(-1 - length)) length++;
  return length;
}
