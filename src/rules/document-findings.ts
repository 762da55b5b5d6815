import type { DocumentProblemRule } from "../document/document.ts";
import type { FixKind, Splice } from "../edit.ts";
import type { Range } from "../range.ts";
import type { Document, Workspace } from "../workspace/workspace.ts";
import type { Finding, Severity } from "./rule.ts";

/** Something wrong in a document, before it is put in the words of a finding. */
export interface DocumentFlaw {
  readonly message: string;
  readonly range: Range;
  /** How to mend it, in the imperative. */
  readonly mend: string;
  /** Edits that mend it; a person has to where there are none. */
  readonly splices?: readonly Splice[];
  readonly kind?: FixKind;
  /** True where no approval can be valid anyway, or where the edits stay out of the approved text. */
  readonly outsideApproval?: boolean;
  readonly atMost?: Severity;
}

/** The documents that rules judge: all but the exempt ones. */
export function judgedDocuments(workspace: Workspace): readonly Document[] {
  return workspace.documents.filter((document) => !document.exempt);
}

/** A flaw as a finding of its document. Edits of a text that carries approvals are unsafe, since they void these. */
export function documentFinding(document: Document, flaw: DocumentFlaw): Finding {
  const approved = (document.facts.approvals?.text ?? "") !== "";
  const edits = flaw.splices?.map((splice) => ({ kind: "replace" as const, path: document.path, ...splice }));
  return {
    path: document.path,
    range: flaw.range,
    message: flaw.message,
    ...(document.kind === "component" ? { component: document.id } : {}),
    ...(flaw.atMost === undefined ? {} : { atMost: flaw.atMost }),
    fix: {
      title: flaw.mend,
      kind: flaw.kind ?? "document",
      safety: approved && edits !== undefined && flaw.outsideApproval !== true ? "unsafe" : "safe",
      by: edits === undefined ? "human" : "tool",
      ...(edits === undefined ? {} : { edits }),
    },
  };
}

/** What one rule finds in the documents' own bytes. Under merge-conflict markers nothing else can be trusted. */
export function* problemFindings(workspace: Workspace, rule: DocumentProblemRule): Iterable<Finding> {
  for (const document of judgedDocuments(workspace)) {
    for (const problem of document.facts.problems) {
      if (problem.rule !== rule || (inConflict(document) && !firstOfAll.has(rule))) continue;
      yield documentFinding(document, { ...problem, outsideApproval: problem.voidsDigest });
    }
  }
}

const firstOfAll: ReadonlySet<DocumentProblemRule> = new Set(["document/encoding", "document/conflict-marker"]);

/** Whether a merge has left its markers in a document. */
export function inConflict(document: Document): boolean {
  return document.facts.problems.some(({ rule }) => rule === "document/conflict-marker");
}
