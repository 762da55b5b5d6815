import type { Range } from "../range.ts";
import type { Suppression } from "../suppression.ts";

/** What a source file is by its syntax alone. */
export type SourceSyntax = "barrel" | "types" | "code";

export type DeclarationKind =
  | "function"
  | "class"
  | "interface"
  | "type"
  | "enum"
  | "namespace"
  | "variable"
  | "re-export"
  | "default"
  | "export=";

/** One exported name of a file. `name` is the outside name (`default`, `export=` for these two). */
export interface ExportFact {
  readonly name: string;
  readonly kind: DeclarationKind;
  readonly typeOnly: boolean;
  readonly range: Range;
}

/** `export * from "specifier"` (`namespace` null), `export * as ns` stands among the exports. */
export interface StarExportFact {
  readonly specifier: string;
  readonly typeOnly: boolean;
  readonly range: Range;
}

/** One import by syntax. `range` spans the specifier. */
export interface ImportFact {
  readonly specifier: string;
  readonly kind: "value" | "type" | "side-effect" | "re-export" | "dynamic" | "require";
  readonly range: Range;
}

export interface SyntaxProblem {
  readonly message: string;
  readonly range: Range;
}

/** Everything that a run needs of one source file before interfaces are compared; a function of bytes and extension. */
export interface SourceFacts {
  readonly syntax: SourceSyntax;
  readonly exports: readonly ExportFact[];
  readonly stars: readonly StarExportFact[];
  readonly imports: readonly ImportFact[];
  /** First paragraph of the file's leading doc comment (or of its only export's), as plain text; "" without one. */
  readonly lead: string;
  readonly problems: readonly SyntaxProblem[];
  readonly suppressions: readonly Suppression[];
  /** True where the file declares something that other files see without importing it. */
  readonly ambient?: true;
  /** Changes whenever the file can mean another thing for the types of its importers; where it is missing, its bytes do. */
  readonly shape?: string;
}
