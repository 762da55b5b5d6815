import type ts from "typescript";
import type { Dice } from "../dice.ts";

/** A rewrite of a text that changes nothing of its interface; the same text where it finds nothing to rewrite. */
export interface Rewrite {
  readonly name: string;
  rewrite(file: ts.SourceFile, dice: Dice): string;
}
