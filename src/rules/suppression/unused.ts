import type { Rule } from "../rule.ts";

/** A suppression comment that holds nothing back. The engine finds it, since only the engine knows what was needed. */
export const rule: Rule = {
  id: "suppression/unused",
  summary: "A suppression comment that holds nothing back",
  severity: "warning",
  adopt: false,
  check: () => [],
};
