/** The files that TypeScript may look at beside the snapshot (tsconfig chain, `node_modules`); absolute paths. */
export interface TypeFiles {
  fileExists(path: string): boolean;
  readFile(path: string): string | undefined;
  directoryExists(path: string): boolean;
  getDirectories(path: string): string[];
  realpath(path: string): string;
  /**
   * The answer to a question in a form that can be kept: `kind:`, `bytes:`, `folders:` or `real:` and an absolute path. Two equal
   * answers mean that nothing has changed there.
   */
  probe?(question: string): string;
}

/** What the core needs of the machine that it runs on, injected so that everything above stays a pure function. */
export interface Platform {
  /** Text of a file of design-lint's own package, by path relative to it (`schemas/module.schema.json`). */
  shipped(path: string): string;
  /** A JSON file of an installed package (`@acme/designrc`, `@acme/designrc/strict.json`), looked up from an absolute folder. */
  packageFile(specifier: string, folder: string): Promise<{ readonly path: string; readonly text: string } | null>;
  readonly typeFiles: TypeFiles;
}
