import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const file = fileURLToPath(new URL("../../dist/syntax.cjs", import.meta.url));

/** Tests parse with what the build has cut out of the compiler, as the program does; with the whole compiler where nothing is built. */
export const builtSyntax: Readonly<Record<string, string>> = existsSync(file) ? { SYNTAX: JSON.stringify(file) } : {};
