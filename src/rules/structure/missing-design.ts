import { missingArtefacts } from "../missing-artefact.ts";
import type { Rule } from "../rule.ts";

/** Reports sources that owe a design document and have none. */
export const rule: Rule = {
  id: "structure/missing-design",
  summary: "a source without its design document",
  severity: "error",
  adopt: true,
  check: (workspace) => missingArtefacts(workspace, "design"),
};
