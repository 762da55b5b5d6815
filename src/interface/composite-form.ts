import type ts from "typescript";
import { byText, type Form, leaf, tree } from "./form.ts";

const literalBase = /^(string|number|bigint) /u;

/** Normal form of a union: flat, without repetitions, sorted, `never` left out, swallowed by `any` and `unknown`. */
export function unionForm(members: readonly Form[], node: ts.Node | null): Form {
  const parts = members.flatMap(alternatives);
  for (const name of ["any", "unknown"]) {
    const top = parts.find((part) => isKeyword(part, name));
    if (top !== undefined) return top;
  }
  const bases = new Set(parts.filter((part) => part.tag === "keyword").map((part) => part.text));
  const keys = new Set(parts.map(({ key }) => key));
  const kept = parts.filter(
    (part) => !isKeyword(part, "never") && !isCovered(part, bases) && !(part.part && keys.has(part.part.of.key)),
  );
  const unique = joinParts(joinBoolean(dedupe(kept)));
  if (unique.length === 0) return leaf("keyword", "never", node);
  if (unique.length === 1 && unique[0] !== undefined) return unique[0];
  return unordered("union", unique, node);
}

/** What a type is a choice of: the parts of a union, `true` and `false` for `boolean`, else the type alone. */
export function alternatives(form: Form): readonly Form[] {
  const flat = form.tag === "union" ? form.slots.map((entry) => entry.form) : [form];
  return flat.flatMap((part) => (isKeyword(part, "boolean") ? bothLiterals(part) : [part]));
}

/** Normal form of an intersection: flat, without repetitions, sorted where order cannot matter. */
export function intersectionForm(members: readonly Form[], node: ts.Node | null): Form {
  const flat = members.flatMap((member) =>
    member.tag === "intersection" ? member.slots.map((entry) => entry.form) : [member],
  );
  for (const name of ["never", "any"]) {
    const swallowing = flat.find((part) => isKeyword(part, name));
    if (swallowing !== undefined) return swallowing;
  }
  const unique = dedupe(flat.filter((part) => !isKeyword(part, "unknown")));
  if (unique.length === 0) return leaf("keyword", "unknown", node);
  if (unique.length === 1 && unique[0] !== undefined) return unique[0];
  if (unique.every(orderFree)) return unordered("intersection", unique, node);
  return tree(
    "intersection",
    unique.map((form) => ({ label: "", form })),
    { node, text: "ordered" },
  );
}

/** A type without `undefined` among its alternatives. */
export function withoutUndefined(form: Form): Form {
  if (form.tag !== "union") return form;
  const rest = form.slots.map((entry) => entry.form).filter((part) => !isKeyword(part, "undefined"));
  return rest.length === form.slots.length ? form : unionForm(rest, form.node);
}

/** True for a keyword type of this name. */
export function isKeyword(form: Form, name: string): boolean {
  return form.tag === "keyword" && form.text === name;
}

// Overloads come in the order of the parts, so parts that have calls, or may have them, keep their places.
function orderFree(form: Form): boolean {
  if (form.tag === "keyword" || form.tag === "literal" || form.tag === "mapped" || form.tag === "template") return true;
  if (form.tag === "union") return form.slots.every((entry) => orderFree(entry.form));
  return form.tag === "object" && !form.slots.some(({ label }) => label === "()" || label === "new()");
}

function unordered(tag: string, parts: readonly Form[], node: ts.Node | null): Form {
  const sorted = [...parts].sort((a, b) => byText(a.key, b.key));
  return tree(
    tag,
    sorted.map((form) => ({ label: "", form })),
    { node },
  );
}

function dedupe(parts: readonly Form[]): readonly Form[] {
  const seen = new Map<string, Form>();
  for (const part of parts) if (!seen.has(part.key)) seen.set(part.key, part);
  return [...seen.values()];
}

function isCovered(part: Form, bases: ReadonlySet<string>): boolean {
  const base = part.tag === "literal" ? literalBase.exec(part.text)?.[1] : undefined;
  return base !== undefined && bases.has(base);
}

function bothLiterals(part: Form): readonly Form[] {
  return [leaf("literal", "boolean true", part.node), leaf("literal", "boolean false", part.node)];
}

// All members of an enum are the enum.
function joinParts(parts: readonly Form[]): readonly Form[] {
  const wholes = new Map(parts.flatMap(({ part }) => (part === undefined ? [] : [[part.of.key, part] as const])));
  let joined = parts;
  for (const [key, { of, count }] of wholes) {
    const isOf = (form: Form): boolean => form.part?.of.key === key;
    if (joined.filter(isOf).length === count) joined = [...joined.filter((form) => !isOf(form)), of];
  }
  return joined;
}

function joinBoolean(parts: readonly Form[]): readonly Form[] {
  const literals = parts.filter((part) => part.tag === "literal" && part.text.startsWith("boolean "));
  if (literals.length < 2) return parts;
  const rest = parts.filter((part) => !literals.includes(part));
  return [...rest, leaf("keyword", "boolean", literals[0]?.node ?? null)];
}
