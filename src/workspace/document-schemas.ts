import type { Config, Settings, TypeSettings } from "../config/config.ts";
import type { Platform } from "../platform.ts";
import type { Range } from "../range.ts";
import { explain } from "../schema/explain.ts";
import { loadShipped } from "../schema/shipped.ts";
import { compileSchema, type Validate } from "../schema/validator.ts";
import { UserError } from "../user-error.ts";
import type { SchemaSource } from "./ports.ts";

/** The types that come with the tool, and the route that each has by default. */
export const shippedTypes: Readonly<Record<string, "design" | "direct">> = {
  algorithm: "design",
  context: "design",
  module: "design",
  policy: "direct",
  repository: "design",
  serializer: "direct",
  service: "design",
  "state-machine": "design",
  story: "design",
  sync: "design",
  types: "design",
  "ui-component": "design",
};

interface SchemaInput {
  readonly config: Config;
  readonly platform: Platform;
  text(path: string): Promise<string>;
}

/**
 * The schemas that the configs name, read and compiled, over the shipped ones, which load when a document asks.
 * Throws a `UserError` of code `schema-invalid` for a schema file that is no valid JSON Schema.
 */
export async function createSchemaSource(input: SchemaInput): Promise<SchemaSource> {
  const custom = await loadCustom(input);
  const sections = new Map<string, readonly string[]>();

  function validatorOf(type: TypeSettings | undefined, name: string): Promise<Validate> | null {
    const own = type?.schema == null ? undefined : custom.get(type.schema);
    if (own !== undefined) return Promise.resolve(own.validate);
    return isShipped(name) ? loadShipped(input.platform, name) : null;
  }

  return {
    names: (settings) => [...new Set([...Object.keys(shippedTypes), ...withSchema(settings)])].sort(),
    async validate(settings, type, model, places) {
      const validate = await validatorOf(typeOf(settings, type), type);
      return validate === null ? null : explain(validate(model), placesOf(places));
    },
    required(settings, type) {
      const path = typeOf(settings, type)?.schema;
      const key = path == null ? type : `${type} ${path}`;
      const known = sections.get(key);
      if (known !== undefined) return known;
      const schema = path == null ? shippedSchema(input.platform, type) : custom.get(path)?.schema;
      const found = requiredSections(schema);
      sections.set(key, found);
      return found;
    },
    route: (settings, type) =>
      typeOf(settings, type)?.route ?? (isShipped(type) ? shippedTypes[type] : null) ?? "design",
  };
}

interface CustomSchema {
  readonly schema: unknown;
  readonly validate: Validate;
}

async function loadCustom({ config, text }: SchemaInput): Promise<ReadonlyMap<string, CustomSchema>> {
  const paths = config.scopes.flatMap(({ settings }) => Object.values(settings.types).map(({ schema }) => schema));
  const loaded = new Map<string, CustomSchema>();
  for (const path of new Set(paths.filter((path) => path !== null)))
    loaded.set(path, await compileCustom(path, await text(path)));
  return loaded;
}

async function compileCustom(path: string, text: string): Promise<CustomSchema> {
  const hint = "mend the schema; it has to be JSON Schema 2020-12 over the document model";
  const schema = parseJson(text);
  if (typeof schema !== "object" || schema === null) {
    throw new UserError("schema-invalid", "This schema is no JSON object", { hint, place: { path } });
  }
  const compiled = await compileSchema(schema);
  if (compiled.ok) return { schema, validate: compiled.validate };
  throw new UserError("schema-invalid", `This schema cannot be used: ${compiled.message}`, { hint, place: { path } });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // said by the caller: not a JSON object
  }
}

function typeOf(settings: Settings, name: string): TypeSettings | undefined {
  return Object.hasOwn(settings.types, name) ? settings.types[name] : undefined;
}

function withSchema(settings: Settings): readonly string[] {
  return Object.values(settings.types)
    .filter(({ schema }) => schema !== null)
    .map(({ name }) => name);
}

function isShipped(name: string): boolean {
  return Object.hasOwn(shippedTypes, name);
}

function shippedSchema(platform: Platform, name: string): unknown {
  return isShipped(name) ? JSON.parse(platform.shipped(`schemas/${name}.schema.json`)) : undefined;
}

/** The names under `properties.sections.required`, also of schemas joined by `allOf`. */
function requiredSections(schema: unknown): readonly string[] {
  const parts = [schema, ...listAt(schema, ["allOf"])];
  const names = parts.flatMap((part) => listAt(part, ["properties", "sections", "required"]));
  return [...new Set(names.filter((name) => typeof name === "string"))];
}

function listAt(value: unknown, path: readonly string[]): readonly unknown[] {
  let current = value;
  for (const key of path) {
    if (typeof current !== "object" || current === null) return [];
    current = (current as Record<string, unknown>)[key];
  }
  return Array.isArray(current) ? current : [];
}

function placesOf(ranges: Readonly<Record<string, Range>>): Parameters<typeof explain>[1] {
  return {
    value: (pointer) => nearest(ranges, pointer),
    key: (pointer) => ranges[`#${pointer}`] ?? null,
  };
}

/** The range of the pointer, else of the closest value around it that has one. */
function nearest(ranges: Readonly<Record<string, Range>>, pointer: string): Range {
  for (let at = pointer; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
    const range = ranges[at] ?? ranges[`#${at}`];
    if (range !== undefined) return range;
  }
  return { start: 0, end: 0 };
}
