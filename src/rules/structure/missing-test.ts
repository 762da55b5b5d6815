import { missingArtefacts } from "../missing-artefact.ts";
import type { Rule } from "../rule.ts";

/** Reports sources that owe a test and have none. */
export const rule: Rule = {
  id: "structure/missing-test",
  summary: "a component without its test file",
  severity: "error",
  adopt: true,
  check: (workspace) => missingArtefacts(workspace, "test"),
};
