import type { DocumentProblem } from "./document.ts";
import { type Lines, lineAt, lineText } from "./lines.ts";

/** Where the parts of a document stand, as line numbers from 0 (convention 5, step 1 to 3). */
export interface Layout {
  /** The closing fence; null where there is no frontmatter. */
  readonly close: number | null;
  /** The first frontmatter line that begins `status:`. */
  readonly status: number | null;
  /** The last line of the body that is exactly `## Notes`. */
  readonly notes: number | null;
  readonly problems: readonly DocumentProblem[];
}

/** Finds fences, status line and Notes line by whole lines alone, without reading YAML or Markdown. */
export function layoutOf(lines: Lines): Layout {
  const problems: DocumentProblem[] = [];
  const close = closingFence(lines, problems);
  let status: number | null = null;
  for (let line = (close ?? 0) - 1; line > 0; line--) if (lineText(lines, line).startsWith("status:")) status = line;
  let notes: number | null = null;
  for (let line = lines.starts.length - 1; line > (close ?? -1) && notes === null; line--) {
    if (lineText(lines, line) === "## Notes") notes = line;
  }
  return { close, status, notes, problems };
}

function closingFence(lines: Lines, problems: DocumentProblem[]): number | null {
  const first = lineText(lines, 0);
  if (first !== "---") {
    const message = first.startsWith("---")
      ? `Unexpected text after \`---\`, expected a first line that is exactly \`---\``
      : "Missing frontmatter, expected a first line that is exactly `---`";
    problems.push(fenceProblem(lines, 0, message));
    if (first.trimEnd() !== "---") return null;
  }
  for (let line = 1; line < lines.starts.length; line++) {
    const text = lineText(lines, line);
    if (text === "---") return line;
    if (!text.startsWith("---") && !text.startsWith("...")) continue;
    problems.push(
      fenceProblem(lines, line, "Unexpected document marker, expected a closing line that is exactly `---`"),
    );
    if (text.trimEnd() === "---") return line;
  }
  problems.push(fenceProblem(lines, 0, "Missing end of the frontmatter, expected a line that is exactly `---`"));
  return null;
}

function fenceProblem(lines: Lines, line: number, message: string): DocumentProblem {
  const mend = "Put the frontmatter between two lines that are exactly `---`, the first of them on line 1";
  return { rule: "document/frontmatter", message, range: lineAt(lines, line), mend, voidsDigest: true };
}
