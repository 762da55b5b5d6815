import { lineStarts, positionAt, type Range } from "../range.ts";
import { explain, type Places } from "../schema/explain.ts";
import type { Validate } from "../schema/validator.ts";
import { UserError } from "../user-error.ts";
import { parseJson } from "./json.ts";
import type { RawConfig } from "./raw-config.ts";

/** A config file that has been read and is valid against its schema. */
export interface ConfigFile {
  readonly path: string;
  readonly text: string;
  readonly raw: RawConfig;
  readonly places: Places;
}

/** Something wrong in a config, and what to do about it. */
export interface ConfigProblem {
  readonly message: string;
  readonly range: Range;
  readonly hint?: string;
}

/** The version of the config format that this tool reads. */
const version = 1;

/** Far above any config; bounds the work that a hostile file can cause. */
const maxBytes = 1024 * 1024;

/** How many problems one message lists. */
const maxListed = 20;

/** Reads one config file. Whatever the bytes are: a valid config, or a `UserError` of code `config-invalid` with its place. */
export function parseConfig(path: string, bytes: Uint8Array, validate: Validate): ConfigFile {
  const text = decode(path, bytes);
  const json = parseJson(text);
  if (!json.ok) throw configError({ path, text }, json.problems);
  const { value, places } = json;
  const declared = typeof value === "object" && value !== null && "version" in value ? value.version : version;
  if (typeof declared === "number" && declared !== version) {
    throw configError({ path, text }, [{ ...otherVersion(declared), range: places.value("/version") }]);
  }
  const problems = explain(validate(value), places).map(({ message, mend, range }) => ({ message, range, hint: mend }));
  if (problems.length > 0) throw configError({ path, text }, problems);
  return { path, text, raw: value as RawConfig, places };
}

/** The error for one or more problems of a config: it points at the first and lists all. */
export function configError(
  { path, text }: { readonly path: string; readonly text: string },
  problems: readonly ConfigProblem[],
): UserError {
  const [first] = problems;
  const place = first === undefined ? { path, text } : { path, text, range: first.range };
  return new UserError("config-invalid", messageOf(text, problems), {
    ...(first?.hint === undefined ? {} : { hint: first.hint }),
    place,
  });
}

function messageOf(text: string, problems: readonly ConfigProblem[]): string {
  const [first, ...others] = problems;
  if (first === undefined || others.length === 0) return first?.message ?? "The config is not valid";
  const starts = lineStarts(text);
  const lines = problems.slice(0, maxListed).map(({ message, range }) => {
    const { line, column } = positionAt(starts, range.start);
    return `  ${line}:${column} ${message}`;
  });
  const more = problems.length > maxListed ? [`  and ${problems.length - maxListed} more`] : [];
  return [`${problems.length} problems in the config`, ...lines, ...more].join("\n");
}

function otherVersion(declared: number): { message: string; hint: string } {
  const needed = Number.isInteger(declared) && declared > version;
  return {
    message: `Unexpected config version ${declared}, this design-lint reads version ${version}`,
    hint: needed
      ? `Install design-lint ${declared} or later, or set "version": ${version}`
      : `Set "version": ${version}`,
  };
}

function decode(path: string, bytes: Uint8Array): string {
  const head = bytes.subarray(0, maxBytes);
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(head);
  if (bytes.length > maxBytes)
    throw problem(path, text, {
      message: "Unexpected size, expected a config of at most 1 MiB",
      range: { start: 0, end: 0 },
    });
  if (text.startsWith("\uFEFF")) {
    const hint = "Save the file as UTF-8 without a byte order mark";
    throw problem(path, text, { message: "Unexpected byte order mark", range: { start: 0, end: 1 }, hint });
  }
  // Bytes that are no UTF-8 become U+FFFD, which is three bytes where it was written so; then the lengths agree.
  const replaced = text.indexOf("\uFFFD");
  if (replaced >= 0 && !sameBytes(new TextEncoder().encode(text), bytes)) {
    const range = { start: replaced, end: replaced + 1 };
    throw problem(path, text, { message: "Unexpected bytes, expected UTF-8", range, hint: "Save the file as UTF-8" });
  }
  return text;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

function problem(path: string, text: string, what: ConfigProblem): UserError {
  return configError({ path, text }, [what]);
}
