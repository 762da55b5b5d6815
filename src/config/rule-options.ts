import { explain } from "../schema/explain.ts";
import { pointerTo } from "../schema/pointer.ts";
import { compileSchema, type SchemaError } from "../schema/validator.ts";
import type { CatalogueRule } from "./catalogue.ts";
import { type ConfigFile, configError } from "./parse.ts";
import type { RawRule } from "./raw-config.ts";

/** The schema of the options of a rule that has none. */
const none = { type: "object", additionalProperties: false, properties: {} };

/**
 * Judges the options that a config gives to these rules by the schemas that the rules have for them. Rejects with a `UserError`
 * of code `config-invalid` that lists all violations. A broken schema of a rule is a bug, and an ordinary `Error`.
 */
export async function checkRuleOptions(file: ConfigFile, rules: () => readonly CatalogueRule[]): Promise<void> {
  const given = optionsIn(file);
  if (given.length === 0) return;
  const byId = new Map(rules().map((rule) => [rule.id, rule]));
  const errors: SchemaError[] = [];
  for (const { id, pointer, options } of given) {
    const rule = byId.get(id);
    if (rule !== undefined) errors.push(...(await judge(rule, options)).map((error) => moved(error, pointer)));
  }
  const violations = explain(errors, file.places);
  if (violations.length === 0) return;
  throw configError(
    file,
    violations.map(({ message, mend, range }) => ({ message, range, hint: mend })),
  );
}

interface Given {
  readonly id: string;
  readonly pointer: string;
  readonly options: object;
}

function optionsIn({ raw }: ConfigFile): readonly Given[] {
  const all: readonly (readonly [string, Readonly<Record<string, RawRule>>])[] = [
    ["/rules", raw.rules ?? {}],
    ...(raw.overrides ?? []).map(({ rules }, index) => [`/overrides/${index}/rules`, rules] as const),
  ];
  return all.flatMap(([pointer, rules]) =>
    Object.entries(rules).flatMap(([id, entry]) => {
      const options = typeof entry === "string" ? undefined : entry[1];
      return options === undefined ? [] : [{ id, pointer: pointerTo(pointerTo(pointer, id), 1), options }];
    }),
  );
}

async function judge(rule: CatalogueRule, options: object): Promise<readonly SchemaError[]> {
  const validator = await compileSchema(rule.options ?? none);
  if (!validator.ok) throw new Error(`The options of ${rule.id} have a broken schema: ${validator.message}`);
  return validator.validate(options);
}

/** The error of a value inside a config, at its pointer there. */
function moved(error: SchemaError, pointer: string): SchemaError {
  return { ...error, pointer: `${pointer}${error.pointer}`, path: `#${pointer}${error.path.slice(1)}` };
}
