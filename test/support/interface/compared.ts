import { posix } from "node:path";
import type { CodeBlock } from "../../../src/document/document.ts";
import { type CompareInput, compareInterface } from "../../../src/interface/compare.ts";
import type { ModuleFiles } from "../../../src/interface/modules.ts";
import type { InterfaceVerdict } from "../../../src/interface/verdict.ts";

/** Files in memory; relative specifiers find `.ts` files and folders' `index.ts`. */
export function filesOf(texts: Readonly<Record<string, string>>): ModuleFiles {
  return {
    resolve(from, specifier) {
      if (!specifier.startsWith(".")) return null;
      const base = posix.join(posix.dirname(from), specifier);
      const stem = base.replace(/\.([cm]?)js$/u, ".$1ts");
      return (
        [base, stem, `${base}.ts`, `${base}.tsx`, `${base}.d.ts`, `${base}/index.ts`].find((path) => path in texts) ??
        null
      );
    },
    text: (path) => texts[path],
  };
}

/** A block as a document would hold it, at an offset. */
export function blockOf(text: string, start = 0, lang = "ts"): CodeBlock {
  const lines = [start];
  for (const [index, letter] of [...text].entries()) if (letter === "\n") lines.push(start + index + 1);
  return { section: ["interface"], lang, text, range: { start, end: start + text.length }, lines };
}

export interface Compared extends Partial<Pick<CompareInput, "oracle" | "exactOptional">> {
  readonly path?: string;
  readonly files?: Readonly<Record<string, string>>;
}

/** The verdict on one declared text and one source text, `src/a.ts` unless told otherwise. */
export function compared(declared: string | null, actual: string, more: Compared = {}): InterfaceVerdict {
  const path = more.path ?? "src/a.ts";
  return compareInterface({
    source: { path, text: actual },
    document: { path: "docs/design/a.md" },
    blocks: declared === null ? [] : [blockOf(declared)],
    files: filesOf({ ...more.files, [path]: actual }),
    oracle: more.oracle ?? null,
    ...(more.exactOptional === undefined ? {} : { exactOptional: more.exactOptional }),
  });
}
