import type ts from "typescript";
import type { Bindings, ExportBinding } from "./bindings.ts";
import { typescript } from "./typescript.ts";

/** Which names of a file a document has to declare. */
export interface ExportStyles {
  /** Local names (`default` and `export=` for expressions) that some export leads to. */
  readonly names: readonly string[];
  /** Those of them whose declaration carries the `export` itself; the others are exported by a list or an assignment. */
  readonly inline: ReadonlySet<string>;
}

/** Reads the exports of a file, CommonJS assignments beside those of the syntax. A list that exports a declaration under its own name is written as `export` in front of it. */
export function exportStyles(bindings: Bindings, commonJs: readonly ExportBinding[]): ExportStyles {
  const names = new Set<string>(commonJs.map(({ name }) => name));
  const inline = new Set<string>(commonJs.map(({ name }) => name));
  for (const binding of [...bindings.exports.values()].flat()) {
    if (binding.kind === "from") continue;
    if (binding.kind !== "local") names.add(binding.name);
    else if (bindings.declarations.has(binding.local)) {
      names.add(binding.local);
      const declarations = bindings.declarations.get(binding.local) ?? [];
      if (
        isInline(binding.node) ||
        (binding.name === binding.local && (!binding.typeOnly || declarations.every(isType)))
      ) {
        inline.add(binding.local);
      }
    }
  }
  return { names: [...names], inline };
}

/** True unless the export stands in a list or an assignment. */
function isInline(node: ts.Node): boolean {
  const ts = typescript();
  return !ts.isExportSpecifier(node.parent) && !ts.isExportAssignment(node.parent);
}

function isType(node: ts.Node): boolean {
  const ts = typescript();
  return ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
}
