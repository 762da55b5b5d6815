import type ts from "typescript";
import type { Breaking, ChangeId } from "./change.ts";
import type { Form } from "./form.ts";

/** One differing slot of two normal forms, the smallest that can be named. A side is null where it has no such part. */
export interface Difference {
  readonly kind: "changed" | "information" | "undecided" | "spelling" | "unknown-name";
  /** Change id; for what is not decided, the id that it would have. */
  readonly change: ChangeId;
  /** Whom it breaks; nobody where it is no change. */
  readonly breaking: Breaking;
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
  /** Two types that are one exactly where this is no difference, if they are more than the slot: to be put to the compiler. */
  readonly asked?: Pair;
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
  readonly change: ChangeId | null;
  readonly role: string;
  readonly whole: Pair | null;
  readonly places: Places;
  readonly position: Position;
}

/** Who sees a slot, and how: what decides whom its change breaks. */
export interface Position {
  /** True where consumers give what implementers take: parameters, and no longer parameters of parameters. */
  readonly inward: boolean;
  /** True where values flow both ways, or nobody knows: every change may break both. */
  readonly invariant: boolean;
  /** What the members belong to. */
  readonly host: "object" | "class" | "static" | "constructor" | "namespace";
  /** True where the slot is itself the result of a signature. */
  readonly result: boolean;
  /** True in the parameters of a class's constructor: implementers call it too. */
  readonly constructing: boolean;
  /** Identity of the exported class or interface that `this` is. */
  readonly self: string;
  /** Type parameters that the actual signature infers from its arguments, with their constraints. */
  readonly inferred: ReadonlyMap<string, Form | null>;
}

const outermost: Position = {
  inward: false,
  invariant: false,
  host: "object",
  result: false,
  constructing: false,
  self: "",
  inferred: new Map(),
};

/** Where the comparison of an export begins. */
export function trailAt(places: Places, name = ""): Trail {
  const position = { ...outermost, self: `own:${name}` };
  return { path: [], inside: "", inner: [], change: null, role: "is", whole: null, places, position };
}

/** The trail of a member: of the export itself, or of what a parameter or result is made of. */
export function memberTrail(trail: Trail, name: string): Trail {
  const { position } = trail;
  const isNamespace = position.host === "namespace";
  const inner = {
    ...trail,
    role: "is",
    whole: null,
    position: {
      ...position,
      host: "object" as const,
      result: false,
      self: isNamespace ? `${position.self}.${name}` : position.self,
    },
  };
  return trail.inside === "" ? { ...inner, path: [...trail.path, name] } : { ...inner, inner: [...trail.inner, name] };
}

/** The trail at another position. */
export function positioned(trail: Trail, position: Partial<Position>): Trail {
  return { ...trail, position: { ...trail.position, ...position } };
}

/** The trail of a part of a signature; of the outermost one where signatures are nested. */
export function partTrail(
  trail: Trail,
  part: { readonly inside: string; readonly role: string; readonly change: ChangeId },
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

/** A change id, and whom the change breaks where consumers read the slot; a parameter turns the two around. */
export interface Change {
  readonly id: ChangeId;
  readonly reach: Breaking;
}

/** A changed slot: both sides, or one where the other has no such part. Inside a part that people speak of it is a change of that. */
export function changed(trail: Trail, { id, reach }: Change, pair: Partial<Pair>): Difference {
  const found = difference(trail, { kind: "changed", change: id }, pair);
  return { ...found, breaking: atPosition(reach, trail.position) };
}

function atPosition(reach: Breaking, { inward, invariant, constructing }: Position): Breaking {
  if (invariant) return { consumer: true, implementer: true };
  const { consumer, implementer } = inward ? { consumer: reach.implementer, implementer: reach.consumer } : reach;
  return { consumer, implementer: constructing ? consumer : implementer };
}

const nobody: Breaking = { consumer: false, implementer: false };

/** A slot that could not be decided. */
export function undecided(trail: Trail, reason: string, pair: Partial<Pair>): Difference {
  return { ...difference(trail, { kind: "undecided", change: trail.change ?? "type" }, pair), reason };
}

/** A difference of any kind that breaks nobody. */
export function difference(
  trail: Trail,
  { kind, change }: { readonly kind: Difference["kind"]; readonly change: ChangeId },
  pair: Partial<Pair>,
): Difference {
  const { path, inside, inner, role, whole, places } = below(trail, pair);
  return {
    kind,
    change,
    breaking: nobody,
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
