import type { Rule } from "../rules/rule.ts";
import { suggest } from "../schema/suggest.ts";
import { UserError } from "../user-error.ts";

/**
 * The rule of an id, also by the last part of it where only one rule ends so. Throws a `UserError` that names the nearest
 * id where there is none.
 */
export function findRule(rules: readonly Rule[], id: string): Rule {
  const exact = rules.find((rule) => rule.id === id);
  if (exact !== undefined) return exact;
  const [short, another] = rules.filter((rule) => rule.id.endsWith(`/${id}`));
  if (short !== undefined && another === undefined) return short;
  const names = rules.map((rule) => rule.id);
  const near = short?.id ?? suggest(id, names) ?? nearestByLastPart(id, names);
  const list = "run `design-lint rules` for all of them";
  throw new UserError("unknown-rule", `There is no rule ${JSON.stringify(id)}`, {
    hint: near === null ? list : `did you mean ${near}? (${list})`,
  });
}

function nearestByLastPart(id: string, names: readonly string[]): string | null {
  const last = (name: string) => name.slice(name.lastIndexOf("/") + 1);
  const near = suggest(last(id), new Set(names.map(last)));
  return names.find((name) => last(name) === (near ?? last(id))) ?? null;
}
