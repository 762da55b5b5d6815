import type ts from "typescript";
import { consumers, everybody, nobody, typeReach } from "./breaking.ts";
import type { Breaking, ChangeId } from "./change.ts";
import { inDeclaredOrder, inferredParameters } from "./change-parameters.ts";
import {
  below,
  changed,
  type DiffContext,
  type Difference,
  type Pair,
  partTrail,
  positioned,
  type Trail,
} from "./difference.ts";
import { type Form, leaf, slot, slotsOf } from "./form.ts";

/** The differences of two lists of type parameters. */
export function diffTypeParameters(pair: Pair, trail: Trail, context: DiffContext): readonly Difference[] {
  const declared = slotsOf(pair.declared, "type-parameter");
  const actual = slotsOf(pair.actual, "type-parameter");
  const id = (change: ChangeId): ChangeId => trail.change ?? change;
  const reach = (form: Form): Breaking => addedReach(form, pair);
  const added = actual
    .slice(declared.length)
    .map((form) => changed(trail, { id: id("type-parameter-added"), reach: reach(form) }, { actual: form }));
  const removed = declared
    .slice(actual.length)
    .map((form) => changed(trail, { id: id("type-parameter-removed"), reach: everybody }, { declared: form }));
  if (added.length + removed.length > 0) return [...added, ...removed];
  const ordered = inDeclaredOrder(pair);
  const moved = ordered === null ? [] : [changed(trail, { id: id("type-parameter-order"), reach: everybody }, pair)];
  const others = ordered === null ? actual : slotsOf(ordered, "type-parameter");
  const each = declared.flatMap((form, index) =>
    diffTypeParameter({ declared: form, actual: others[index] ?? form }, trail, context),
  );
  return [...moved, ...each];
}

// Where a signature had none, nobody wrote any down; where it had, and at a type, the new one has to be written unless it has a default.
function addedReach(form: Form, { declared }: Pair): Breaking {
  if (slot(form, "default") !== undefined) return nobody;
  if (declared.tag !== "signature") return everybody;
  return slotsOf(declared, "type-parameter").length === 0 ? nobody : consumers;
}

/** True where type parameters came or went, so that the positions of the others are no longer the same. */
export function isShifted(found: readonly Difference[]): boolean {
  return found.some(
    ({ actual, declared }) =>
      (actual === null && declared?.tag === "type-parameter") ||
      (declared === null && actual?.tag === "type-parameter"),
  );
}

/** The trail of a signature's parts where the code has type parameters that calls infer. */
export function inferring({ actual }: Pair, trail: Trail): Trail {
  return positioned(trail, { inferred: new Map([...trail.position.inferred, ...inferredParameters(actual)]) });
}

function diffTypeParameter(pair: Pair, trail: Trail, context: DiffContext): readonly Difference[] {
  const { declared, actual } = pair;
  const at = (role: string, change: ChangeId): Trail =>
    partTrail(below(trail, pair), { inside: nameOf(declared), role, change });
  const modifier = { id: trail.change ?? "type-parameter-modifier", reach: everybody } as const;
  const words = declared.text === actual.text ? [] : [changed(at("is", "type-parameter-modifier"), modifier, pair)];
  return [
    ...words,
    ...diffConstraint(pair, at("extends", "type-parameter-constraint"), context),
    ...diffDefault(pair, at("defaults to", "type-parameter-default"), context),
  ];
}

// What is given for a type parameter is given by consumers, as the arguments of a call are.
function diffConstraint(pair: Pair, outer: Trail, context: DiffContext): readonly Difference[] {
  const trail = positioned(outer, { inward: !outer.position.inward });
  const [declared, actual] = [slot(pair.declared, "constraint"), slot(pair.actual, "constraint")];
  if (declared !== undefined && actual !== undefined) return diffBoth({ declared, actual }, trail, context);
  if (declared === actual) return [];
  const unknown = leaf("keyword", "unknown", null);
  const reach = typeReach({ declared: declared ?? unknown, actual: actual ?? unknown }, trail.position);
  return [changed(trail, { id: trail.change ?? "type", reach }, only(declared, actual))];
}

function diffDefault(pair: Pair, outer: Trail, context: DiffContext): readonly Difference[] {
  const trail = positioned(outer, { invariant: true });
  const [declared, actual] = [slot(pair.declared, "default"), slot(pair.actual, "default")];
  if (declared !== undefined && actual !== undefined) return diffBoth({ declared, actual }, trail, context);
  if (declared === actual) return [];
  const reach = declared === undefined ? nobody : everybody;
  return [
    changed(declared === undefined ? outer : trail, { id: trail.change ?? "type", reach }, only(declared, actual)),
  ];
}

function diffBoth(pair: Pair, trail: Trail, context: DiffContext): readonly Difference[] {
  return pair.declared.key === pair.actual.key && !pair.actual.holed ? [] : context.types(pair, trail);
}

function only(declared: Form | undefined, actual: Form | undefined): Partial<Pair> {
  return { ...(declared === undefined ? {} : { declared }), ...(actual === undefined ? {} : { actual }) };
}

function nameOf({ node }: Form): string {
  const name = node !== null && "name" in node ? (node.name as ts.Node | undefined) : undefined;
  return name === undefined ? "type parameter" : `type parameter ${name.getText()}`;
}
