import { consumers, everybody } from "./breaking.ts";
import { changed, type Difference, type Pair, trailAt } from "./difference.ts";
import { type Form, leaf } from "./form.ts";
import type { Surface, SurfaceName } from "./surface.ts";
import { withoutUnstated } from "./unstated.ts";

/** An export that has one name in the design and another in the source. */
export interface Renamed {
  readonly declared: SurfaceName;
  readonly actual: SurfaceName;
  readonly form: Form;
}

/** The forms of what only one side exports; null where one cannot be told. */
export interface FormsOf {
  declared(name: SurfaceName): Form | null;
  actual(name: SurfaceName): Form | null;
}

/** Exports that only their names tell apart: one name of the design and one of the source, and no other that it could be. */
export function renamedExports({ missing, undeclared }: Surface, forms: FormsOf): readonly Renamed[] {
  const left = known(missing, forms.declared);
  const right = left.length === 0 ? [] : known(undeclared, forms.actual);
  const pairs = left.flatMap((one) => right.filter((other) => isAlike(one, other)).map((other) => ({ one, other })));
  const counts = new Map<Known, number>();
  for (const entry of pairs.flatMap(({ one, other }) => [one, other])) counts.set(entry, (counts.get(entry) ?? 0) + 1);
  return pairs
    .filter(({ one, other }) => counts.get(one) === 1 && counts.get(other) === 1)
    .map(({ one, other }) => ({ declared: one.entry, actual: other.entry, form: one.form }));
}

interface Known {
  readonly entry: SurfaceName;
  readonly form: Form;
  /** True where it has parts that a design may leave out. */
  readonly isOpen: boolean;
}

function known(names: readonly SurfaceName[], formOf: (name: SurfaceName) => Form | null): readonly Known[] {
  return names.flatMap((entry) => {
    const form = entry.star === null ? formOf(entry) : null;
    return form === null || form.holed ? [] : [{ entry, form, isOpen: mayLeaveOut(form) }];
  });
}

function mayLeaveOut({ tag, slots }: Form): boolean {
  return tag === "enum-member" || slots.some(({ label, form }) => label.startsWith("brand ") || mayLeaveOut(form));
}

function isAlike({ form: declared }: Known, { form: actual, isOpen }: Known): boolean {
  return declared.key === actual.key || (isOpen && withoutUnstated(declared, actual).key === declared.key);
}

/** The surface without the names that are one thing under two. */
export function withoutRenamed(surface: Surface, renamed: readonly Renamed[]): Surface {
  const told = new Set(renamed.flatMap(({ declared, actual }) => [declared, actual]));
  return {
    ...surface,
    missing: surface.missing.filter((name) => !told.has(name)),
    undeclared: surface.undeclared.filter((name) => !told.has(name)),
  };
}

/** A renamed export as one difference. */
export function renamedDifference({ declared, actual, form }: Renamed): Difference {
  const pair: Pair = {
    declared: leaf("name", declared.name, declared.binding.node),
    actual: leaf("name", actual.name, actual.binding.node),
  };
  const isType = form.slots.some(({ label }) => label !== "value");
  const change = { id: "export-renamed", reach: isType ? everybody : consumers } as const;
  return changed(trailAt({ declared: [], actual: [] }, declared.name), change, pair);
}
