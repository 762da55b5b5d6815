import type { Source, Workspace } from "../../workspace/workspace.ts";
import { interfaceFindings } from "../interface-findings.ts";
import type { Finding, Rule } from "../rule.ts";

const mostProblems = 10;

/** The Interface block or the source does not parse. */
export const rule: Rule = {
  id: "interface/unparseable",
  summary: "The Interface block or the source does not parse",
  severity: "error",
  adopt: false,
  *check(workspace) {
    yield* interfaceFindings(workspace, "interface/unparseable");
    for (const source of workspace.sources) {
      if (source.class !== "exempt" && !isCompared(source, workspace)) yield* syntaxFindings(source);
    }
  },
};

/** A verdict speaks of the syntax of its source already. */
function isCompared({ component }: Source, { components }: Workspace): boolean {
  return component !== null && (components.get(component)?.interface ?? null) !== null;
}

function* syntaxFindings({ path, component, facts }: Source): Iterable<Finding> {
  for (const { message, range } of facts.problems.slice(0, mostProblems)) {
    yield {
      path,
      range,
      message: `Unexpected syntax in the source: ${message}`,
      ...(component === null ? {} : { component }),
      fix: { title: "Correct the syntax of the source", kind: "interface", safety: "safe", by: "human" },
    };
  }
}
