import type { Platform } from "../platform.ts";
import { type CompiledSchema, compileSchema, type Validate, validateWith } from "./validator.ts";

/** Where the build puts the shipped schemas in compiled form: beside the program. */
const besideProgram = new URL("./validators.mjs", import.meta.url);

/**
 * The validator of a shipped schema (`module`, `designrc`, …): compiled ahead of time where the module at `compiled` has it,
 * else compiled from `schemas/<name>.schema.json`. Rejects where neither exists or the schema is broken: a bug of the package.
 */
export async function loadShipped(platform: Platform, name: string, compiled: URL = besideProgram): Promise<Validate> {
  const ready = (await importCompiled(compiled))[name];
  if (isCompiled(ready)) return validateWith(ready);
  const schema: unknown = JSON.parse(platform.shipped(`schemas/${name}.schema.json`));
  if (typeof schema !== "object" || schema === null) throw new Error(`Shipped schema ${name} is no object`);
  const validator = await compileSchema(schema);
  if (!validator.ok) throw new Error(`Shipped schema ${name} is broken: ${validator.message}`);
  return validator.validate;
}

/** Run from sources there is no compiled module; any other failure to load it is a bug and is not hidden. */
async function importCompiled(module: URL): Promise<Readonly<Record<string, unknown>>> {
  try {
    return await import(module.href);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND") return {};
    throw error;
  }
}

function isCompiled(value: unknown): value is CompiledSchema {
  return typeof value === "function";
}
