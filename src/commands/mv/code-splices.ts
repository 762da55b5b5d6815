import type { Splice } from "../../edit.ts";
import { sourceFacts } from "../../interface/facts.ts";
import { movedSpecifier, type Relocation } from "./specifier.ts";

/** A string literal that names a module, quotes included in its range. */
interface Literal {
  readonly specifier: string;
  readonly start: number;
  readonly end: number;
}

// Calls that name a module without importing it: mocks of the test runners, and paths beside the file.
const naming = new RegExp(
  String.raw`(?:\b(?:vi|vitest|jest|mock)\s*\.\s*\w+\s*(?:<[^\n]{0,200}?>)?|\bnew\s+URL|\bimport\.meta\.resolve|\brequire\.resolve)` +
    String.raw`\s*\(\s*(?=(["'` +
    "`" +
    String.raw`])(\.{1,2}\/[^"'` +
    "`" +
    String.raw`\n]*)\1)`,
  "gu",
);

function literals(text: string, path: string): readonly Literal[] {
  const imported = sourceFacts(text, path).imports.map(({ specifier, range }) => ({ specifier, ...range }));
  const named = [...text.matchAll(naming)].map((match) => {
    const start = match.index + match[0].length;
    const specifier = match[2] ?? "";
    return { specifier, start, end: start + specifier.length + 2 };
  });
  return [...imported, ...named];
}

/** What has to change in a code file so that its relative specifiers name the same files after the move. */
export function codeSplices(text: string, path: string, relocation: Relocation): readonly Splice[] {
  const splices = new Map<number, Splice>();
  for (const { specifier, start, end } of literals(text, path)) {
    const moved = movedSpecifier(specifier, path, relocation);
    // A literal with escapes says something else than it shows; nobody writes paths so.
    if (moved === null || text.slice(start + 1, end - 1) !== specifier) continue;
    splices.set(start, { range: { start: start + 1, end: end - 1 }, text: moved });
  }
  return [...splices.values()];
}

/** Specifiers of a code file that name a moved file by an alias, as far as their ends tell: a person has to look. */
export function aliasesOf(text: string, path: string, stems: readonly string[]): readonly string[] {
  const bare = (specifier: string) => specifier.replace(/[?#].*$/su, "").replace(/\.[cm]?[jt]sx?$/u, "");
  return sourceFacts(text, path)
    .imports.map(({ specifier }) => specifier)
    .filter((specifier) => !specifier.startsWith(".") && stems.some((stem) => bare(specifier).endsWith(`/${stem}`)));
}
