import type ts from "typescript";
import { intersectionForm, unionForm } from "./composite-form.ts";
import type { Pair } from "./difference.ts";
import { byText, type Form, leaf, numbered, slot, slotsOf, tree } from "./form.ts";
import { typescript } from "./typescript.ts";

/** Forms of type parameters by the text of their places. */
type Bindings = ReadonlyMap<string, Form>;

/** The actual side with its type parameters in the order of the declared one; null where they stand in one order, or are not the same. */
export function inDeclaredOrder({ declared, actual }: Pair): Form | null {
  const names = [namesOf(declared), namesOf(actual)] as const;
  if (names[0].length !== names[1].length || names[0].length < 2) return null;
  const sameNames = [...names[0]].sort(byText).join() === [...names[1]].sort(byText).join();
  if (sameNames) {
    const order = names[0].map((name) => names[1].indexOf(name));
    return isMoved(order) && new Set(order).size === order.length ? reordered(actual, order) : null;
  }
  if (names[0].length > 3) return null;
  const orders = permutations(names[0].map((_, index) => index)).filter(isMoved);
  return orders.map((order) => reordered(actual, order)).find(({ key }) => key === declared.key) ?? null;
}

/** The actual side with the defaults of the type parameters that only it has in their places; null where one of them has none. */
export function withAddedDefaults({ declared, actual }: Pair): Form | null {
  const count = namesOf(declared).length;
  const own = slotsOf(actual, "type-parameter");
  const level = levelOf(actual);
  const bindings = new Map<string, Form>();
  for (const [index, parameter] of own.entries()) {
    if (index < count) continue;
    const byDefault = slot(parameter, "default");
    if (byDefault === undefined) return null;
    bindings.set(placeOf(level, index), substituted(byDefault, bindings));
  }
  const kept = { ...actual, slots: actual.slots.filter(({ label }) => !isAdded(label, count)) };
  return substituted(kept, bindings);
}

function isAdded(label: string, count: number): boolean {
  const index = /^type-parameter (\d+)$/u.exec(label)?.[1];
  return index !== undefined && Number(index) >= count;
}

/** The places of a form's own type parameters and their constraints; null where one has none. */
export function inferredParameters(form: Form): ReadonlyMap<string, Form | null> {
  const level = levelOf(form);
  const own = slotsOf(form, "type-parameter");
  return new Map(own.map((parameter, index) => [placeOf(level, index), slot(parameter, "constraint") ?? null]));
}

/** The places of a form's own type parameters, as the types in it have them. */
export function placesOfParameters(form: Form): readonly string[] {
  const level = levelOf(form);
  return slotsOf(form, "type-parameter").map((_, index) => placeOf(level, index));
}

function placeOf(level: number, index: number): string {
  return `type ${level}.${index}`;
}

/** Names of a form's own type parameters, in order. */
export function namesOf(form: Form): readonly string[] {
  return slotsOf(form, "type-parameter").map(({ node }, index) => {
    const isNamed = node !== null && typescript().isTypeParameterDeclaration(node);
    return isNamed ? node.name.text : `#${index}`;
  });
}

// Which level of names a declaration's own parameters have is told by the outermost use of one of them.
function levelOf(form: Form): number {
  if (form.level !== undefined) return form.level;
  const names = namesOf(form);
  const compiler = typescript();
  let lowest = Number.POSITIVE_INFINITY;
  const stack: Form[] = [form];
  for (let current = stack.pop(); current !== undefined; current = stack.pop()) {
    const match = current.tag === "bound" ? /^type (\d+)\.(\d+)$/u.exec(current.text) : null;
    if (match !== null && current.node !== null && compiler.isTypeReferenceNode(current.node)) {
      const isOwn = nameOf(current.node) === names[Number(match[2])];
      if (isOwn) lowest = Math.min(lowest, Number(match[1]));
    }
    for (const entry of current.slots) stack.push(entry.form);
  }
  return lowest === Number.POSITIVE_INFINITY ? 0 : lowest;
}

function nameOf({ typeName }: ts.TypeReferenceNode): string {
  return typeName.getText();
}

function reordered(form: Form, order: readonly number[]): Form {
  const level = levelOf(form);
  const own = slotsOf(form, "type-parameter");
  const bindings = new Map(order.map((from, to) => [placeOf(level, from), leaf("bound", placeOf(level, to), null)]));
  const parameters = order.flatMap((from) => own[from] ?? []);
  const rest = form.slots.filter(({ label }) => !label.startsWith("type-parameter "));
  return substituted({ ...form, slots: [...numbered("type-parameter", parameters), ...rest] }, bindings);
}

function substituted(form: Form, bindings: Bindings): Form {
  const bound = form.tag === "bound" ? bindings.get(form.text) : undefined;
  if (bound !== undefined) return { ...bound, node: form.node };
  const { expand } = form;
  const slots = form.slots.map((entry) => ({ label: entry.label, form: substituted(entry.form, bindings) }));
  if (slots.length === 0 && expand === undefined) return form;
  if (form.tag === "union")
    return unionForm(
      slots.map((entry) => entry.form),
      form.node,
    );
  if (form.tag === "intersection")
    return intersectionForm(
      slots.map((entry) => entry.form),
      form.node,
    );
  const { text, node, level, elided } = form;
  const copy = tree(form.tag, slots, { text, node, level, elided });
  return expand === undefined ? copy : { ...copy, expand: () => substituted(expand(), bindings) };
}

function isMoved(order: readonly number[]): boolean {
  return order.some((from, to) => from !== to);
}

function permutations(items: readonly number[]): readonly (readonly number[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));
}
