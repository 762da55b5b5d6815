import { builtinModules } from "node:module";
import type { ImportFact } from "../interface/source-facts.ts";

/** What a design says of a source's imports. */
export interface Dependencies {
  /** Ids of components, sorted. */
  readonly dependsOn: readonly string[];
  /** Names of packages, sorted; the platform's own modules left out. */
  readonly externals: readonly string[];
}

/** Sorts imports into components and packages. `componentOf` gives the id of the component that a specifier leads to. */
export function dependenciesOf(
  imports: readonly ImportFact[],
  componentOf: (specifier: string) => string | null,
): Dependencies {
  const specifiers = imports.map(({ specifier }) => specifier);
  const dependsOn = specifiers.filter(isRelative).map(componentOf);
  const externals = specifiers.map(packageOf);
  return { dependsOn: distinct(dependsOn), externals: distinct(externals) };
}

function isRelative(specifier: string): boolean {
  return /^\.{1,2}(?:\/|$)/u.test(specifier);
}

/** `@scope/name/file` → `@scope/name`; null for relative paths, builtins, URLs, `#imports` and aliases that no package can have. */
function packageOf(specifier: string): string | null {
  if (isRelative(specifier) || builtinModules.includes(specifier.replace(/\/.*$/su, ""))) return null;
  const name = /^(?:@[a-z0-9~][\w.~-]*\/)?[a-z0-9~][\w.~-]*(?=\/|$)/u.exec(specifier)?.[0];
  return name ?? null;
}

function distinct(values: readonly (string | null)[]): readonly string[] {
  return [...new Set(values.filter((value) => value !== null))].sort();
}
