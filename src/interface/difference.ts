import type ts from "typescript";
import type { Form } from "./form.ts";

/** One differing slot of two normal forms, the smallest that can be named. A side is null where it has no such part. */
export interface Difference {
  readonly kind: "changed" | "undecided" | "spelling" | "unknown-name";
  /** Change id; for what is not decided, the id that it would have. */
  readonly change: string;
  /** Members on the way down from the export. */
  readonly path: readonly string[];
  /** The part of a signature that it is in (`parameter id`, `result`), and members on the way down from there. */
  readonly inside: string;
  readonly inner: readonly string[];
  /** The verb between the slot and its type: `is`, `returns`, `extends`. */
  readonly role: string;
  /** The types that `role` speaks of, where they are more than the slot. */
  readonly whole: Pair | null;
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
  readonly inside: string;
  readonly inner: readonly string[];
  readonly change: string | null;
  readonly role: string;
  readonly whole: Pair | null;
  readonly places: Places;
}

/** Where the comparison of an export begins. */
export function trailAt(places: Places): Trail {
  return { path: [], inside: "", inner: [], change: null, role: "is", whole: null, places };
}

/** The trail of a member: of the export itself, or of what a parameter or result is made of. */
export function memberTrail(trail: Trail, name: string): Trail {
  const inner = { ...trail, role: "is", whole: null };
  return trail.inside === "" ? { ...inner, path: [...trail.path, name] } : { ...inner, inner: [...trail.inner, name] };
}

/** The trail of a part of a signature; of the outermost one where signatures are nested. */
export function partTrail(
  trail: Trail,
  part: { readonly inside: string; readonly role: string; readonly change: string },
): Trail {
  if (trail.inside !== "" || trail.change !== null) return trail;
  return { ...trail, ...part, whole: null };
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
  const { path, inside, inner, role, whole, places } = below(trail, pair);
  return {
    kind,
    change,
    path,
    inside,
    inner,
    role,
    whole,
    declared: pair.declared ?? null,
    actual: pair.actual ?? null,
    places,
  };
}
