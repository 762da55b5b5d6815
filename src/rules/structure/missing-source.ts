import type { Component, Document } from "../../workspace/workspace.ts";
import { byHand, firstLine } from "../file-finding.ts";
import { caseTwins } from "../rivals.ts";
import type { Finding, Rule } from "../rule.ts";
import { moveFinder, nearestFinder, type Whereabouts } from "../whereabouts.ts";

/** Reports documents that say `implemented` of a source that does not exist, unless git saw it moving elsewhere. */
export const rule: Rule = {
  id: "structure/missing-source",
  summary: "status `implemented` without source",
  severity: "error",
  adopt: false,
  *check(workspace) {
    const twins = caseTwins(workspace);
    const movedFrom = moveFinder(workspace);
    const nearestTo = nearestFinder(workspace, "documents");
    for (const component of workspace.components.values()) {
      if (component.sources.length > 0 || movedFrom(component.expected.source) !== null) continue;
      for (const document of component.documents) {
        if (document.status === "implemented" && !document.exempt && !twins.has(document.path))
          yield report(component, document, nearestTo(component.id));
      }
    }
  },
};

function report(component: Component, { path, facts }: Document, near: Whereabouts | null): Finding {
  const expected = component.expected.source;
  const meant = near === null ? "" : `; did you mean ${near.source.path}?`;
  const related =
    near === null ? [] : [{ path: near.source.path, range: firstLine, message: "a source without design" }];
  return {
    path,
    range: facts.status?.range ?? firstLine,
    message: `Missing source of an implemented design, expected ${expected}${meant}`,
    component: component.id,
    related,
    fix: byHand(
      near === null
        ? `Write ${expected}, or say \`status: planned\``
        : `Move the document to ${near.component.expected.design}`,
    ),
  };
}
