import type ts from "typescript";
import type { Form } from "./form.ts";

/** One differing slot of two normal forms, the smallest that can be named. A side is null where it has no such part. */
export interface Difference {
  readonly kind: "changed" | "undecided" | "spelling" | "unknown-name";
  /** Change id; for what is not decided, the id that it would have. */
  readonly change: string;
  /** Members on the way down from the export. */
  readonly path: readonly string[];
  /** What the slot is to a person: `returns`, `parameter id`, `is`. */
  readonly role: string;
  readonly declared: Form | null;
  readonly actual: Form | null;
  /** Syntax nodes on the way down, outermost first: the smallest that stands in the right file is the place. */
  readonly places: Places;
  /** Why it could not be decided. */
  readonly reason?: string;
}

/** The nodes passed on the way down, on both sides. */
export interface Places {
  readonly declared: readonly ts.Node[];
  readonly actual: readonly ts.Node[];
}

/** Where a comparison stands. `change` is set once the slot that people speak of has been entered. */
export interface Trail {
  readonly path: readonly string[];
  readonly change: string | null;
  readonly role: string;
  readonly places: Places;
}

/** The two sides of a slot. */
export interface Pair {
  readonly declared: Form;
  readonly actual: Form;
}

/** What the parts of the diff need of each other. */
export interface DiffContext {
  /** True for names that are declared somewhere that the comparison does not read: library and ambient names. */
  isKnownName(name: string): boolean;
  types(pair: Pair, trail: Trail): readonly Difference[];
}

/** The trail below a pair of forms. */
export function below(trail: Trail, pair: Partial<Pair>, more: Partial<Trail> = {}): Trail {
  const places = {
    declared: withNode(trail.places.declared, pair.declared),
    actual: withNode(trail.places.actual, pair.actual),
  };
  return { ...trail, places, ...more };
}

function withNode(nodes: readonly ts.Node[], form: Form | undefined): readonly ts.Node[] {
  return form?.node == null ? nodes : [...nodes, form.node];
}

/** A changed slot: both sides, or one where the other has no such part. */
export function changed(trail: Trail, change: string, pair: Partial<Pair>): Difference {
  return difference(trail, { kind: "changed", change }, pair);
}

/** A slot that could not be decided. */
export function undecided(trail: Trail, reason: string, pair: Partial<Pair>): Difference {
  return { ...difference(trail, { kind: "undecided", change: trail.change ?? "type" }, pair), reason };
}

/** A difference of any kind. */
export function difference(
  trail: Trail,
  { kind, change }: { readonly kind: Difference["kind"]; readonly change: string },
  pair: Partial<Pair>,
): Difference {
  const { path, role, places } = below(trail, pair);
  return { kind, change, path, role, declared: pair.declared ?? null, actual: pair.actual ?? null, places };
}
