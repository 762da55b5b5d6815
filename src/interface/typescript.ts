import { createRequire } from "node:module";
import type ts from "typescript";

const require = createRequire(import.meta.url);

/** The compiler API, loaded at the first call (Node's module cache keeps it): importing it costs twice as much, and a warm run needs none of it. */
export function typescript(): typeof ts {
  return require("typescript");
}
