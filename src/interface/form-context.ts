import type ts from "typescript";
import type { ConstantValue } from "./constant-value.ts";
import type { Entity } from "./export-table.ts";
import type { Form } from "./form.ts";
import type { NameContext } from "./names.ts";
import type { Scope } from "./scope.ts";

/** What every part of the extraction needs; the functions tie the parts together, each of which knows only this interface. */
export interface FormContext extends NameContext {
  /** Identity of an entity → the name under which both sides export it. */
  readonly own: ReadonlyMap<string, string>;
  /** True where `a?: T` and `a?: T | undefined` are different things. */
  readonly exactOptional: boolean;
  /** The same name as the compiler declares it, with every type written; null where it has not been asked or cannot say. */
  inferred(entity: Entity): (Entity & { readonly kind: "declared" }) | null;
  /** Values of enum members that have been worked out; one that is being worked out is `computed` meanwhile. */
  readonly constants: Map<ts.Node, ConstantValue>;
  /** Members of enums by their names, as far as they have been looked for. */
  readonly enumMembers: Map<ts.EnumDeclaration, ReadonlyMap<string, ts.EnumMember>>;
  /** Enums of one side alone, written out. */
  readonly enums: Map<ts.Node, Form>;
  /** Counts forms that are written out; a hole at the node once there are too many of them. */
  spend(forms: number, node: ts.Node): Form | null;
  type(node: ts.TypeNode, scope: Scope): Form;
  /** The type of an expression, as far as syntax shows it; `widen` as for a `let`. */
  expression(node: ts.Expression, scope: Scope, widen: boolean): Form;
  /** A reference to what a name stands for, with its type arguments. */
  reference(entity: Entity, use: ReferenceUse): Form;
  /** The type of the value that a name stands for (`typeof name`). */
  valueType(entity: Entity, use: ReferenceUse): Form;
  /** Everything that a name declares, by kinds. */
  declaration(entity: Entity, scope: Scope): Form;
}

/** How a name is used: with which arguments, and where. */
export interface ReferenceUse {
  readonly args: readonly Form[];
  readonly node: ts.Node;
  readonly scope: Scope;
}
