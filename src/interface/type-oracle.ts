/** What the compiler says of one export: its declaration with every type written out, or why it cannot say. */
export type OracleAnswer =
  | {
      readonly ok: true;
      /** Declaration text (`export declare const limit: 3;`); its names resolve as in the source file, others are `import("…")`. */
      readonly text: string;
      /** Root-relative paths of other files that the answer depends on, each standing for all that it imports; what plain imports lead to may be left out. */
      readonly consulted: readonly string[];
    }
  | { readonly ok: false; readonly reason: string };

/** Two types that may be one, each written out. */
export interface TypeQuestion {
  /** Type parameters that both may use. */
  readonly parameters: readonly { readonly name: string; readonly constraint: string | null }[];
  /** Names are ambient or `import("…")`; one of the project's own files is `import("project:src/a.ts")`, with its root-relative path. */
  readonly declared: string;
  readonly actual: string;
  /** Declarations that both may mention: types that speak of themselves, or extend others. */
  readonly declarations?: readonly string[];
}

/** Whether two types are one; where it cannot be told, why. */
export type SameAnswer =
  | {
      readonly ok: true;
      readonly same: boolean;
      /** As of a declaration, with the file that was asked about. */
      readonly consulted: readonly string[];
    }
  | {
      readonly ok: false;
      readonly reason: string;
      /** True where the compiler itself failed, so that what syntax says of the types is no more than a guess. */
      readonly failed?: true;
    };

/** The compiler behind one narrow door: queries only, one shared program for all files. */
export interface TypeOracle {
  /** The declarations of an export (`default` and `export=` by these names) or of a local name of the file at a root-relative path. */
  declarationOf(path: string, name: string): OracleAnswer;
  /** Whether two types are one, as seen from the file at a root-relative path; left out where types cannot be compared. */
  sameType?(path: string, question: TypeQuestion): SameAnswer;
  /** Says that a question will be asked: those that are known together cost one program together. */
  announce?(path: string, question: TypeQuestion): void;
}
