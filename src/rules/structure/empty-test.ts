import type { Test } from "../../workspace/workspace.ts";
import { byHand, firstLine } from "../file-finding.ts";
import type { Finding, Rule } from "../rule.ts";

/** Reports test files that could not fail: without tests, or with none that runs. */
export const rule: Rule = {
  id: "structure/empty-test",
  summary: "a test file without a single active test",
  severity: "error",
  adopt: true,
  *check(workspace) {
    for (const test of workspace.tests) {
      const { cases, computed } = test.facts;
      const runs = computed || cases.some(({ state }) => state === "active");
      if (!test.exempt && !runs) yield report(test);
    }
  },
};

function report({ path, component, facts: { cases, problems } }: Test): Finding {
  const [problem] = problems;
  const idle =
    cases.length === 0 ? "" : `: ${cases.length === 1 ? "the only one is" : `all ${cases.length} are`} skipped or todo`;
  const syntax = problem === undefined ? "" : `, and its syntax is wrong: ${problem.message}`;
  return {
    path,
    range: firstLine,
    message: `Unexpected test file without an active test${idle}${syntax}`,
    ...(component === null ? {} : { component }),
    ...(problem === undefined ? {} : { related: [{ path, range: problem.range, message: problem.message }] }),
    fix: byHand("Write a test that can fail"),
  };
}
