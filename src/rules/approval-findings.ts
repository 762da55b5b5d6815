import type { ApprovalFinding, ApprovalRule } from "../workspace/approvals/judgement.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { firstLine } from "./file-finding.ts";
import type { Finding } from "./rule.ts";

/** What one rule finds in the judged approvals; nothing where nobody asked for them. Signatures are for people: no fix is a tool's. */
export function* approvalFindings(workspace: Workspace, rule: ApprovalRule): Iterable<Finding> {
  const found = workspace.approvals?.findings.filter((finding) => finding.rule === rule) ?? [];
  if (found.length === 0) return;
  const components = componentsByPath(workspace);
  for (const finding of found) yield place(finding, components.get(finding.path));
}

function place({ path, range, message, mend, atMost, atLeast }: ApprovalFinding, component?: string): Finding {
  return {
    path,
    range: range ?? firstLine,
    message,
    ...(component === undefined ? {} : { component }),
    ...(atMost === undefined ? {} : { atMost }),
    ...(atLeast === undefined ? {} : { atLeast }),
    fix: { title: mend, kind: "document", safety: "safe", by: "human" },
  };
}

function componentsByPath({ components }: Workspace): ReadonlyMap<string, string> {
  const files = [...components.values()].flatMap(({ id, documents, sources }) =>
    [...documents, ...sources].map(({ path }) => [path, id] as const),
  );
  return new Map(files);
}
