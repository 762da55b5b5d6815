import type { Splice } from "../edit.ts";
import { type ConflictLines, uniteApprovals } from "./approval-conflict.ts";
import type { DocumentProblem } from "./document.ts";
import { type Lines, lineAt, lineText } from "./lines.ts";

/**
 * Finds merge-conflict markers; `fenced` holds the offsets of lines in code, where only a complete set counts. A conflict in the
 * `approvals` block comes with the edit that unites both sides.
 */
export function conflictMarkers(lines: Lines, fenced: ReadonlySet<number>): readonly DocumentProblem[] {
  const { sets, strays } = markersIn(lines);
  const union = uniteApprovals(lines, sets);
  const lone = strays.filter((line) => !fenced.has(lines.starts[line] ?? 0));
  return [
    ...sets.map(({ first, last }) => conflict(lines, { first, last }, union)),
    ...lone.map((line) => conflict(lines, { first: line, last: line }, null)),
  ];
}

interface Markers {
  readonly sets: readonly ConflictLines[];
  /** Lines of markers without the others of their set. */
  readonly strays: readonly number[];
}

function markersIn(lines: Lines): Markers {
  const sets: ConflictLines[] = [];
  const strays: number[] = [];
  let open: number[] = [];
  let middle: number | null = null;
  for (let line = 0; line < lines.starts.length; line++) {
    const kind = markerKind(lineText(lines, line));
    if (kind === "") continue;
    if (kind === "<") {
      strays.push(...open);
      [open, middle] = [[line], null];
    } else if (kind === "=") middle = open.length > 0 ? (middle ?? line) : null;
    else if (kind === "|" && open.length > 0) open.push(line);
    else if (kind === "|") strays.push(line);
    else if (middle !== null) {
      sets.push({ first: open[0] ?? line, base: open[1] ?? null, middle, last: line });
      [open, middle] = [[], null];
    } else {
      strays.push(...open, line);
      open = [];
    }
  }
  return { sets, strays: [...strays, ...open] };
}

function markerKind(text: string): "<" | "|" | "=" | ">" | "" {
  const first = text.charAt(0);
  if (first !== "<" && first !== "|" && first !== "=" && first !== ">") return "";
  if (first === "=") return text === "=======" ? "=" : "";
  return text.startsWith(`${first.repeat(7)} `) ? first : "";
}

function conflict(lines: Lines, at: { first: number; last: number }, union: Splice | null): DocumentProblem {
  const range = { start: lineAt(lines, at.first).start, end: lineAt(lines, at.last).end };
  const common = { rule: "document/conflict-marker", range, voidsDigest: false } as const;
  if (union !== null && range.start >= union.range.start && range.start < union.range.end)
    return {
      ...common,
      message: "Unexpected merge conflict in `approvals`",
      mend: "Keep the approvals of both sides, sorted",
      splices: [union],
    };
  const message = at.first === at.last ? "Unexpected merge-conflict marker" : "Unexpected merge conflict";
  return { ...common, message, mend: "Resolve the conflict and delete its markers" };
}
