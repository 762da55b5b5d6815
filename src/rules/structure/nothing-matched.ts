import { byHand } from "../file-finding.ts";
import type { Rule } from "../rule.ts";

/** Reports source patterns and exempt globs of the config that match no file, and so judge nothing without a word. */
export const rule: Rule = {
  id: "structure/nothing-matched",
  summary: "a source pattern or an exempt glob that matches no file",
  severity: "error",
  adopt: false,
  *check(workspace) {
    for (const { what, pattern, path, range } of workspace.unmatched) {
      const name = what === "source" ? "source pattern" : "exempt glob";
      const fix = byHand(`Mend ${pattern}, or delete it`);
      yield { path, range, message: `Unexpected ${name} that matches no file: ${pattern}`, fix };
    }
  },
};
