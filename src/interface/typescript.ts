import { createRequire } from "node:module";
import type ts from "typescript";

const require = createRequire(import.meta.url);
// Not state: what is loaded once stays what it is. Node's own module cache costs a tenth of a comparison, since every form asks.
let loaded: typeof ts | undefined;

/** The compiler API, loaded at the first call: importing it costs twice as much, and a warm run needs none of it. */
export function typescript(): typeof ts {
  loaded ??= require("typescript") as typeof ts;
  return loaded;
}
