import type { Fix } from "../edit.ts";
import type { InterfaceFinding, InterfaceRule } from "../interface/verdict.ts";
import type { Component, Workspace } from "../workspace/workspace.ts";
import type { Finding, Related } from "./rule.ts";

/** The findings of one interface rule in every component's verdict. */
export function* interfaceFindings(workspace: Workspace, rule: InterfaceRule): Iterable<Finding> {
  for (const component of workspace.components.values()) {
    for (const finding of component.interface?.findings ?? []) {
      if (finding.rule === rule) yield* place(component, finding);
    }
  }
}

/** The document is the place where it knows one, since it is what a reviewer reads; the code is the related place. */
function* place(component: Component, found: InterfaceFinding): Iterable<Finding> {
  const [document] = component.documents;
  const [source] = component.sources;
  if (document === undefined || source === undefined) return;
  const actual: Related[] =
    found.actual === undefined ? [] : [{ path: source.path, range: found.actual, message: "the code says" }];
  const declared: Related[] = [{ path: document.path, range: { start: 0, end: 0 }, message: "the design" }];
  const shared = {
    message: found.message,
    component: component.id,
    data: dataOf(found),
    fix: fixOf(document.path, document.status === "draft", found),
  };
  if (found.declared !== undefined) yield { path: document.path, range: found.declared, related: actual, ...shared };
  else yield { path: source.path, range: found.actual ?? { start: 0, end: 0 }, related: declared, ...shared };
}

function dataOf(found: InterfaceFinding): Readonly<Record<string, unknown>> {
  return {
    export: found.export,
    ...(found.change === undefined ? {} : { change: found.change }),
    ...(found.member === undefined ? {} : { member: found.member }),
    ...(found.breaking === undefined ? {} : { breaking: found.breaking }),
    ...(found.information === true ? { information: true } : {}),
  };
}

/** Designs do not follow code by themselves: the same edit is safe on a draft and unsafe on anything else. */
function fixOf(path: string, draft: boolean, found: InterfaceFinding): Fix {
  if (found.splices === undefined) return { title: found.mend, kind: "interface", safety: "safe", by: "human" };
  const edits = found.splices.map((splice) => ({ kind: "replace" as const, path, ...splice }));
  const title = draft ? found.mend : `${found.mend} (approvals of the document go stale)`;
  return { title, kind: "interface", safety: draft ? "safe" : "unsafe", by: "tool", edits };
}
