import { type Entity, exportedEntity, exportTable } from "./export-table.ts";
import type { Module, ModuleGraph } from "./module-graph.ts";

/** The module and the name of an identity of something that was not read; null for everything else. */
export function opaqueName(id: string): { readonly module: string; readonly name: string } | null {
  const match = /^"(.*)"#([^#]*)$/u.exec(id);
  return match === null ? null : { module: match[1] ?? "", name: match[2] ?? "" };
}

/** True where two identities of things that were not read may be the same thing: the same name, or no name at all, of two modules. */
export function mayBeSame(a: string, b: string): boolean {
  const left = opaqueName(a);
  const right = opaqueName(b);
  if (left === null || right === null || left.module === right.module) return false;
  return left.name === right.name || left.name === "default" || right.name === "default";
}

/** A text that is the same exactly where two names stand for the same thing. What was not read has its module in quotes. */
export function entityId(entity: Entity): string {
  switch (entity.kind) {
    case "declared":
      return `${entity.module.id}#${[...entity.containers.map((container) => container.name), entity.name].join(".")}`;
    case "expression":
      return `${entity.module.id}#${entity.name}=`;
    case "module":
      return `${entity.identity}#*`;
    case "opaque":
      return `"${entity.identity}"#${entity.name}`;
    case "enum-member":
      return `${entityId(entity.of)}.${entity.name}`;
    case "global":
      return `global:${entity.name}`;
  }
}

/** The identity of an entity as both sides know it: by the name that both export it under, else its own. */
export function sharedId(entity: Entity, own: ReadonlyMap<string, string>): string {
  const id = entityId(entity);
  const direct = own.get(id);
  if (direct !== undefined) return `own:${direct}`;
  if (entity.kind === "enum-member") return `${sharedId(entity.of, own)}.${entity.name}`;
  const root = entity.kind === "declared" ? entity.containers[0] : undefined;
  if (entity.kind !== "declared" || root === undefined) return id;
  const exported = own.get(`${entity.module.id}#${root.name}`);
  const visible = entity.containers.at(-1)?.bindings.exports.has(entity.name) === true;
  if (exported === undefined || !visible) return id;
  return `own:${[exported, ...entity.containers.slice(1).map((container) => container.name), entity.name].join(".")}`;
}

/** The identities of what a module exports that the source exports whole, each with its name in that namespace; empty for any other name. */
export function idsInModule(source: Module, name: string, graph: ModuleGraph): readonly (readonly [string, string])[] {
  const entity = exportedEntity(source, name, graph);
  if (entity?.kind !== "module" || entity.module === null) return [];
  const { module } = entity;
  return [...exportTable(module, graph).names.keys()].flatMap((inner) => {
    const found = exportedEntity(module, inner, graph);
    return found === null ? [] : [[entityId(found), `${name}.${inner}`] as const];
  });
}
