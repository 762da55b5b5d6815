import { opaqueName } from "./identity.ts";

/** Tells how the name of an identity (`src/a.ts#A.B`, `own:A`) can be written from any file; null where it cannot. */
export type NameWriter = (identity: string) => string | null;

/** The name of what lives in a module that was not read, of a global, or of one of the project's files by `own`. */
export function writtenName(identity: string, own: NameWriter): string | null {
  const opaque = opaqueName(identity);
  if (opaque === null) return identity.startsWith("global:") ? identity.slice("global:".length) : own(identity);
  const { module, name } = opaque;
  const whole = name === "*" || name === "export=";
  return `import(${JSON.stringify(module)})${whole ? "" : `.${name}`}`;
}
