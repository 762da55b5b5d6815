import type ts from "typescript";
import { sameSignatures } from "./same-signatures.ts";
import { allSame, type SameContext, type Sameness, sameLists } from "./sameness.ts";
import { typescript } from "./typescript.ts";

const mostPairs = 20_000;
const deepest = 60;

/** Compares two types of one program by what they are made of, not by their names. Bounded: what is too large is unknown. */
export function sameType(a: ts.Type, b: ts.Type, checker: ts.TypeChecker): Sameness {
  const assumed = new Map<ts.Type, Set<ts.Type>>();
  let pairs = mostPairs;
  let depth = 0;
  const context: SameContext = {
    checker,
    stands: new Map(),
    types(left, right) {
      const [one, other] = [plain(left), plain(right)];
      if (isError(one) || isError(other)) return "unknown";
      if (one === other || context.stands.get(one) === other) return "same";
      if (assumed.get(one)?.has(other) === true) return "same";
      pairs--;
      if (pairs < 0 || depth > deepest) return "unknown";
      const others = assumed.get(one) ?? new Set<ts.Type>();
      assumed.set(one, others.add(other));
      depth++;
      const found = ofKind(one, other, context);
      depth--;
      // What is recursive is the same as long as nothing says otherwise; what was only tried says nothing.
      if (found !== "same") others.delete(other);
      return found;
    },
  };
  return context.types(a, b);
}

// In the true branch of a conditional type, what was checked is itself with a note.
function plain(type: ts.Type): ts.Type {
  const { Substitution } = typescript().TypeFlags;
  let bare = type;
  while (bare.flags & Substitution) bare = (bare as ts.SubstitutionType).baseType;
  return bare;
}

function ofKind(a: ts.Type, b: ts.Type, context: SameContext): Sameness {
  const { TypeFlags } = typescript();
  const both = (flag: ts.TypeFlags): boolean => (a.flags & b.flags & flag) !== 0;
  if (a.isUnion() || b.isUnion()) return a.isUnion() && b.isUnion() ? sameSets(a, b, context) : mismatch(a, b);
  if (both(TypeFlags.Literal)) return sameLiteral(a, b);
  if (both(TypeFlags.UniqueESSymbol)) return a.symbol === b.symbol ? "same" : "different";
  if (both(TypeFlags.TemplateLiteral)) return sameTemplate(a, b, context);
  if (both(TypeFlags.StringMapping)) return sameMapping(a, b, context);
  if (both(TypeFlags.Index)) return context.types((a as ts.IndexType).type, (b as ts.IndexType).type);
  if (both(TypeFlags.IndexedAccess)) return sameAccess(a as ts.IndexedAccessType, b as ts.IndexedAccessType, context);
  if (a.isIntersection() && b.isIntersection() && sameSets(a, b, context) === "same") return "same";
  if (isObject(a) && isObject(b)) return sameObjects(a, b, context);
  return mismatch(a, b);
}

// What waits for a type parameter may still turn out to be the same.
function mismatch(a: ts.Type, b: ts.Type): Sameness {
  return waits(a) || waits(b) ? "unknown" : "different";
}

function waits(type: ts.Type): boolean {
  if (type.isUnionOrIntersection()) return type.types.some(waits);
  const { ObjectFlags, TypeFlags } = typescript();
  if (type.flags & TypeFlags.TemplateLiteral) return (type as ts.TemplateLiteralType).types.some(waits);
  if (type.flags & TypeFlags.StringMapping) return waits((type as ts.StringMappingType).type);
  if (type.flags & TypeFlags.Instantiable) return true;
  return isMapped(type, ObjectFlags) && !isResolved(type);
}

function isMapped(type: ts.Type, { Mapped }: typeof ts.ObjectFlags): boolean {
  const { TypeFlags } = typescript();
  return (type.flags & TypeFlags.Object) !== 0 && ((type as ts.ObjectType).objectFlags & Mapped) !== 0;
}

// A mapped type over the keys of a type parameter has no members that could be compared.
function isResolved(type: ts.Type): boolean {
  const { constraintType, declaration } = type as ts.Type & {
    readonly constraintType?: ts.Type;
    readonly declaration?: ts.MappedTypeNode;
  };
  if (declaration === undefined) return false;
  return type.getProperties().length > 0 || (constraintType !== undefined && !waits(constraintType));
}

function sameLiteral(a: ts.Type, b: ts.Type): Sameness {
  const { TypeFlags } = typescript();
  const ofEnum = TypeFlags.EnumLiteral;
  if ((a.flags & ofEnum) !== (b.flags & ofEnum)) return "different";
  if (a.flags & ofEnum) return a.symbol === b.symbol ? "same" : "different";
  if (a.flags & TypeFlags.BooleanLiteral) return intrinsic(a) === intrinsic(b) ? "same" : "different";
  const [one, other] = [a, b].map((type) => JSON.stringify((type as ts.LiteralType).value));
  return one === other && typeof (a as ts.LiteralType).value === typeof (b as ts.LiteralType).value
    ? "same"
    : "different";
}

function intrinsic(type: ts.Type): string | undefined {
  return (type as ts.Type & { readonly intrinsicName?: string }).intrinsicName;
}

function isError(type: ts.Type): boolean {
  return intrinsic(type) === "error" || intrinsic(type) === "unresolved";
}

function isObject(type: ts.Type): boolean {
  const { TypeFlags } = typescript();
  if (type.isIntersection()) return type.types.every(isObject);
  return (type.flags & TypeFlags.Object) !== 0 && !waits(type);
}

function sameTemplate(a: ts.Type, b: ts.Type, context: SameContext): Sameness {
  const [one, other] = [a as ts.TemplateLiteralType, b as ts.TemplateLiteralType];
  if (one.texts.join("\0") !== other.texts.join("\0")) return mismatch(a, b);
  return sameLists(one.types, other.types, context);
}

function sameMapping(a: ts.Type, b: ts.Type, context: SameContext): Sameness {
  return a.symbol === b.symbol
    ? context.types((a as ts.StringMappingType).type, (b as ts.StringMappingType).type)
    : "unknown";
}

function sameAccess(a: ts.IndexedAccessType, b: ts.IndexedAccessType, context: SameContext): Sameness {
  const answer = sameLists([a.objectType, a.indexType], [b.objectType, b.indexType], context);
  return answer === "same" ? answer : "unknown";
}

const largestSet = 200;

// Each part has its partner on the other side; nearly all of them are one and the same type already.
function sameSets(a: ts.UnionOrIntersectionType, b: ts.UnionOrIntersectionType, context: SameContext): Sameness {
  const partners = new Set(b.types);
  const open = a.types.filter((type) => !partners.delete(type));
  if (open.length !== partners.size) return [...open, ...partners].some(waits) ? "unknown" : "different";
  if (open.length > largestSet) return "unknown";
  let worst: Sameness = "same";
  for (const type of open) {
    const answers = [...partners].map((partner) => ({ partner, answer: context.types(type, partner) }));
    const found = answers.find(({ answer }) => answer === "same");
    if (found !== undefined) partners.delete(found.partner);
    else if (answers.some(({ answer }) => answer === "unknown")) worst = "unknown";
    else return "different";
  }
  return worst;
}

function sameObjects(a: ts.Type, b: ts.Type, context: SameContext): Sameness {
  const { ObjectFlags } = typescript();
  const target = (type: ts.Type): ts.Type | undefined =>
    (type as ts.ObjectType).objectFlags & ObjectFlags.Reference ? (type as ts.TypeReference).target : undefined;
  if (target(a) !== undefined && target(a) === target(b)) {
    const args = (type: ts.Type): readonly ts.Type[] => context.checker.getTypeArguments(type as ts.TypeReference);
    return sameLists(args(a), args(b), context);
  }
  const isTuple = (type: ts.Type): boolean => context.checker.isTupleType(type) || context.checker.isArrayType(type);
  if (isTuple(a) || isTuple(b)) return "different";
  return sameMembers(a, b, context);
}

function sameMembers(a: ts.Type, b: ts.Type, context: SameContext): Sameness {
  const { checker } = context;
  const [ofA, ofB] = [checker.getPropertiesOfType(a), checker.getPropertiesOfType(b)];
  if (ofA.length !== ofB.length) return "different";
  const named = new Map(ofB.map((property) => [property.escapedName, property]));
  const properties = function* (): Iterable<Sameness> {
    for (const property of ofA) {
      const other = named.get(property.escapedName);
      yield other === undefined ? "different" : sameProperty(property, other, context);
    }
    yield sameSignatures(a.getCallSignatures(), b.getCallSignatures(), context);
    yield sameSignatures(a.getConstructSignatures(), b.getConstructSignatures(), context);
    yield sameIndexes(checker.getIndexInfosOfType(a), checker.getIndexInfosOfType(b), context);
  };
  return allSame(properties());
}

function sameProperty(a: ts.Symbol, b: ts.Symbol, context: SameContext): Sameness {
  const { SymbolFlags } = typescript();
  if (a === b) return "same";
  if ((a.flags & SymbolFlags.Optional) !== (b.flags & SymbolFlags.Optional)) return "different";
  if (isReadonly(a) !== isReadonly(b)) return "different";
  if ((isHidden(a) || isHidden(b)) && a.valueDeclaration !== b.valueDeclaration) return "different";
  return context.types(context.checker.getTypeOfSymbol(a), context.checker.getTypeOfSymbol(b));
}

/** The compiler's own mark for a property that a mapped type makes read-only (`CheckFlags.Readonly`). */
const madeReadonly = 8;

function isReadonly(property: ts.Symbol): boolean {
  const { getCombinedModifierFlags, ModifierFlags, SymbolFlags } = typescript();
  const { links, valueDeclaration, flags } = property as ts.Symbol & {
    readonly links?: { readonly checkFlags?: number };
  };
  if (((links?.checkFlags ?? 0) & madeReadonly) !== 0) return true;
  if (flags & SymbolFlags.Accessor) return (flags & SymbolFlags.SetAccessor) === 0;
  return valueDeclaration !== undefined && (getCombinedModifierFlags(valueDeclaration) & ModifierFlags.Readonly) !== 0;
}

function isHidden({ valueDeclaration }: ts.Symbol): boolean {
  const { getCombinedModifierFlags, isPrivateIdentifier, ModifierFlags } = typescript();
  if (valueDeclaration === undefined) return false;
  const { name } = valueDeclaration as ts.Declaration & { readonly name?: ts.Node };
  if (name !== undefined && isPrivateIdentifier(name)) return true;
  return (getCombinedModifierFlags(valueDeclaration) & ModifierFlags.NonPublicAccessibilityModifier) !== 0;
}

function sameIndexes(a: readonly ts.IndexInfo[], b: readonly ts.IndexInfo[], context: SameContext): Sameness {
  if (a.length !== b.length) return "different";
  return allSame(
    a.map((info) => {
      const other = b.find(({ keyType }) => context.types(info.keyType, keyType) === "same");
      if (other === undefined || other.isReadonly !== info.isReadonly) return "different";
      return context.types(info.type, other.type);
    }),
  );
}
