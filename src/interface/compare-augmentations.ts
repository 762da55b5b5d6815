import type ts from "typescript";
import { everybody } from "./breaking.ts";
import { diffSlotsByName } from "./diff-members.ts";
import { changed, type Difference, type Pair, type Trail, trailAt } from "./difference.ts";
import type { Found } from "./findings.ts";
import { type Form, type Slot, tree } from "./form.ts";
import type { FormContext } from "./form-context.ts";
import type { Module } from "./module-graph.ts";
import { augmentationForm } from "./normal-form.ts";
import { typescript } from "./typescript.ts";

/** Compares what both sides add to the global scope and to other modules, one slot for each of these. */
export function compareAugmentations(
  modules: { readonly declared: Module; readonly actual: Module },
  context: FormContext,
  diff: (pair: Pair, trail: Trail) => readonly Difference[],
): readonly Found[] {
  const declared = augmentationSlots(modules.declared, context);
  const actual = augmentationSlots(modules.actual, context);
  return diffSlotsByName(declared, actual, (name, both) => {
    const nodes = (form: Form | undefined): readonly ts.Node[] => (form?.node == null ? [] : [form.node]);
    const places = { declared: nodes(both.declared), actual: nodes(both.actual) };
    const trail: Trail = { ...trailAt(places), path: [name], change: "global-augmentation" };
    if (both.declared === undefined || both.actual === undefined)
      return [changed(trail, { id: "global-augmentation", reach: everybody }, both)];
    const pair = { declared: wrapped(both.declared), actual: wrapped(both.actual) };
    return diff(pair, trail).map((found) => ({ ...found, change: "global-augmentation" as const }));
  }).map((found) => ({ name: found.path[0] ?? "", difference: { ...found, path: found.path.slice(1) } }));
}

function wrapped(form: Form): Form {
  return tree("declared", [{ label: "namespace", form }], { node: form.node });
}

function augmentationSlots(module: Module, context: FormContext): readonly Slot[] {
  const groups = new Map<string, ts.ModuleDeclaration[]>();
  for (const block of module.bindings.augmentations) {
    const name =
      block.name.kind === typescript().SyntaxKind.StringLiteral
        ? `declare module "${block.name.text}"`
        : "declare global";
    groups.set(name, [...(groups.get(name) ?? []), block]);
  }
  return [...groups].map(([label, blocks]) => ({ label, form: augmentationForm(blocks, module, context) }));
}
