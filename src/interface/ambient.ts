import type ts from "typescript";
import { typescript } from "./typescript.ts";

/** True where a file declares something that other files see without importing it: `declare global`, `declare module "x"`, or a script. */
export function isAmbient(file: ts.SourceFile): boolean {
  if (/\.[cm]?jsx?$/u.test(file.fileName)) return false;
  const compiler = typescript();
  const { externalModuleIndicator } = file as ts.SourceFile & { readonly externalModuleIndicator?: unknown };
  const isScript = externalModuleIndicator === undefined;
  return file.statements.some(
    (statement) =>
      (compiler.isModuleDeclaration(statement) && isAugmentation(statement)) ||
      (isScript && (compiler.isDeclarationStatement(statement) || compiler.isVariableStatement(statement))),
  );
}

/** True for `declare global` and `declare module "x"`. */
export function isAugmentation(statement: ts.ModuleDeclaration): boolean {
  const compiler = typescript();
  return compiler.isStringLiteral(statement.name) || (statement.flags & compiler.NodeFlags.GlobalAugmentation) !== 0;
}

/** Paths of the sources of a program that declare for all its files; declaration files and packages left out. */
export function ambientSources(program: ts.Program): readonly string[] {
  return program
    .getSourceFiles()
    .filter((file) => !file.isDeclarationFile && !file.fileName.includes("/node_modules/") && isAmbient(file))
    .map(({ fileName }) => fileName);
}
