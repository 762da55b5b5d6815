import type { Catalogue } from "./catalogue.ts";
import type { ConfigSeverity } from "./config.ts";

/** Rules to come whose default will be a warning. */
const warningsToCome = [
  "policy/changed",
  "trace/uncovered",
  "trace/unused-dependency",
  "trace/superseded",
  "evidence/stale",
];

/** Rules to come that an old repository will not satisfy on its first day. */
const hardshipsToCome = [
  "approval/missing",
  "approval/suspect",
  "approval/code-ahead",
  "trace/no-upstream",
  "trace/undeclared-dependency",
  "trace/unresolved-import",
  "evidence/edge-case",
];

/** The shipped configs that `extends` may name. */
export const presetNames: readonly string[] = ["design-lint/recommended", "design-lint/strict", "design-lint/adopt"];

/** The `rules` that a shipped config sets; undefined where there is none of that name. What runs speaks for itself. */
export function presetRules(name: string, catalogue: Catalogue): Readonly<Record<string, ConfigSeverity>> | undefined {
  const running = new Set(catalogue.map(({ id }) => id));
  const chosen = (rules: Catalogue, toCome: readonly string[]) => [
    ...rules.map(({ id }) => id),
    ...toCome.filter((id) => !running.has(id)),
  ];
  const warnings = () =>
    chosen(
      catalogue.filter(({ severity }) => severity === "warning"),
      warningsToCome,
    );
  const hardships = () =>
    chosen(
      catalogue.filter(({ adopt }) => adopt),
      hardshipsToCome,
    );
  switch (name) {
    case "design-lint/recommended":
      return {};
    case "design-lint/strict":
      return every(warnings(), "error");
    case "design-lint/adopt":
      return every(hardships(), "warn");
    default:
      return undefined;
  }
}

function every(rules: readonly string[], severity: ConfigSeverity): Readonly<Record<string, ConfigSeverity>> {
  return Object.fromEntries(rules.map((rule) => [rule, severity]));
}
