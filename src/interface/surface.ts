import type { ExportBinding, StarBinding } from "./bindings.ts";
import { commentedTypes } from "./comment-types.ts";
import { type ExportTable, exportTable, namesBehind } from "./export-table.ts";
import type { Module, ModuleGraph } from "./module-graph.ts";

/** An exported name of one side; `star` where it comes through `export *`. */
export interface SurfaceName {
  readonly name: string;
  readonly binding: ExportBinding;
  readonly star: StarBinding | null;
}

/** The exported names of both sides, sorted into what is shared and what only one of them has. */
export interface Surface {
  readonly shared: readonly { readonly name: string; readonly declared: SurfaceName; readonly actual: SurfaceName }[];
  readonly missing: readonly SurfaceName[];
  readonly undeclared: readonly SurfaceName[];
  readonly missingStars: readonly StarBinding[];
  readonly undeclaredStars: readonly StarBinding[];
  /** Stars that stand on both sides. */
  readonly sharedStars: number;
  /** Names of one side that a star of a package may bring to the other. */
  readonly doubtful: readonly {
    readonly side: "declared" | "actual";
    readonly name: SurfaceName;
    readonly star: StarBinding;
  }[];
}

/** Compares what the two sides export, by name. A star is compared as a star; names that one side writes out are looked for behind the other's stars. */
export function compareSurfaces(design: Module, source: Module, graph: ModuleGraph): Surface {
  const identity = (module: Module) => (star: StarBinding) =>
    `${star.typeOnly} ${graph.identity(module, star.specifier)}`;
  const designStars = remaining(design.bindings.stars, {
    own: identity(design),
    other: source.bindings.stars.map(identity(source)),
  });
  const sourceStars = remaining(source.bindings.stars, {
    own: identity(source),
    other: design.bindings.stars.map(identity(design)),
  });
  const all = { declared: exportTable(design, graph), actual: exportTable(source, graph) };
  const declared = ownNames(design, designStars, graph);
  const actual = ownNames(source, sourceStars, graph);
  const absent = [...declared.values()].filter(({ name }) => !all.actual.names.has(name));
  const commented = absent.length === 0 ? [] : inComments(absent, source);
  const missing = absent.filter((entry) => !commented.some(({ declared: other }) => other === entry));
  const undeclared = [...actual.values()].filter(({ name }) => !all.declared.names.has(name));
  const split = {
    declared: doubts(missing, sourceStars, all.actual),
    actual: doubts(undeclared, designStars, all.declared),
  };
  const isWhole = (star: StarBinding, names: readonly SurfaceName[], of: Iterable<SurfaceName>): boolean =>
    [...of].every((entry) => entry.star !== star || names.includes(entry));
  const wholeStars = {
    missing: designStars.filter((star) => isWhole(star, split.declared.certain, declared.values())),
    undeclared: sourceStars.filter((star) => isWhole(star, split.actual.certain, actual.values())),
  };
  return {
    shared: [...sharedNames({ declared, actual }, all), ...commented],
    missing: split.declared.certain.filter(({ star }) => star === null || !wholeStars.missing.includes(star)),
    undeclared: split.actual.certain.filter(({ star }) => star === null || !wholeStars.undeclared.includes(star)),
    missingStars: wholeStars.missing.filter((star) => !split.actual.doubtful.some((doubt) => doubt.star === star)),
    undeclaredStars: wholeStars.undeclared.filter(
      (star) => !split.declared.doubtful.some((doubt) => doubt.star === star),
    ),
    sharedStars: design.bindings.stars.length - designStars.length,
    doubtful: [
      ...split.declared.doubtful.map((doubt) => ({ side: "declared" as const, ...doubt })),
      ...split.actual.doubtful.map((doubt) => ({ side: "actual" as const, ...doubt })),
    ],
  };
}

function remaining(
  stars: readonly StarBinding[],
  { own, other }: { readonly own: (star: StarBinding) => string; readonly other: readonly string[] },
): readonly StarBinding[] {
  return stars.filter((star) => !other.includes(own(star)));
}

function ownNames(module: Module, stars: readonly StarBinding[], graph: ModuleGraph): ReadonlyMap<string, SurfaceName> {
  const names = new Map<string, SurfaceName>();
  for (const [name, [binding]] of module.bindings.exports) {
    if (binding !== undefined) names.set(name, { name, binding, star: null });
  }
  for (const star of stars) {
    for (const [name, binding] of namesBehind(star, module, graph).names) {
      if (!names.has(name)) names.set(name, { name, binding, star });
    }
  }
  return names;
}

interface Sides<T> {
  readonly declared: T;
  readonly actual: T;
}

function sharedNames(
  { declared, actual }: Sides<ReadonlyMap<string, SurfaceName>>,
  all: Sides<ExportTable>,
): Surface["shared"] {
  const names = new Set([...declared.keys(), ...actual.keys()]);
  return [...names].flatMap((name) => {
    const left = declared.get(name) ?? behind(name, all.declared);
    const right = actual.get(name) ?? behind(name, all.actual);
    return left === null || right === null ? [] : [{ name, declared: left, actual: right }];
  });
}

// A type of a comment can be imported, so a design may say that it is exported.
function inComments(names: readonly SurfaceName[], source: Module): Surface["shared"] {
  const types = commentedTypes(source);
  return names.flatMap((declared) => {
    const { name } = declared;
    const node = types.get(name);
    return node === undefined
      ? []
      : [{ name, declared, actual: { name, binding: { kind: "comment", name, node }, star: null } }];
  });
}

function behind(name: string, table: ExportTable): SurfaceName | null {
  const found = table.names.get(name);
  return found === undefined ? null : { name, ...found };
}

// What a package's star brings is not known, so a name may be among it.
function doubts(
  names: readonly SurfaceName[],
  stars: readonly StarBinding[],
  other: ExportTable,
): {
  readonly certain: readonly SurfaceName[];
  readonly doubtful: readonly { readonly name: SurfaceName; readonly star: StarBinding }[];
} {
  const star = stars.find((candidate) => other.unknownStars.includes(candidate));
  if (star === undefined) return { certain: names, doubtful: [] };
  const can = ({ name }: SurfaceName): boolean => name !== "default" && name !== "export=";
  return {
    certain: names.filter((entry) => !can(entry)),
    doubtful: names.filter(can).map((name) => ({ name, star })),
  };
}
