import { parseJson } from "../../src/config/json.ts";
import { explain, type Places } from "../../src/schema/explain.ts";
import { compileSchema, type SchemaError } from "../../src/schema/validator.ts";
import type { Violation } from "../../src/schema/violation.ts";

/** The errors of a value against a schema that has to compile. */
export async function errorsOf(schema: object, value: unknown): Promise<readonly SchemaError[]> {
  const validator = await compileSchema(schema);
  if (!validator.ok) throw new Error(validator.message);
  return validator.validate(value);
}

/** The violations of a value against a schema, as of its JSON text. */
export async function violationsOf(
  schema: object,
  value: unknown,
  noun?: (pointer: string) => string,
): Promise<readonly Violation[]> {
  const json = parseJson(JSON.stringify(value));
  if (!json.ok) throw new Error("Not a JSON value");
  const places: Places = noun === undefined ? json.places : { ...json.places, noun };
  return explain(await errorsOf(schema, value), places);
}

/** The messages alone. */
export async function messagesOf(schema: object, value: unknown): Promise<readonly string[]> {
  return (await violationsOf(schema, value)).map(({ message }) => message);
}

/** What is to be done about each violation. */
export async function mendsOf(schema: object, value: unknown): Promise<readonly string[]> {
  return (await violationsOf(schema, value)).map(({ mend }) => mend);
}
