import type { Suppression } from "../../suppression.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import type { Finding, Rule } from "../rule.ts";

/** A suppression comment without a reason: it suppresses nothing. */
export const rule: Rule = {
  id: "suppression/no-reason",
  summary: "A suppression comment without a reason",
  severity: "error",
  adopt: false,
  *check(workspace) {
    for (const { path, suppression } of comments(workspace)) {
      if (suppression.reason === "") yield finding(path, suppression);
    }
  },
};

function* comments(workspace: Workspace): Iterable<{ path: string; suppression: Suppression }> {
  for (const file of [...workspace.documents, ...workspace.sources, ...workspace.tests]) {
    for (const suppression of file.facts.suppressions) yield { path: file.path, suppression };
  }
}

function finding(path: string, suppression: Suppression): Finding {
  const rules = suppression.rules.join(" ");
  return {
    path,
    range: suppression.range,
    message: "Missing reason of the suppression, expected ` -- why` after the rule; without one nothing is suppressed",
    fix: {
      title: `write the reason: design-lint-disable-next-line ${rules} -- <why this finding is acceptable here>`,
      kind: "document",
      safety: "safe",
      by: "human",
    },
  };
}
