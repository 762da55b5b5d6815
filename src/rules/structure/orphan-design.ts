import type { Component, StrayDocument } from "../../workspace/workspace.ts";
import { byHand, firstLine } from "../file-finding.ts";
import type { Finding, Rule } from "../rule.ts";
import { moveFinder, type Whereabouts } from "../whereabouts.ts";

/** Reports Markdown of the design tree that no pattern fits, and documents whose source git saw moving away. */
export const rule: Rule = {
  id: "structure/orphan-design",
  summary: "a document in the design tree whose path fits no pattern, or whose source moved away",
  severity: "error",
  adopt: true,
  *check(workspace) {
    for (const stray of workspace.strays) yield reportStray(stray);
    const movedFrom = moveFinder(workspace);
    for (const component of workspace.components.values()) {
      const found = component.sources.length === 0 ? movedFrom(component.expected.source) : null;
      if (found !== null) yield* reportMoved(component, found);
    }
  },
};

function reportStray({ path, settings }: StrayDocument): Finding {
  const patterns = [...new Set(settings.components.map(({ design }) => design))].join(" or ");
  return {
    path,
    range: firstLine,
    message: `Unexpected path of a document in the design tree, expected one that fits ${patterns}`,
    fix: byHand(`Rename ${path} so that a design pattern fits it, or exempt it with a reason`),
  };
}

function* reportMoved(component: Component, { source, component: now }: Whereabouts): Iterable<Finding> {
  const taken = now.documents.length > 0;
  for (const { path, status, exempt } of component.documents) {
    if (exempt || status === "deprecated") continue;
    yield {
      path,
      range: firstLine,
      message: `Unexpected document of a source that has moved to ${source.path}, expected ${now.expected.design}`,
      component: component.id,
      related: [{ path: source.path, range: firstLine, message: "git sees the source here" }],
      fix: byHand(taken ? `Merge ${path} into ${now.expected.design}` : `Move ${path} to ${now.expected.design}`),
    };
  }
}
