import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { Platform } from "../platform.ts";
import { type CompiledSchema, compileSchema, type Validate, validateWith } from "./validator.ts";

/** Where the build puts the shipped schemas in compiled form, a module each: beside the program. */
const besideProgram = new URL("./validators/", import.meta.url);

/**
 * What a platform ships never changes while it lives, and compiling it from sources takes longer than all else of a run. So
 * each schema is compiled once for each platform, and forgotten with it; no other state outlives a call.
 */
const loaded = new WeakMap<Platform, Map<string, Promise<Validate>>>();

/**
 * The validator of a shipped schema (`module`, `designrc`, …): compiled ahead of time where the folder at `compiled` has it,
 * else compiled from `schemas/<name>.schema.json`. Rejects where neither exists or the schema is broken: a bug of the package.
 */
export function loadShipped(platform: Platform, name: string, compiled: URL = besideProgram): Promise<Validate> {
  const ofPlatform = loaded.get(platform) ?? new Map<string, Promise<Validate>>();
  loaded.set(platform, ofPlatform);
  const key = `${name} ${compiled.href}`;
  const validate = ofPlatform.get(key) ?? load(platform, name, compiled);
  ofPlatform.set(key, validate);
  return validate;
}

async function load(platform: Platform, name: string, compiled: URL): Promise<Validate> {
  const ready = requireCompiled(new URL(`${name}.cjs`, compiled));
  if (isCompiled(ready)) return validateWith(ready);
  const schema: unknown = JSON.parse(platform.shipped(`schemas/${name}.schema.json`));
  if (typeof schema !== "object" || schema === null) throw new Error(`Shipped schema ${name} is no object`);
  const validator = await compileSchema(schema);
  if (!validator.ok) throw new Error(`Shipped schema ${name} is broken: ${validator.message}`);
  return validator.validate;
}

/** Run from sources there is no compiled module; any other failure to load it is a bug and is not hidden. */
function requireCompiled(module: URL): unknown {
  try {
    return createRequire(import.meta.url)(fileURLToPath(module));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "MODULE_NOT_FOUND") return null;
    throw error;
  }
}

function isCompiled(value: unknown): value is CompiledSchema {
  return typeof value === "function";
}
