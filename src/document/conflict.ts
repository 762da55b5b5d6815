import type { DocumentProblem } from "./document.ts";
import { type Lines, lineAt, lineText } from "./lines.ts";

/** Finds merge-conflict markers; `fenced` holds the offsets of lines in code, where only a complete set counts. */
export function conflictMarkers(lines: Lines, fenced: ReadonlySet<number>): readonly DocumentProblem[] {
  const problems: DocumentProblem[] = [];
  let open: number[] = [];
  let middle = false;
  const lone = (numbers: readonly number[]) => {
    for (const line of numbers) if (!fenced.has(lines.starts[line] ?? 0)) problems.push(marker(lines, line, line));
  };
  for (let line = 0; line < lines.starts.length; line++) {
    const kind = markerKind(lineText(lines, line));
    if (kind === "") continue;
    if (kind === "<") {
      lone(open);
      [open, middle] = [[line], false];
    } else if (kind === "=") middle = open.length > 0;
    else if (kind === "|" && open.length === 0) lone([line]);
    else if (kind === "|") open.push(line);
    else if (middle) {
      problems.push(marker(lines, open[0] ?? line, line));
      [open, middle] = [[], false];
    } else {
      lone([...open, line]);
      open = [];
    }
  }
  lone(open);
  return problems;
}

function markerKind(text: string): "<" | "|" | "=" | ">" | "" {
  const first = text.charAt(0);
  if (first !== "<" && first !== "|" && first !== "=" && first !== ">") return "";
  if (first === "=") return text === "=======" ? "=" : "";
  return text.startsWith(`${first.repeat(7)} `) ? first : "";
}

function marker(lines: Lines, first: number, last: number): DocumentProblem {
  return {
    rule: "document/conflict-marker",
    message: first === last ? "Unexpected merge-conflict marker" : "Unexpected merge conflict",
    range: { start: lineAt(lines, first).start, end: lineAt(lines, last).end },
    mend: "Resolve the conflict and delete its markers",
    voidsDigest: false,
  };
}
