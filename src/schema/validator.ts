import type { Ajv2020, CodeOptions } from "ajv/dist/2020.js";
import { expandBranches } from "./expand.ts";
import { surveySchema } from "./survey.ts";

/** One failed keyword of a JSON Schema, free of the library that found it. */
export interface SchemaError {
  readonly keyword: string;
  /** JSON pointer of the value that failed. */
  readonly pointer: string;
  /** Pointer of the keyword in its schema (`#/properties/type/enum`), by which the errors of one branch are told apart. */
  readonly path: string;
  /** What the keyword says of its failure (`missingProperty`, `allowedValues`, `limit`, …). */
  readonly params: Readonly<Record<string, unknown>>;
  /** The schema object that holds the keyword. */
  readonly schema: Readonly<Record<string, unknown>>;
  readonly value: unknown;
  /** The property name that was judged instead of a value, inside `propertyNames`. */
  readonly key?: string;
}

/** Checks a value against a schema: every failure, none where the value is valid. Never throws. */
export type Validate = (value: unknown) => readonly SchemaError[];

/** A compiled schema, or why it cannot be used, in one sentence. */
export type Validator =
  | { readonly ok: true; readonly validate: Validate }
  | { readonly ok: false; readonly message: string };

/** The function that ajv compiles a schema to, at run time or ahead of it, with `verbose` on. */
export interface CompiledSchema {
  (value: unknown): unknown;
  errors?: readonly unknown[] | null;
}

/** Keywords that editors give a meaning to and that say nothing about validity. */
const annotations = ["markdownDescription", "defaultSnippets", "enumDescriptions", "deprecationMessage"];

/** Compiles a JSON Schema 2020-12. A broken schema is a value, never an exception; nothing is ever fetched. */
export async function compileSchema(schema: object): Promise<Validator> {
  const { problem } = surveySchema(schema);
  if (problem !== null) return { ok: false, message: problem };
  try {
    const compiler = await prepareCompiler(schema);
    return { ok: true, validate: validateWith(compiler.ajv.compile(compiler.schema)) };
  } catch (error) {
    return { ok: false, message: reasonOf(error) };
  }
}

/** A compiler and the form of a schema that it is to compile. */
export interface Compiler {
  readonly ajv: Ajv2020;
  readonly schema: object;
}

/** The compiler for one schema, also used ahead of time (`code` then asks for module source). Loads ajv. */
export async function prepareCompiler(schema: object, code: CodeOptions = {}): Promise<Compiler> {
  // Through `default`: named exports of CommonJS modules do not survive bundling.
  const [library, formats] = await Promise.all([import("ajv/dist/2020.js"), import("ajv-formats")]);
  const ajv = new library.default.Ajv2020({
    allErrors: true,
    verbose: true,
    strict: true,
    strictTypes: false,
    strictTuples: false,
    strictRequired: false,
    allowUnionTypes: true,
    discriminator: true,
    // Inlining repeats what is referred to often, and compiling that takes ten times as long.
    inlineRefs: false,
    logger: false,
    code,
  });
  formats.default.default(ajv);
  const survey = surveySchema(schema);
  for (const format of survey.formats) if (ajv.formats[format] === undefined) ajv.addFormat(format, true);
  for (const keyword of [...annotations, ...survey.extensions]) ajv.addKeyword(keyword);
  return { ajv, schema: expandBranches(schema) };
}

/** Wraps a compiled schema so that its errors are plain values and nothing is thrown. */
export function validateWith(compiled: CompiledSchema): Validate {
  return (value) => {
    try {
      return compiled(value) === true ? [] : (compiled.errors ?? []).map(normalise);
    } catch (error) {
      // A schema that refers to itself without a step into the value ends here, its stack full.
      const reason = error instanceof Error ? error.message : String(error);
      return [{ keyword: "$ref", pointer: "", path: "#", params: { reason }, schema: {}, value }];
    }
  };
}

function normalise(error: unknown): SchemaError {
  const raw = recordOf(error);
  const plain = {
    keyword: String(raw.keyword),
    pointer: String(raw.instancePath),
    path: String(raw.schemaPath),
    params: recordOf(raw.params),
    schema: recordOf(raw.parentSchema),
    value: raw.data,
  };
  return typeof raw.propertyName === "string" ? { ...plain, key: raw.propertyName } : plain;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const remote = /^can't resolve reference (\S+)/u.exec(message)?.[1];
  if (remote !== undefined) return `Cannot resolve \`$ref\` to ${remote}, only references inside the file are followed`;
  return message.replace(/^strict mode: /u, "").replace(/\.$/u, "");
}
