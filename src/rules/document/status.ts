import type { Component, Document, Workspace } from "../../workspace/workspace.ts";
import { type DocumentFlaw, documentFinding, inConflict, judgedDocuments } from "../document-findings.ts";
import type { Rule } from "../rule.ts";

/** The status of a document says something else than the source shows. */
export const rule: Rule = {
  id: "document/status",
  summary: "The status of a document says something else than the source shows",
  severity: "error",
  adopt: false,
  *check(workspace) {
    for (const document of judgedDocuments(workspace)) {
      const component = componentOf(workspace, document);
      const flaw = component === null ? null : flawOf(document, component);
      if (flaw !== null) yield documentFinding(document, flaw);
    }
  },
};

/** Two documents or two sources for one component are a finding of their own, and leave nothing to compare. */
function componentOf(workspace: Workspace, document: Document): Component | null {
  if (document.kind !== "component" || inConflict(document)) return null;
  const component = workspace.components.get(document.id);
  const single = component?.documents.length === 1 && component.sources.length <= 1;
  return single ? component : null;
}

function flawOf(document: Document, component: Component): DocumentFlaw | null {
  const range = document.facts.status?.range;
  if (range === undefined) return null;
  if (document.status === "planned" && matches(component)) {
    return {
      message: "Unexpected status `planned` on a source that matches its design, expected `implemented`",
      range,
      mend: "Say `status: implemented`",
      splices: [{ range, text: "implemented" }],
      kind: "status",
      outsideApproval: true,
      atMost: "warning",
    };
  }
  if (document.status === "deprecated" && component.sources.length === 0) {
    return {
      message: "Unexpected document of a component that is deprecated and has no source any more",
      range,
      mend: "Delete the document",
      kind: "status",
      atMost: "warning",
    };
  }
  return null;
}

/** Equal in every export; one that could not be decided leaves the question open. */
function matches(component: Component): boolean {
  return component.interface?.findings.every((finding) => finding.rule === "interface/spelling") ?? false;
}
