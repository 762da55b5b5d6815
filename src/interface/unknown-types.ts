import type ts from "typescript";
import { typescript } from "./typescript.ts";

const budget = 400;

/**
 * True where a type has a part that the compiler could not work out and would print as `any`. Only what a declaration
 * spells out is looked at, not what stands behind the names of interfaces and classes, and at most some hundred parts.
 */
export function hasErrorType(type: ts.Type, checker: ts.TypeChecker): boolean {
  const seen = new Set<ts.Type>();
  const queue: ts.Type[] = [type];
  for (let next = queue.pop(); next !== undefined && seen.size < budget; next = queue.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (isErrorType(next)) return true;
    queue.push(...partsOf(next, checker));
  }
  return false;
}

/** The compiler's marks for "there was an error here"; one with an alias is printed by that name and so says what it is. */
function isErrorType(type: ts.Type): boolean {
  const { intrinsicName } = type as ts.Type & { readonly intrinsicName?: string };
  return (intrinsicName === "error" || intrinsicName === "unresolved") && type.aliasSymbol === undefined;
}

function partsOf(type: ts.Type, checker: ts.TypeChecker): readonly ts.Type[] {
  const { ObjectFlags, TypeFlags } = typescript();
  if (type.aliasSymbol !== undefined) return type.aliasTypeArguments ?? [];
  if (type.isUnionOrIntersection()) return type.types;
  if (!(type.flags & TypeFlags.Object)) return [];
  const { objectFlags } = type as ts.ObjectType;
  if (objectFlags & ObjectFlags.Reference) return checker.getTypeArguments(type as ts.TypeReference);
  if (!(objectFlags & ObjectFlags.Anonymous) || objectFlags & ObjectFlags.ClassOrInterface) return [];
  const signatures = [...type.getCallSignatures(), ...type.getConstructSignatures()];
  return [
    ...signatures.map((signature) => signature.getReturnType()),
    ...type.getProperties().map((property) => checker.getTypeOfSymbol(property)),
    ...checker.getIndexInfosOfType(type).map((info) => info.type),
  ];
}
