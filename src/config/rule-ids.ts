import type { Platform } from "../platform.ts";
import { pointerTo } from "../schema/pointer.ts";
import type { SchemaError, Validate } from "../schema/validator.ts";

/** Ids of rules: those that run, and those that the shipped schema lists, later versions' among them. */
export interface RuleIds {
  readonly running: ReadonlySet<string>;
  listed(): ReadonlySet<string>;
}

/** The ids that the shipped schema of configs lists, and so judges with all their options. */
export function listedRuleIds(platform: Platform): ReadonlySet<string> {
  const schema: { readonly $defs: { readonly rules: { readonly properties: object } } } = JSON.parse(
    platform.shipped("schemas/designrc.schema.json"),
  );
  return new Set(Object.keys(schema.$defs.rules.properties));
}

/** A validator of configs that also refuses rules that nobody knows, as a schema with all of them in it would. */
export function withRuleIds(validate: Validate, ids: RuleIds): Validate {
  return (config) => [
    ...validate(config).filter((error) => !isFormOfId(error)),
    ...rulesIn(config).flatMap(({ pointer, rules }) => unknownIds(pointer, rules, ids)),
  ];
}

/** What the schema says of the form of an id is said better by naming the id that was meant. */
function isFormOfId({ keyword, key, pointer }: SchemaError): boolean {
  const isOfName = key !== undefined || keyword === "propertyNames";
  return isOfName && /^(?:\/overrides\/\d+)?\/rules$/u.test(pointer);
}

interface Rules {
  readonly pointer: string;
  readonly rules: object;
}

/** The entries of `rules` and `overrides` in a config, whatever its form. */
function rulesIn(config: unknown): readonly Rules[] {
  const overrides = memberOf(config, "overrides");
  const places = [
    { pointer: "/rules", rules: memberOf(config, "rules") },
    ...(Array.isArray(overrides) ? overrides : []).map((entry: unknown, index) => ({
      pointer: `/overrides/${index}/rules`,
      rules: memberOf(entry, "rules"),
    })),
  ];
  return places.flatMap(({ pointer, rules }) => (isRecord(rules) ? [{ pointer, rules }] : []));
}

function unknownIds(pointer: string, rules: object, { running, listed }: RuleIds): readonly SchemaError[] {
  const others = Object.keys(rules).filter((id) => !running.has(id));
  if (others.length === 0) return [];
  const known = new Set([...running, ...listed()]);
  const properties = Object.fromEntries([...known].sort().map((id) => [id, true]));
  return others
    .filter((id) => !known.has(id))
    .map((id) => ({
      keyword: "additionalProperties",
      pointer,
      path: `#${pointerTo(pointer, "additionalProperties")}`,
      params: { additionalProperty: id },
      schema: { properties },
      value: rules,
    }));
}

function memberOf(value: unknown, key: string): unknown {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
