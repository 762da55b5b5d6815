import { exportedEntity } from "../../../src/interface/export-table.ts";
import type { Form } from "../../../src/interface/form.ts";
import { createFormBudget } from "../../../src/interface/form-budget.ts";
import type { FormContext } from "../../../src/interface/form-context.ts";
import { createModuleGraph, type Module } from "../../../src/interface/module-graph.ts";
import { createFormContext, exportForm } from "../../../src/interface/normal-form.ts";
import { filesOf } from "./compared.ts";
import { pairFiles } from "./equal-pairs.ts";

/** A context over one source, compared with itself; nothing is shared, so that names of the file are written out. */
export function contextOf(
  text: string,
  own: readonly (readonly [string, string])[] = [],
): { readonly context: FormContext; readonly source: Module } {
  const graph = createModuleGraph(filesOf({ ...pairFiles, "src/a.ts": text }));
  const source = graph.module("src/a.ts");
  if (source === null) throw new Error("the source was just given");
  const context = createFormContext({
    graph,
    design: { ...source, id: "design" },
    source,
    own: new Map(own),
    exactOptional: false,
    inferred: () => null,
    fileLocal: () => undefined,
    share: createFormBudget(text.length).share(text.length),
  });
  return { context, source };
}

/** The form of an export of a source text, `T` unless told otherwise. */
export function formOf(text: string, name = "T"): Form {
  const { context, source } = contextOf(text);
  const entity = exportedEntity(source, name, context.graph);
  if (entity === null) throw new Error(`no export ${name}`);
  return exportForm(entity, false, context);
}

/** The form of a type as it is written. */
export function typeOf(type: string): Form {
  const form = formOf(`export type T = ${type};`).slots[0]?.form.slots.at(-1)?.form;
  if (form === undefined) throw new Error("an alias has a type");
  return form;
}

/** A form as a short text: tags, texts and labels, for expectations that people can read. */
export function shown(form: Form): string {
  const own = form.text === "" ? form.tag : `${form.tag} ${form.text}`;
  if (form.slots.length === 0) return own;
  return `${own}(${form.slots.map(({ label, form: inner }) => (label === "" ? shown(inner) : `${label}: ${shown(inner)}`)).join(", ")})`;
}
