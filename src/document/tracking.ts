import type { Splice } from "../edit.ts";
import { parseApprovals, serialiseApprovals } from "./approvals.ts";
import type { DocumentFacts, DocumentProblem, Status } from "./document.ts";
import type { Layout } from "./layout.ts";
import { type Lines, lineAt, lineEnd, lineText } from "./lines.ts";
import { looseApprovals } from "./loose-approvals.ts";

/** What the tracking block says, and the lines (from 0) that are no content because of it. */
export interface Tracking {
  readonly status: DocumentFacts["status"];
  readonly approvals: DocumentFacts["approvals"];
  readonly cut: ReadonlySet<number>;
  readonly problems: readonly DocumentProblem[];
}

/** Lines `first` to before `end` that belong to one tracking key. */
interface KeyLines {
  readonly first: number;
  readonly end: number;
}

const statusLine = /^status: (draft|planned|implemented|deprecated)$/u;
const block = "`status:` and then `approvals:` as the last two keys of the frontmatter";

/** Reads the tracking block with its own grammar (convention 3). Malformed: problems, and a best guess at what to cut. */
export function trackingOf(lines: Lines, layout: Layout): Tracking {
  const { close } = layout;
  if (close === null) return { status: null, approvals: null, cut: new Set(), problems: [] };
  const statuses = keyLines(lines, close, "status:");
  const approvals = keyLines(lines, close, "approvals:");
  const cut = new Set([...statuses, ...approvals].flatMap(({ first, end }) => span(first, end)));
  const [status] = statuses;
  if (status === undefined) return { status: null, approvals: null, cut, problems: [missingStatus(lines, close)] };
  const problems = [
    ...[...statuses.slice(1), ...approvals.slice(1)].map(({ first }) => again(lines, first)),
    ...statusProblems(lines, status),
    ...approvals.flatMap((key) => approvalsProblems(lines, key)),
  ];
  const sorted = status.first + cut.size === close && (approvals[0] === undefined || approvals[0].first === status.end);
  if (!sorted)
    problems.push(disorder(lines, { close, keys: [...statuses, ...approvals], simple: problems.length === 0 }));
  const clean = problems.length === 0;
  return { status: statusOf(lines, status), approvals: clean ? approvalsOf(lines, approvals[0]) : null, cut, problems };
}

/** The edit that sets `status` to another value; null where the document has no well-formed status line. */
export function statusEdit(facts: DocumentFacts, value: Status): Splice | null {
  return facts.status === null ? null : { range: facts.status.range, text: value };
}

/** Every place of a key at the beginning of a frontmatter line, with the indented lines that follow it. */
function keyLines(lines: Lines, close: number, key: string): readonly KeyLines[] {
  const found: KeyLines[] = [];
  for (let line = 1; line < close; line++) {
    if (!lineText(lines, line).startsWith(key)) continue;
    let end = line + 1;
    while (end < close && /^(?: |- |$)/u.test(lineText(lines, end))) end++;
    found.push({ first: line, end });
  }
  return found;
}

function span(first: number, end: number): readonly number[] {
  return Array.from({ length: end - first }, (_, index) => first + index);
}

function statusOf(lines: Lines, { first }: KeyLines): DocumentFacts["status"] {
  const value = statusLine.exec(lineText(lines, first))?.[1] as Status | undefined;
  if (value === undefined) return null;
  const { end } = lineAt(lines, first);
  return { value, range: { start: end - value.length, end } };
}

function statusProblems(lines: Lines, { first, end }: KeyLines): readonly DocumentProblem[] {
  const mend = "Write `status: draft`, `status: planned`, `status: implemented` or `status: deprecated`";
  if (!statusLine.test(lineText(lines, first))) {
    const message = "Unexpected status, expected exactly `status: ` and draft, planned, implemented or deprecated";
    return [malformed(lines, first, { message, mend })];
  }
  if (end === first + 1) return [];
  return [malformed(lines, first + 1, { message: "Unexpected text after `status:`", mend: "Delete it" })];
}

function approvalsProblems(lines: Lines, key: KeyLines): readonly DocumentProblem[] {
  const mend = "Restore the entry as `design-lint approve` wrote it, or delete it and approve again";
  const text = lineText(lines, key.first);
  if (text === "approvals: []" && key.end === key.first + 1) return [];
  if (text !== "approvals:") {
    const message = "Unexpected approvals, expected `approvals: []`, or `approvals:` and entries below it";
    return [malformed(lines, key.first, { message, mend })];
  }
  const parsed = parseApprovals(blockText(lines, key));
  if (parsed.ok) return [];
  const line = Math.min(key.first + 1 + parsed.line, Math.max(key.first, key.end - 1));
  const message = `${parsed.message} in \`approvals\``;
  const sorting = sortingOf(lines, key);
  if (sorting === null) return [malformed(lines, line, { message, mend })];
  const sorted = malformed(lines, line, { message, mend: "Sort the approvals, and keep each once" });
  return [{ ...sorted, splices: [sorting] }];
}

/** The edit that mends a block in which only the order is wrong: a merge without conflict may leave it so. */
function sortingOf(lines: Lines, key: KeyLines): Splice | null {
  const text = blockText(lines, key);
  const sorted = serialiseApprovals(looseApprovals(text) ?? []);
  if (!parseApprovals(sorted).ok) return null;
  const start = lines.starts[key.first + 1] ?? lines.text.length;
  return { range: { start, end: start + text.length }, text: sorted.replaceAll("\n", lineEnd(lines)) };
}

function blockText(lines: Lines, { first, end }: KeyLines): string {
  return lines.text.slice(lines.starts[first + 1] ?? 0, lines.starts[end] ?? lines.text.length);
}

/** The entries' text and range; for `approvals: []` the text is "" and the range spans the `[]`. */
function approvalsOf(lines: Lines, key: KeyLines | undefined): DocumentFacts["approvals"] {
  if (key === undefined) return null;
  const { end } = lineAt(lines, key.first);
  if (lineText(lines, key.first) !== "approvals:") return { text: "", range: { start: end - 2, end } };
  const text = blockText(lines, key);
  const start = lines.starts[key.first + 1] ?? end;
  return { text, range: { start, end: start + text.length } };
}

function missingStatus(lines: Lines, close: number): DocumentProblem {
  const start = lines.starts[close] ?? 0;
  const misspelt = span(1, close).some((line) => /^[\s"'?]*status\b/iu.test(lineText(lines, line)));
  const splices = misspelt
    ? {}
    : { splices: [{ range: { start, end: start }, text: `status: draft${lineEnd(lines)}` }] };
  const message = `Missing status, expected ${block}`;
  return { ...malformed(lines, close, { message, mend: "Add `status: draft` as the last key" }), ...splices };
}

function again(lines: Lines, line: number): DocumentProblem {
  const key = lineText(lines, line).split(":")[0];
  return malformed(lines, line, { message: `Unexpected second key \`${key}\``, mend: `Keep one \`${key}\`` });
}

function malformed(lines: Lines, line: number, words: { message: string; mend: string }): DocumentProblem {
  return { rule: "document/frontmatter", ...words, range: lineAt(lines, line), voidsDigest: true };
}

/** `status` and `approvals` stand somewhere else; where both are well-formed the splices move them. */
function disorder(
  lines: Lines,
  found: { readonly close: number; readonly keys: readonly KeyLines[]; readonly simple: boolean },
): DocumentProblem {
  const at = (line: number) => lines.starts[line] ?? lines.text.length;
  const moved = found.keys.map(({ first, end }) => lines.text.slice(at(first), at(end))).join("");
  const target = { range: { start: at(found.close), end: at(found.close) }, text: moved };
  const removals = found.keys.map(({ first, end }) => ({ range: { start: at(first), end: at(end) }, text: "" }));
  return {
    rule: "document/tracking-order",
    message: `Unexpected order, expected ${block}`,
    range: lineAt(lines, found.keys[0]?.first ?? 0),
    mend: "Move `status` and `approvals` to the end of the frontmatter, in that order",
    ...(found.simple ? { splices: [...removals, target] } : {}),
    voidsDigest: true,
  };
}
