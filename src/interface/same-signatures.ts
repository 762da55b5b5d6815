import type ts from "typescript";
import { allSame, type SameContext, type Sameness, sameLists } from "./sameness.ts";
import { typescript } from "./typescript.ts";

/** What the compiler knows of a signature besides its public face. */
type Known = ts.Signature & {
  readonly minArgumentCount: number;
  readonly thisParameter?: ts.Symbol;
  readonly flags: number;
};

/** The compiler's own marks (`SignatureFlags`): a rest parameter, and an abstract constructor. */
const rest = 1;
const abstract = 4;

/** Overloads one by one, in their order. */
export function sameSignatures(a: readonly ts.Signature[], b: readonly ts.Signature[], context: SameContext): Sameness {
  if (a.length !== b.length) return "different";
  return allSame(
    a.map((signature, index) => {
      const other = b[index];
      return other === undefined ? "different" : sameSignature(signature as Known, other as Known, context);
    }),
  );
}

function sameSignature(a: Known, b: Known, context: SameContext): Sameness {
  const marks = rest | abstract;
  if (a === b) return "same";
  if (a.minArgumentCount !== b.minArgumentCount || (a.flags & marks) !== (b.flags & marks)) return "different";
  if (a.parameters.length !== b.parameters.length || typeParameters(a).length !== typeParameters(b).length)
    return "different";
  for (const [index, parameter] of typeParameters(a).entries()) {
    const other = typeParameters(b)[index];
    if (other !== undefined) context.stands.set(parameter, other);
  }
  const { checker } = context;
  const typeOf = (symbol: ts.Symbol): ts.Type => checker.getTypeOfSymbol(symbol);
  return allSame([
    sameBounds(typeParameters(a), typeParameters(b), context),
    sameLists(own(a).map(typeOf), own(b).map(typeOf), context),
    sameLists(a.parameters.map(typeOf), b.parameters.map(typeOf), context),
    context.types(a.getReturnType(), b.getReturnType()),
    samePredicates(checker.getTypePredicateOfSignature(a), checker.getTypePredicateOfSignature(b), context),
  ]);
}

function typeParameters(signature: ts.Signature): readonly ts.TypeParameter[] {
  return signature.typeParameters ?? [];
}

function own({ thisParameter }: Known): readonly ts.Symbol[] {
  return thisParameter === undefined ? [] : [thisParameter];
}

function sameBounds(a: readonly ts.TypeParameter[], b: readonly ts.TypeParameter[], context: SameContext): Sameness {
  const bounds = (parameter: ts.TypeParameter): readonly (ts.Type | undefined)[] => [
    parameter.getConstraint(),
    parameter.getDefault(),
  ];
  return allSame(
    a.flatMap((parameter, index) => {
      const other = b[index];
      if (other === undefined) return ["different" as const];
      const others = bounds(other);
      const isConst = isConstant(parameter) === isConstant(other);
      const parts = bounds(parameter).map((type, part) => sameOptional(type, others[part], context));
      return isConst ? parts : ["different" as const];
    }),
  );
}

function isConstant(parameter: ts.TypeParameter): boolean {
  const { ModifierFlags, getCombinedModifierFlags } = typescript();
  return (parameter.symbol.declarations ?? []).some(
    (declaration) => (getCombinedModifierFlags(declaration) & ModifierFlags.Const) !== 0,
  );
}

function sameOptional(a: ts.Type | undefined, b: ts.Type | undefined, context: SameContext): Sameness {
  if (a === undefined || b === undefined) return a === b ? "same" : "different";
  return context.types(a, b);
}

function samePredicates(
  a: ts.TypePredicate | undefined,
  b: ts.TypePredicate | undefined,
  context: SameContext,
): Sameness {
  if (a === undefined || b === undefined) return a === b ? "same" : "different";
  if (a.kind !== b.kind || a.parameterIndex !== b.parameterIndex) return "different";
  return sameOptional(a.type, b.type, context);
}
