import fc from "fast-check";

/** A type that can be spelled in many ways. */
export type AnyType =
  | { readonly kind: "leaf"; readonly text: string }
  | { readonly kind: "array" | "promise"; readonly of: AnyType }
  | { readonly kind: "union" | "tuple"; readonly of: readonly AnyType[] }
  | { readonly kind: "object"; readonly of: readonly AnyType[] }
  | { readonly kind: "function"; readonly of: readonly AnyType[]; readonly result: AnyType };

const leafText = fc.constantFrom("string", "number", "null", "symbol", "'a'", "'b'", "RegExp", "bigint");
const { type } = fc.letrec<{ type: AnyType; leaf: AnyType }>((tie) => ({
  leaf: leafText.map((text) => ({ kind: "leaf", text })),
  type: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    tie("leaf"),
    fc.record({ kind: fc.constantFrom("array" as const, "promise" as const), of: tie("type") }),
    fc.record({
      kind: fc.constantFrom("union" as const, "tuple" as const, "object" as const),
      of: fc.array(tie("type"), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constant("function" as const),
      of: fc.array(tie("type"), { maxLength: 2 }),
      result: tie("type"),
    }),
  ),
}));

/** The types of some exports: a function, a constant, an interface's members, an alias. */
export const anyInterface = fc.array(type, { minLength: 1, maxLength: 4 });

interface Spelling {
  readonly seed: number;
  readonly source: boolean;
}

/** Declarations of the types, spelled by chance: order, names, notation, brackets. */
export function spelled(types: readonly AnyType[], { seed, source }: Spelling): string {
  const dice = diceOf(seed);
  const lines = types.map((each, index) => {
    const text = spell(each, dice);
    switch (index % 4) {
      case 0:
        return `export ${source ? "" : "declare "}function f${index}(${dice(2) ? "a" : "b"}: ${text}): void${source ? " {}" : ";"}`;
      case 1:
        return `export declare const c${index}: ${text};`;
      case 2:
        return dice(2)
          ? `export interface I${index} { a: ${text}; b: 1 }`
          : `export interface I${index} { b: 1 }\nexport interface I${index} { a: ${text} }`;
      default:
        return dice(2) ? `export type T${index} = ${text};` : `type T${index} = ${text};\nexport { T${index} };`;
    }
  });
  return shuffled(lines, dice).join("\n");
}

function spell(of: AnyType, dice: Dice): string {
  const text = bare(of, dice);
  return dice(3) === 0 || of.kind === "function" || of.kind === "union" ? `(${text})` : text;
}

function bare(type: AnyType, dice: Dice): string {
  switch (type.kind) {
    case "leaf":
      return dice(2) ? type.text.replaceAll("'", '"') : type.text;
    case "array":
      return dice(2) ? `Array<${spell(type.of, dice)}>` : `(${spell(type.of, dice)})[]`;
    case "promise":
      return `Promise<${spell(type.of, dice)}>`;
    case "union":
      return shuffled(
        type.of.map((part) => spell(part, dice)),
        dice,
      ).join(" | ");
    case "tuple":
      return `[${type.of.map((part) => spell(part, dice)).join(", ")}]`;
    case "object":
      return `{ ${shuffled(
        type.of.map((part, index) => `${dice(2) ? `p${index}` : `"p${index}"`}: ${spell(part, dice)}`),
        dice,
      ).join(dice(2) ? "; " : ", ")} }`;
    case "function": {
      const names = type.of.map((part, index) => `${dice(2) ? "x" : "y"}${index}: ${spell(part, dice)}`);
      return dice(2)
        ? `(${names.join(", ")}) => ${spell(type.result, dice)}`
        : `{ (${names.join(", ")}): ${spell(type.result, dice)} }`;
    }
  }
}

/** The same types with one leaf, chosen by number, exchanged for `Date`. */
export function mutated(types: readonly AnyType[], leaf: number): readonly AnyType[] {
  const total = types.reduce((sum, each) => sum + leaves(each), 0);
  const counter = { left: leaf % total };
  return types.map((each) => exchange(each, counter));
}

function leaves(type: AnyType): number {
  if (type.kind === "leaf") return 1;
  const parts = "of" in type ? [type.of].flat() : [];
  const sum = parts.reduce((total, part) => total + leaves(part), 0);
  return type.kind === "function" ? sum + leaves(type.result) : sum;
}

function exchange(type: AnyType, counter: { left: number }): AnyType {
  switch (type.kind) {
    case "leaf":
      counter.left--;
      return counter.left === -1 ? { kind: "leaf", text: "Date" } : type;
    case "array":
    case "promise":
      return { ...type, of: exchange(type.of, counter) };
    case "function": {
      const of = type.of.map((part) => exchange(part, counter));
      return { ...type, of, result: exchange(type.result, counter) };
    }
    default:
      return { ...type, of: type.of.map((part) => exchange(part, counter)) };
  }
}

type Dice = (sides: number) => number;

function diceOf(seed: number): Dice {
  let state = seed % 2147483647 || 1;
  return (sides) => {
    state = (state * 48271) % 2147483647;
    return state % sides;
  };
}

function shuffled<T>(items: readonly T[], dice: Dice): readonly T[] {
  return items
    .map((item) => ({ item, rank: dice(1000) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}
