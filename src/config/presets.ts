import type { ConfigSeverity } from "./config.ts";

/** Rules whose default is a warning: `design-lint/strict` makes them errors. */
const warnings = [
  "structure/orphan-test",
  "structure/draft-design",
  "document/path",
  "interface/undecided",
  "policy/changed",
  "trace/uncovered",
  "trace/unused-dependency",
  "trace/superseded",
  "evidence/stale",
  "suppression/unused",
];

/** Rules that an old repository cannot satisfy on its first day: `design-lint/adopt` makes them warnings. */
const hardships = [
  "structure/missing-design",
  "structure/missing-test",
  "structure/empty-test",
  "structure/orphan-design",
  "interface/undeclared-export",
  "interface/changed",
  "approval/missing",
  "approval/suspect",
  "approval/code-ahead",
  "trace/no-upstream",
  "trace/undeclared-dependency",
  "trace/unresolved-import",
  "evidence/edge-case",
];

/** The shipped configs that `extends` may name, as the `rules` that each one sets. */
export const presets: Readonly<Record<string, Readonly<Record<string, ConfigSeverity>>>> = {
  "design-lint/recommended": {},
  "design-lint/strict": every(warnings, "error"),
  "design-lint/adopt": every(hardships, "warn"),
};

function every(rules: readonly string[], severity: ConfigSeverity): Readonly<Record<string, ConfigSeverity>> {
  return Object.fromEntries(rules.map((rule) => [rule, severity]));
}
