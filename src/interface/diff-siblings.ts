import { everybody } from "./breaking.ts";
import { changed, type Difference, type Trail } from "./difference.ts";
import { exportedEntity } from "./export-table.ts";
import { leaf } from "./form.ts";
import { entityId } from "./identity.ts";
import type { Module, ModuleGraph } from "./module-graph.ts";

/** The two sides and the names that both export. */
export interface SiblingsInput {
  readonly design: Module;
  readonly source: Module;
  readonly graph: ModuleGraph;
  readonly names: readonly string[];
}

/** The difference of a shared name that stands for one export of the file in the design, and for another one in the source. */
export type SiblingDifference = (name: string, trail: Trail) => Difference | null;

/**
 * Compares which of the other exports a name stands for, where both sides say so: `export default a` and `export default b` are two
 * things however alike `a` and `b` are. What is exported under one name only has no identity but its form.
 */
export function createSiblingDifference({ design, source, graph, names }: SiblingsInput): SiblingDifference {
  const idsOf = (module: Module): ReadonlyMap<string, string> =>
    new Map(
      names.flatMap((name) => {
        const entity = exportedEntity(module, name, graph);
        return entity === null ? [] : [[name, entityId(entity)] as const];
      }),
    );
  let sides: { readonly declared: ReadonlyMap<string, string>; readonly actual: ReadonlyMap<string, string> } | null =
    null;
  return (name, trail) => {
    sides ??= { declared: idsOf(design), actual: idsOf(source) };
    if (isItself(name, sides.declared) && isItself(name, sides.actual)) return null;
    const [left, right] = [siblings(name, sides.declared), siblings(name, sides.actual)];
    const [one, other] = [left[0], right[0]];
    if (one === undefined || other === undefined || left.some((sibling) => right.includes(sibling))) return null;
    const forms = { declared: leaf("keyword", one, null), actual: leaf("keyword", other, null) };
    return changed({ ...trail, change: "re-export" }, { id: "re-export", reach: everybody }, forms);
  };
}

function siblings(name: string, ids: ReadonlyMap<string, string>): readonly string[] {
  const id = ids.get(name);
  if (id === undefined) return [];
  return [...ids].filter(([other, entry]) => entry === id && other !== name).map(([other]) => other);
}

// A thing is what it is declared as; its other names are compared with that.
function isItself(name: string, ids: ReadonlyMap<string, string>): boolean {
  return ids.get(name)?.endsWith(`#${name}`) === true;
}
