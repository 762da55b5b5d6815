/** What has to be known of a schema before it is compiled. */
export interface Survey {
  /** Why the schema cannot be used, in one sentence; null where nothing speaks against it. */
  readonly problem: string | null;
  /** Every `format` that it names. */
  readonly formats: ReadonlySet<string>;
  /** Every keyword that begins with `x-`. */
  readonly extensions: ReadonlySet<string>;
}

const dialect = "https://json-schema.org/draft/2020-12/schema";

/** Deeper than any schema that a person writes; keeps hostile nesting off the compiler's stack. */
const maxDepth = 100;

/** Looks through a schema. Unknown formats and `x-` keywords are annotations, so the compiler has to know their names. */
export function surveySchema(schema: object): Survey {
  const formats = new Set<string>();
  const extensions = new Set<string>();
  let problem = dialectProblem(schema);
  const open: { readonly node: unknown; readonly depth: number }[] = [{ node: schema, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next.node !== "object" || next.node === null) continue;
    if (next.depth > maxDepth) {
      problem ??= `The schema is nested more than ${maxDepth} levels deep`;
      break;
    }
    for (const [key, value] of Object.entries(next.node)) {
      if (key === "format" && typeof value === "string") formats.add(value);
      if (key === "$async" && value === true)
        problem ??= "Unexpected keyword `$async`, expected a schema that is plain data";
      if (key.startsWith("x-")) extensions.add(key);
      open.push({ node: value, depth: next.depth + 1 });
    }
  }
  return { problem, formats, extensions };
}

function dialectProblem(schema: object): string | null {
  const declared: unknown = "$schema" in schema ? schema.$schema : undefined;
  if (declared === undefined || declared === dialect || declared === `${dialect}#`) return null;
  return `Unexpected \`$schema\` ${JSON.stringify(declared)}, expected "${dialect}"`;
}
