import { createRequire } from "node:module";
import type ts from "typescript";
import type { Syntax } from "./syntax.ts";

/** Written in by the build: the file that it has cut out of the compiler. */
declare const SYNTAX: string | undefined;

const require = createRequire(import.meta.url);
// Not state: what is loaded once stays what it is. Node's own module cache costs a tenth of a comparison, since every form asks.
let syntax: Syntax | undefined;
let whole: typeof ts | undefined;

/** What reads text and resolves modules, loaded at the first call: a run whose facts are known needs none of it. */
export function typescript(): Syntax {
  syntax ??= require(typeof SYNTAX === "string" ? SYNTAX : "typescript") as Syntax;
  return syntax;
}

/** The whole compiler, loaded at the first call: only programs need it, and it takes several times as long. */
export function wholeCompiler(): typeof ts {
  whole ??= require("typescript") as typeof ts;
  return whole;
}

/** False where another compiler is installed than the one that the build has cut: then no program can use what `typescript` parsed. */
export function isOneCompiler(): boolean {
  return wholeCompiler().version === typescript().version;
}
