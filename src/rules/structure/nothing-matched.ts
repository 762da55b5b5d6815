import { byHand } from "../file-finding.ts";
import type { Rule } from "../rule.ts";

/** Reports patterns and globs of the config that match no file, and so do nothing without a word. */
export const rule: Rule = {
  id: "structure/nothing-matched",
  summary: "a pattern or glob of the config that matches no file",
  severity: "error",
  adopt: false,
  *check(workspace) {
    for (const { what, pattern, path, range } of workspace.unmatched) {
      const name = `${what} ${what === "exempt" || what === "overrides" ? "glob" : "pattern"}`;
      const first = what === "source" ? ", or write the first design: `design-lint new <type> <id>`" : "";
      const fix = byHand(`Mend ${pattern}, or delete it${first}`);
      yield { path, range, message: `Unexpected ${name} that matches no file: ${pattern}`, fix };
    }
  },
};
