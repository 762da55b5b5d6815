import type { RuleSetting } from "../config/config.ts";
import { rules as registry } from "../rules/registry.ts";
import type { Rule } from "../rules/rule.ts";
import { UserError } from "../user-error.ts";
import { withApprovals } from "../workspace/approvals/judge-workspace.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { InspectInput } from "./inspection.ts";
import { type RuleFailure, runRules, type Stamped } from "./run.ts";
import { isGuarded } from "./setting.ts";
import { suppress } from "./suppress.ts";
import { unusedSuppressions } from "./unused-suppressions.ts";

/** Which rules run, and how. */
export interface RuleChoice {
  /** Settings that stand above every config (`--rule`). */
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  /** Ids of the only rules to run. */
  readonly only?: readonly string[];
  readonly strict?: boolean;
}

/** What the rules find in a workspace. */
export interface Examination {
  readonly findings: readonly Stamped[];
  /** Findings that suppressions held back. */
  readonly held: readonly Stamped[];
  readonly failures: readonly RuleFailure[];
}

/** The workspace with its approvals judged, where the rules that run and the caller ask for that. */
export async function judged(workspace: Workspace, input: InspectInput): Promise<Workspace> {
  const { snapshot, platform, options } = input;
  const { approvals: surroundings, cache } = options;
  if (surroundings === undefined || !chosenRules(options.only).some(({ id }) => isGuarded(id))) return workspace;
  return withApprovals(workspace, { snapshot, platform, catalogue: registry, cache, surroundings });
}

/** Runs the chosen rules, holds back what is suppressed, and says which suppressions do nothing. */
export function examine(workspace: Workspace, choice: RuleChoice): Examination {
  const rules = chosenRules(choice.only);
  const settings = { rules: choice.rules ?? {}, strict: choice.strict === true };
  const { findings, failures } = runRules(workspace, rules, settings);
  const { kept, held, suppressions } = suppress(workspace, findings);
  const unused = unusedRule(unusedSuppressions(suppressions, idsOf(rules), idsOf(registry)));
  const extra = choice.only === undefined ? runRules(workspace, [unused], settings).findings : [];
  return { findings: [...kept, ...extra], held, failures };
}

/** The registry's rules, or those of the ids; a `UserError` where there is no such rule. */
export function chosenRules(only: readonly string[] | undefined): readonly Rule[] {
  if (only === undefined) return registry;
  const unknown = only.find((id) => !idsOf(registry).has(id));
  if (unknown !== undefined)
    throw new UserError("usage", `There is no rule ${unknown}`, { hint: "run `design-lint rules`" });
  return registry.filter(({ id }) => only.includes(id));
}

/** The registry's `suppression/unused`, with the findings that only the engine can make. */
function unusedRule(findings: ReturnType<typeof unusedSuppressions>): Rule {
  const rule = registry.find(({ id }) => id === "suppression/unused");
  if (rule === undefined) throw new Error("suppression/unused is missing in the registry");
  return { ...rule, check: () => findings };
}

function idsOf(rules: readonly Rule[]): ReadonlySet<string> {
  return new Set(rules.map(({ id }) => id));
}
