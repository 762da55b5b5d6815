import type { Suppression } from "../suppression.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Stamped } from "./run.ts";

/** A suppression comment with the file that it stands in and how often it was needed. */
export interface UsedSuppression {
  readonly path: string;
  readonly suppression: Suppression;
  /** The rules of the comment that held back at least one finding. */
  readonly used: ReadonlySet<string>;
}

export interface SuppressionResult {
  readonly kept: readonly Stamped[];
  /** What was held back. */
  readonly held: readonly Stamped[];
  readonly suppressions: readonly UsedSuppression[];
}

/** Rules that nothing can suppress, and those that only the signed part of a document can. */
const never = ["approval/", "policy/", "suppression/", "baseline/"];
const documentOnly = ["interface/", "routing/", "trace/context-boundary"];

/** Holds back the findings on lines that a suppression with a reason covers. */
export function suppress(workspace: Workspace, findings: readonly Stamped[]): SuppressionResult {
  const comments = collect(workspace);
  const used = new Map<Suppression, Set<string>>(comments.map(({ suppression }) => [suppression, new Set<string>()]));
  const kept: Stamped[] = [];
  const held: Stamped[] = [];
  for (const stamped of findings) {
    const cover = comments.find((comment) => covers(comment, stamped));
    if (cover !== undefined) used.get(cover.suppression)?.add(stamped.rule);
    (cover === undefined ? kept : held).push(stamped);
  }
  const suppressions = comments.map(({ path, suppression }) => ({
    path,
    suppression,
    used: used.get(suppression) ?? new Set<string>(),
  }));
  return { kept, held, suppressions };
}

interface Comment {
  readonly path: string;
  readonly suppression: Suppression;
  readonly inDocument: boolean;
}

function collect(workspace: Workspace): readonly Comment[] {
  const documents = workspace.documents.flatMap((document) =>
    document.facts.suppressions.map((suppression) => ({ path: document.path, suppression, inDocument: true })),
  );
  const code = [...workspace.sources, ...workspace.tests].flatMap(({ path, facts }) =>
    facts.suppressions.map((suppression) => ({ path, suppression, inDocument: false })),
  );
  return [...documents, ...code];
}

function covers(comment: Comment, stamped: Stamped): boolean {
  const { finding, rule } = stamped;
  if (comment.suppression.reason === "" || !comment.suppression.rules.includes(rule)) return false;
  if (comment.path !== finding.path) return false;
  if (never.some((prefix) => rule.startsWith(prefix))) return false;
  if (!comment.inDocument && documentOnly.some((prefix) => rule.startsWith(prefix))) return false;
  const { covers: line } = comment.suppression;
  return finding.range.start >= line.start && finding.range.start <= line.end;
}
