import { distance } from "fastest-levenshtein";
import type ts from "typescript";
import type { Range } from "../range.ts";
import type { StarBinding } from "./bindings.ts";
import type { DeclaredModule } from "./block.ts";
import { everybody, nobody } from "./breaking.ts";
import type { Surface, SurfaceName } from "./surface.ts";
import type { InterfaceFinding } from "./verdict.ts";

/** What the findings about missing and undeclared exports are made from. */
export interface SurfaceInput {
  readonly design: DeclaredModule;
  readonly surface: Surface;
  /** First line of the Interface's first block in the Markdown; null without a block. */
  readonly block: Range | null;
}

/** Findings about names that only one side exports, and about those that a package's star may bring. */
export function surfaceFindings({ design, surface, block }: SurfaceInput): readonly InterfaceFinding[] {
  const declaredAt = (node: ts.Node): Range => design.rangeOf(rangeOf(node));
  const missing = surface.missing.map((entry): InterfaceFinding => {
    const near = nearest(entry, surface.undeclared);
    const hint = near === null ? "" : `; did you mean ${near}?`;
    return {
      rule: "interface/missing-export",
      message: `Expected the source to export ${spoken(entry.name)}, as the design says${hint}`,
      mend: `Export ${spoken(entry.name)} from the source, or take it out of the design`,
      export: entry.name,
      change: "export-missing",
      breaking: everybody,
      declared: declaredAt(placeOf(entry)),
    };
  });
  const undeclared = surface.undeclared.map((entry): InterfaceFinding => {
    const near = nearest(entry, surface.missing);
    const hint = near === null ? "" : `; did the design mean ${spoken(entry.name)} where it says ${near}?`;
    return {
      rule: "interface/undeclared-export",
      message: `Unexpected ${exportWords(entry.name)}, which the design does not declare${hint}`,
      mend: `Declare ${spoken(entry.name)} in the design, or stop exporting it`,
      export: entry.name,
      change: "export-undeclared",
      breaking: nobody,
      ...(block === null ? {} : { declared: block }),
      actual: rangeOf(placeOf(entry)),
    };
  });
  return [
    ...missing,
    ...undeclared,
    ...starFindings({ design, surface, block }),
    ...doubtFindings({ design, surface, block }),
  ];
}

function placeOf({ binding, star }: SurfaceName): ts.Node {
  return star === null ? binding.node : star.node;
}

function exportWords(name: string): string {
  if (name === "default") return "default export";
  return name === "export=" ? "`export =`" : `export ${name}`;
}

function spoken(name: string): string {
  if (name === "default") return "a default";
  return name === "export=" ? "`export =`" : name;
}

function starFindings({ design, surface, block }: SurfaceInput): readonly InterfaceFinding[] {
  const missing = surface.missingStars.map(
    (star): InterfaceFinding => ({
      rule: "interface/missing-export",
      message: `Expected the source to have ${written(star)}, as the design says`,
      mend: "Export the module from the source, or take the star out of the design",
      export: `* from ${star.specifier}`,
      change: "export-missing",
      breaking: everybody,
      declared: design.rangeOf(rangeOf(star.node)),
    }),
  );
  const undeclared = surface.undeclaredStars.map(
    (star): InterfaceFinding => ({
      rule: "interface/undeclared-export",
      message: `Unexpected ${written(star)}, which the design does not declare`,
      mend: "Write the star into the design, or stop exporting the module",
      export: `* from ${star.specifier}`,
      change: "export-undeclared",
      breaking: nobody,
      ...(block === null ? {} : { declared: block }),
      actual: rangeOf(star.node),
    }),
  );
  return [...missing, ...undeclared];
}

function doubtFindings({ design, surface, block }: SurfaceInput): readonly InterfaceFinding[] {
  return surface.doubtful.map(({ side, name, star }): InterfaceFinding => {
    const place = rangeOf(placeOf(name));
    const where =
      side === "declared"
        ? { declared: design.rangeOf(place) }
        : { ...(block === null ? {} : { declared: block }), actual: place };
    return {
      rule: "interface/undecided",
      message: `Whether ${name.name} is on both sides cannot be decided: the names behind ${written(star)} are not known`,
      mend: "Name what is exported from the package instead of a star",
      export: name.name,
      change: side === "declared" ? "export-missing" : "export-undeclared",
      ...where,
    };
  });
}

function written(star: StarBinding): string {
  return `\`export ${star.typeOnly ? "type " : ""}* from ${JSON.stringify(star.specifier)}\``;
}

/** Among more names than these nobody looks for a misspelling. */
const mostNear = 200;

function nearest({ name }: SurfaceName, others: readonly SurfaceName[]): string | null {
  if (others.length > mostNear) return null;
  const most = Math.max(1, Math.floor(name.length / 3));
  const near = others
    .filter((other) => other.name.length < 100 && Math.abs(other.name.length - name.length) <= most)
    .map((other) => ({ name: other.name, apart: distance(name.toLowerCase(), other.name.toLowerCase()) }))
    .filter(({ apart }) => apart <= most)
    .sort((a, b) => a.apart - b.apart)[0];
  return near?.name ?? null;
}

function rangeOf(node: ts.Node): Range {
  return { start: node.getStart(), end: node.end };
}
