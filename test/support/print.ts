import ts from "typescript";
import type { TypeOracle } from "../../src/interface/type-oracle.ts";
import { parseSource } from "./parse-source.ts";

/** An oracle that knows nothing, to see what syntax alone tells. */
export const silentOracle: TypeOracle = { declarationOf: () => ({ ok: false, reason: "nobody asked the compiler" }) };

/** The first statement of a text. */
export function firstStatement(text: string): ts.Statement {
  const statement = parseSource(text, "a.ts").statements[0];
  if (statement === undefined) throw new Error("no statement");
  return statement;
}

/** The first statement of a text, which is a class. */
export function firstClass(text: string): ts.ClassDeclaration {
  const statement = firstStatement(text);
  if (!ts.isClassDeclaration(statement)) throw new Error("no class");
  return statement;
}
