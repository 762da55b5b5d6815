import type ts from "typescript";
import { declarationForm, declarationScope, exportSlots } from "./declaration-form.ts";
import { type Entity, exportedEntity, exportTable } from "./export-table.ts";
import { expressionForm } from "./expression-form.ts";
import { byText, type Form, hole, leaf, type Slot, tree } from "./form.ts";
import type { FormShare } from "./form-budget.ts";
import type { FormContext } from "./form-context.ts";
import type { Module } from "./module-graph.ts";
import { bindBlocks, type NameContext } from "./names.ts";
import { referenceForm, valueTypeForm } from "./reference-form.ts";
import { outerScope } from "./scope.ts";
import { typeForm } from "./type-form.ts";

/** What an extraction depends on besides the names. */
export interface FormOptions extends NameContext {
  /** Identity of an entity → the name under which both sides export it. */
  readonly own: ReadonlyMap<string, string>;
  /** True where `a?: T` and `a?: T | undefined` are different things. */
  readonly exactOptional: boolean;
  /** The same name as the compiler declares it, with every type written; null where it has not been asked or cannot say. */
  inferred(entity: Entity): (Entity & { readonly kind: "declared" }) | null;
  /** How many forms may be written out. */
  readonly share: FormShare;
}

/** Ties the parts of the extraction together. What the share does not pay for is a hole. */
export function createFormContext({ share, ...options }: FormOptions): FormContext {
  const spend = (forms: number, node: ts.Node): Form | null =>
    share.spend(forms) ? null : hole(share.lack() ?? "", node);
  const context: FormContext = {
    ...options,
    constants: new Map(),
    enumMembers: new Map(),
    enums: new Map(),
    spend,
    type: (node, scope) => spend(1, node) ?? typeForm(node, scope, context),
    expression: (node, scope, widen) => expressionForm(node, scope, { context, widen }),
    reference: (entity, use) => referenceForm(entity, use, context),
    valueType: (entity, use) => valueTypeForm(entity, use, context),
    declaration: (entity, scope) => declarationForm(entity, scope, context),
  };
  return context;
}

/** Normal form of what a name exports; a package's names stay what they are called, and a whole module of the project is a namespace of its exports. */
export function exportForm(entity: Entity, typeOnly: boolean, context: FormContext): Form {
  const isOwn = entity.kind === "declared" || entity.kind === "expression";
  const scope = isOwn ? declarationScope(entity) : outerScope(context.source, []);
  const form = moduleForm(entity, context) ?? context.declaration(entity, scope);
  const hasValue = form.slots.some(({ label }) => label !== "interface" && label !== "type");
  if (!typeOnly || !hasValue) return form;
  return tree("declared", [...form.slots, { label: "type-only", form: leaf("type-only", "", form.node) }], {
    node: form.node,
  });
}

// Modules inside of it stay what they are called, since they may lead back; a star of a package hides what there is.
function moduleForm(entity: Entity, context: FormContext): Form | null {
  if (entity.kind !== "module" || entity.module === null) return null;
  const { module } = entity;
  const { names, unknownStars } = exportTable(module, context.graph);
  if (unknownStars.length > 0 || names.has("export=")) return null;
  const slots = [...names.keys()].flatMap((label): readonly Slot[] => {
    const inner = exportedEntity(module, label, context.graph);
    if (inner === null) return [];
    const isOwn = inner.kind === "declared" || inner.kind === "expression";
    const scope = isOwn ? declarationScope(inner) : outerScope(module, []);
    return [{ label, form: context.declaration(inner, scope) }];
  });
  const sorted = slots.sort((a, b) => byText(a.label, b.label));
  return tree("declared", [{ label: "namespace", form: tree("namespace", sorted, { node: null }) }], { node: null });
}

/** Normal form of all `declare global` or `declare module "x"` blocks of one name. */
export function augmentationForm(blocks: readonly ts.ModuleDeclaration[], module: Module, context: FormContext): Form {
  const bindings = bindBlocks(blocks, true);
  const container = { name: blocks[0]?.name.text ?? "global", bindings };
  const slots = exportSlots(bindings, outerScope(module, [container]), context);
  return tree("augmentation", slots, { node: blocks[0] ?? null });
}
