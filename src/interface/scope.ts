import type ts from "typescript";
import type { Container } from "./export-table.ts";
import { type Form, leaf } from "./form.ts";
import type { Module } from "./module-graph.ts";

/** Where a piece of syntax stands: which names it sees, and how deep in the form it is. Immutable; inner scopes are new values. */
export interface Scope {
  readonly module: Module;
  /** Namespaces around it, outermost first. */
  readonly containers: readonly Container[];
  readonly bound: Bound | null;
  /** Number of the scopes around it that bind type parameters or parameters. */
  readonly level: number;
  /** Structural depth below the declaration, alike for an alias and for what it stands for. */
  readonly depth: number;
  readonly expanding: Expanding | null;
}

/** A type parameter, an `infer` variable, a mapped key or a parameter, and what stands for it in the form. */
export interface Bound {
  readonly name: string;
  readonly meaning: "type" | "value";
  readonly form: Form;
  readonly outer: Bound | null;
}

/** A file-local declaration that is being written out, so that it is not written out inside itself. */
export interface Expanding {
  readonly declaration: ts.Node;
  readonly depth: number;
  /** The type arguments that it is written out for. */
  readonly args: readonly Form[];
  readonly outer: Expanding | null;
}

/** The scope of a module's top, or of a namespace in it. */
export function outerScope(module: Module, containers: readonly Container[]): Scope {
  return { module, containers, bound: null, level: 0, depth: 0, expanding: null };
}

/** The scope of another declaration, entered from where it is used. */
export function entered(scope: Scope, module: Module, containers: readonly Container[]): Scope {
  return { ...scope, module, containers, bound: null };
}

/** One structural step down. */
export function deeper(scope: Scope): Scope {
  return { ...scope, depth: scope.depth + 1 };
}

/** A scope that binds nothing yet, one level further in. */
export function nextLevel(scope: Scope): Scope {
  return { ...scope, level: scope.level + 1 };
}

/** Lets a name stand for a form. */
export function bind(
  scope: Scope,
  meaning: Bound["meaning"],
  entry: { readonly name: string; readonly form: Form },
): Scope {
  return { ...scope, bound: { ...entry, meaning, outer: scope.bound } };
}

/** A name to be bound; null where a pattern stands in its place. */
export type Binder = string | null | { readonly name: string; readonly constraint: () => Form | null };

/** Binds names to their positions at the scope's level: renaming them changes nothing. */
export function bindPositions(scope: Scope, meaning: Bound["meaning"], binders: readonly Binder[]): Scope {
  return binders.reduce((inner: Scope, binder, index) => {
    if (binder === null) return inner;
    const form = leaf("bound", `${meaning} ${scope.level}.${index}`, null);
    if (typeof binder === "string") return bind(inner, meaning, { name: binder, form });
    return bind(inner, meaning, { name: binder.name, form: { ...form, constraint: binder.constraint } });
  }, scope);
}

/** What a bound name stands for; null where the name is not bound here. */
export function findBound(scope: Scope, name: string, meaning: Bound["meaning"]): Form | null {
  for (let entry = scope.bound; entry !== null; entry = entry.outer) {
    if (entry.name === name && entry.meaning === meaning) return entry.form;
  }
  return null;
}

/** How a declaration is already being written out; null where it is not. */
export function expansionOf(scope: Scope, declaration: ts.Node): Expanding | null {
  for (let entry = scope.expanding; entry !== null; entry = entry.outer) {
    if (entry.declaration === declaration) return entry;
  }
  return null;
}
