import type { Test } from "../../workspace/workspace.ts";
import { byHand, firstLine } from "../file-finding.ts";
import type { Finding, Rule } from "../rule.ts";

/** Reports test files that could not fail: without tests, with none that runs, or with text that does not parse. */
export const rule: Rule = {
  id: "structure/empty-test",
  summary: "a test file without a single active test",
  severity: "error",
  adopt: true,
  *check(workspace) {
    for (const test of workspace.tests) {
      const { cases, computed, problems } = test.facts;
      const runs = computed || cases.some(({ state }) => state === "active");
      if (test.exempt) continue;
      const [problem] = problems;
      if (problem !== undefined) yield unparsed(test, problem);
      else if (!runs) yield report(test);
    }
  },
};

/** What the parser makes out in such a file is a guess: a runner refuses it, and no test runs. */
function unparsed({ path, component }: Test, problem: Test["facts"]["problems"][number]): Finding {
  return {
    path,
    range: problem.range,
    message: `Unexpected test file that does not parse, so that no test runs: ${problem.message}`,
    ...(component === null ? {} : { component }),
    fix: byHand("Correct the syntax of the test"),
  };
}

function report({ path, component, facts: { cases } }: Test): Finding {
  const idle =
    cases.length === 0 ? "" : `: ${cases.length === 1 ? "the only one is" : `all ${cases.length} are`} skipped or todo`;
  return {
    path,
    range: firstLine,
    message: `Unexpected test file without an active test${idle}`,
    ...(component === null ? {} : { component }),
    fix: byHand("Write a test that can fail"),
  };
}
