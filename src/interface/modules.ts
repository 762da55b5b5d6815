/** How import specifiers find files of the snapshot; packages stay names. */
export interface ModuleFiles {
  /** Root-relative path of the file that a specifier of `from` leads to; null for packages, builtins and what does not resolve. */
  resolve(from: string, specifier: string): string | null;
  /** Text of a file of the snapshot; undefined where it is none. */
  text(path: string): string | undefined;
}
