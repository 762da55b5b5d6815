import { declaresMeaning } from "./bindings.ts";
import { everybody, implementers } from "./breaking.ts";
import { changed, type Difference, type Trail, undecided } from "./difference.ts";
import type { Entity } from "./export-table.ts";
import { leaf } from "./form.ts";
import { entityId, mayBeSame } from "./identity.ts";

/** Compares two names that lead to other modules: by what they lead to, and whether to its types alone. */
export function diffReexports(left: Entity, right: Entity, trail: Trail): readonly Difference[] {
  const inner: Trail = { ...trail, change: "re-export" };
  const forms = { declared: leaf("re-export", entityId(left), null), actual: leaf("re-export", entityId(right), null) };
  if (entityId(left) === entityId(right)) {
    if (isTypeOnly(left) === isTypeOnly(right) || isOnlyType(left)) return [];
    const typeOnly: Trail = { ...trail, change: "type-only" };
    return left.kind === "declared" || left.kind === "module"
      ? [
          changed(
            { ...typeOnly, role: "type-only" },
            { id: "type-only", reach: isTypeOnly(right) ? everybody : implementers },
            forms,
          ),
        ]
      : [undecided(typeOnly, "whether the name is more than a type is not known here", forms)];
  }
  const doubt = mayBeSame(entityId(left), entityId(right)) || (left.kind === "opaque") !== (right.kind === "opaque");
  const reason = "two modules, one of which was not read, may export the same thing";
  return [doubt ? undecided(inner, reason, forms) : changed(inner, { id: "re-export", reach: everybody }, forms)];
}

function isOnlyType(entity: Entity): boolean {
  return entity.kind === "declared" && !declaresMeaning(entity.declarations, "value");
}

function isTypeOnly(entity: Entity): boolean {
  return entity.typeOnly === true;
}
