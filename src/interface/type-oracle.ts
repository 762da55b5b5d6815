/** What the compiler says of one export: its declaration with every type written out, or why it cannot say. */
export type OracleAnswer =
  | {
      readonly ok: true;
      /** Declaration text (`export declare const limit: 3;`); its names resolve as in the source file, others are `import("…")`. */
      readonly text: string;
      /** Root-relative paths of the other files that the answer depends on. */
      readonly consulted: readonly string[];
    }
  | { readonly ok: false; readonly reason: string };

/** The compiler behind one narrow door: queries only, one shared program for all files. */
export interface TypeOracle {
  /** The declarations of an export (`default` and `export=` by these names) or of a local name of the file at a root-relative path. */
  declarationOf(path: string, name: string): OracleAnswer;
}
