import type { SchemaError } from "./validator.ts";

/**
 * Leaves out the errors that only say that others exist: of the branches of `anyOf` and `oneOf` the one that was probably
 * meant is kept (or the composite alone, where none is), of `contains` and `propertyNames` one side, of `if` nothing.
 * Expects the order in which validators report: the errors inside a composite stand directly before it.
 */
export function collapse(errors: readonly SchemaError[]): readonly SchemaError[] {
  const kept: SchemaError[] = [];
  for (const error of errors) {
    if (error.keyword === "if") continue;
    if (error.keyword === "anyOf" || error.keyword === "oneOf") kept.push(...chosen(error, takeInside(kept, error)));
    else if (error.keyword === "contains") kept.push(...chosenOfContains(error, takeInside(kept, error)));
    else if (error.keyword === "propertyNames") takeDuplicates(kept, error);
    else kept.push(error);
  }
  return kept.filter((error) => !isEcho(error, kept.length));
}

/** Removes from the end of `kept` the errors that a composite has collected, and returns them in order. */
function takeInside(kept: SchemaError[], composite: SchemaError): readonly SchemaError[] {
  let start = kept.length;
  while (start > 0 && isUnder(kept[start - 1]?.pointer ?? "", composite.pointer)) start--;
  const tail = kept.splice(start);
  const isInside = ({ path }: SchemaError): boolean => path.startsWith(`${composite.path}/`);
  kept.push(...tail.filter((error) => !isInside(error)));
  return tail.filter(isInside);
}

function chosen(composite: SchemaError, inside: readonly SchemaError[]): readonly SchemaError[] {
  const branches = composite.schema[composite.keyword];
  if (!Array.isArray(branches) || Array.isArray(composite.params.passingSchemas)) return [composite];
  const ranked = branches
    .map((_, index) => inside.filter(({ path }) => path.startsWith(`${composite.path}/${index}/`)))
    .filter((errors) => errors.length > 0)
    .map((errors) => ({ errors, misfit: misfit(errors, composite.pointer) }))
    .sort((a, b) => a.misfit - b.misfit || a.errors.length - b.errors.length);
  const [best, second] = ranked;
  if (best === undefined || best.misfit === wrongType) return [composite];
  const tied = second !== undefined && second.misfit === best.misfit && second.errors.length === best.errors.length;
  return tied && isShallow(best.errors, composite.pointer) ? [composite] : best.errors;
}

const wrongType = 3;

/** How far a branch is from what was meant: wrong type, wrong value, wrong value of a member, anything else. */
function misfit(errors: readonly SchemaError[], pointer: string): number {
  const here = errors.filter((error) => error.pointer === pointer && error.key === undefined);
  if (here.some(({ keyword }) => keyword === "type" || keyword === "false schema")) return wrongType;
  if (here.some(({ keyword }) => keyword === "const" || keyword === "enum")) return 2;
  return errors.some(({ keyword }) => keyword === "const") ? 1 : 0;
}

function isShallow(errors: readonly SchemaError[], pointer: string): boolean {
  return errors.every((error) => error.pointer === pointer);
}

/** With one element there is no doubt which one should have fitted, unless only a constant is looked for. */
function chosenOfContains(composite: SchemaError, inside: readonly SchemaError[]): readonly SchemaError[] {
  const wanted = composite.schema.contains;
  const isConstant = typeof wanted === "object" && wanted !== null && "const" in wanted;
  const isSingle = Array.isArray(composite.value) && composite.value.length === 1;
  return isSingle && !isConstant && inside.length > 0 ? inside : [composite];
}

/** The errors about a property's name say more than the one that says that there are some. */
function takeDuplicates(kept: SchemaError[], outer: SchemaError): void {
  const key = String(outer.params.propertyName);
  if (!kept.some((error) => error.key === key && error.pointer === outer.pointer)) kept.push({ ...outer, key });
}

/** A key that some branch of the schema knows is unevaluated only because that branch failed, which is said already. */
function isEcho(error: SchemaError, total: number): boolean {
  if (error.keyword !== "unevaluatedProperties" || total === 1) return false;
  return knownKeys(error.schema).has(String(error.params.unevaluatedProperty));
}

/** The keys that a schema or one of its branches names under `properties`. */
export function knownKeys(schema: unknown): ReadonlySet<string> {
  const keys = new Set<string>();
  const open: unknown[] = [schema];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (Array.isArray(next)) open.push(...next);
    else if (typeof next === "object" && next !== null) {
      const { properties, allOf, anyOf, oneOf, then, else: otherwise, if: condition } = next as Record<string, unknown>;
      for (const key of namesIn(properties)) keys.add(key);
      open.push(...[allOf, anyOf, oneOf, then, otherwise, condition].filter((part) => part !== undefined));
    }
  }
  return keys;
}

function namesIn(properties: unknown): readonly string[] {
  return typeof properties === "object" && properties !== null ? Object.keys(properties) : [];
}

function isUnder(pointer: string, parent: string): boolean {
  return pointer === parent || pointer.startsWith(`${parent}/`);
}
