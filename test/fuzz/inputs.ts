import ts from "typescript";
import { type Dice, diceOf } from "../corpus/support/dice.ts";
import { descendants, hasWord, parsed } from "../corpus/support/tree.ts";
import type { FuzzInput } from "./check.ts";
import { documented } from "./documents.ts";
import { moduleText } from "./grammar.ts";
import { mutated } from "./mutated.ts";

/** The input of a number: the same for the same seed, whatever was made before. `real` are texts of real sources. */
export function inputOf(seed: number, index: number, real: readonly string[]): FuzzInput {
  const dice = diceOf((Math.imul(seed, 2654435761) ^ Math.imul(index + 1, 40503)) >>> 0);
  const makers = [
    identical,
    identical,
    exchanged,
    exchanged,
    exchanged,
    mutatedPair,
    mutatedPair,
    mutatedReal,
    mutatedReal,
    hostile,
    documented,
  ];
  return dice.pick(makers)(dice, real);
}

function identical(dice: Dice): FuzzInput {
  const text = moduleText(dice, { explicit: dice.roll(2) === 0, depth: 1 + dice.roll(4) });
  return { kind: "identical", declared: text, actual: text, laws: ["equal", "print"] };
}

const leafKeywords = new Set([
  ts.SyntaxKind.StringKeyword,
  ts.SyntaxKind.NumberKeyword,
  ts.SyntaxKind.BooleanKeyword,
  ts.SyntaxKind.BigIntKeyword,
  ts.SyntaxKind.SymbolKeyword,
]);

/** One type keyword exchanged for a type that nothing swallows. */
function exchanged(dice: Dice): FuzzInput {
  const text = moduleText(dice, { explicit: true, depth: 1 + dice.roll(3) });
  const leaves = descendants(parsed(text)).filter(
    (node) => leafKeywords.has(node.kind) && ts.isTypeNode(node) && !isSwallowed(node),
  );
  if (leaves.length === 0) return { kind: "exchanged", declared: text, actual: text, laws: ["equal"] };
  const leaf = dice.pick(leaves);
  const actual = `${text.slice(0, leaf.getStart())}Int8Array${text.slice(leaf.end)}`;
  return { kind: "exchanged", declared: text, actual, laws: ["symmetric", "emit"] };
}

const libraryTypes = new Set(["Promise", "Set", "Readonly", "Partial", "Awaited", "Iterable", "Array"]);

// Beside `any`, `unknown` and `never` a change may change nothing; in a template or an index it may be an error. What is not
// exported may be reached in part, or not at all.
function isSwallowed(node: ts.Node): boolean {
  const top = ts.findAncestor(node, (above) => above.parent !== undefined && ts.isSourceFile(above.parent));
  if (top === undefined || !hasWord(top, ts.SyntaxKind.ExportKeyword)) return true;
  const swallowing = ts.findAncestor(node, (above) => {
    if (ts.isTypeOperatorNode(above) && above.operator === ts.SyntaxKind.UniqueKeyword) return true;
    if (ts.isTemplateLiteralTypeNode(above) || ts.isIndexedAccessTypeNode(above)) return true;
    // What an own alias does with its argument, only its definition says.
    if (ts.isTypeReferenceNode(above)) return !libraryTypes.has(above.typeName.getText());
    if (ts.isIndexSignatureDeclaration(above)) return node.parent.parent === above;
    if (!ts.isUnionTypeNode(above) && !ts.isIntersectionTypeNode(above)) return false;
    return /\b(?:any|unknown|never)\b/u.test(above.getText());
  });
  return swallowing !== undefined;
}

function mutatedPair(dice: Dice): FuzzInput {
  const text = moduleText(dice, { explicit: dice.roll(2) === 0, depth: 1 + dice.roll(3) });
  return { kind: "mutated pair", declared: text, actual: mutated(text, dice), laws: ["symmetric"] };
}

function mutatedReal(dice: Dice, real: readonly string[]): FuzzInput {
  const text = dice.pick(real);
  let other = text;
  for (let times = dice.roll(3); times >= 0; times--) other = mutated(other, dice);
  const both = [`${text}\nexport {};`, `${other}\nexport {};`];
  const [declared = "", actual = ""] = dice.roll(2) === 0 ? both : both.reverse();
  return { kind: "mutated real", declared, actual, laws: ["symmetric"] };
}

/** What is twice as large with each step. */
const doubling = ["[X, X]", "{ a: X; b: X }", "(x: X) => X", "X | [X]", "X extends 1 ? X : [X]", "X & { a: X }"];

/** Texts that nest, repeat or refer to themselves more than any person would write. */
function hostile(dice: Dice): FuzzInput {
  const times = dice.pick([10, 100, 1000]);
  const few = Math.min(times, 12);
  const repeat = (piece: string, count = times): string => piece.repeat(count);
  const text = dice.pick([
    () => `export type A = ${repeat("(")}1${repeat(")")};`,
    () => `export type A = ${repeat("{ a: ")}1${repeat(" }")};`,
    () => `export type A = ${repeat("[")}1${repeat("]")};`,
    () => `export type A = 1${repeat("[]")};`,
    () => `export type A = ${repeat("Promise<")}1${repeat(">")};`,
    () => `export type A<T> = ${repeat("T extends 1 ? ")}1${repeat(" : 2")};`,
    () => `export type A = ${repeat("() => ")}void;`,
    () => `export type A = ${Array.from({ length: times }, (_, index) => `"a${index}"`).join(" | ")};`,
    () => `export interface A { ${Array.from({ length: times }, (_, index) => `a${index}: ${index}`).join("; ")} }`,
    () => `export const a = ${Array.from({ length: times }, (_, index) => index).join(" + ")};`,
    () => `export const a = ${repeat("[")}1${repeat("]")} as const;`,
    () =>
      `${Array.from({ length: times }, (_, index) => `type T${index} = T${index + 1} | T${index + 2};`).join("\n")}\ntype T${times} = 1; type T${times + 1} = 2;\nexport type A = T0;`,
    () =>
      `${Array.from({ length: few }, (_, index) => `type T${index}<X> = [T${index + 1}<[X, X]>, T${index + 1}<X>];`).join("\n")}\ntype T${few}<X> = X;\nexport type A = T0<1>;`,
    () => `type D<X> = ${dice.pick(doubling)};\nexport type A = ${repeat("D<")}1${repeat(">")};`,
    () =>
      `type D<X> = ${dice.pick(doubling)};\nexport declare function f<T>(a: ${repeat("D<")}[T, 1]${repeat(">")}): T;`,
    () => "type L<T> = { next: L<[T]>; of: T };\nexport declare const a: L<1>;",
    () =>
      "interface I { self: I; of: J<I> }\ninterface J<T> extends I { t: T; j: J<J<T>> }\nexport declare const a: J<string>;",
    () =>
      `export namespace ${Array.from({ length: Math.min(times, 100) }, (_, index) => `N${index}`).join(".")} { export const a: 1 }`,
    () => Array.from({ length: times }, () => "export function f(a: 1): 1;").join("\n"),
    () =>
      `export enum E { A = 1, ${Array.from({ length: times }, (_, index) => `A${index} = A${index === 0 ? "" : index - 1} + A`).join(", ")} }`,
    () => `export type A = ${repeat("keyof ")}1;`,
    () => `export type A = typeof import("./a").${Array.from({ length: times }, () => "a").join(".")};`,
    () => `export { a as b };\nexport const a = ${repeat("a.")}a;`,
    () => `export class A${repeat(" extends class ", few)} {}${repeat(" {}", few)}`,
    () => `export type A = \`${repeat("${string}a")}\`;`,
    () => 'export * from "./c";\nexport * from "./a";\nexport { default } from "./a";',
    () => 'import { a } from "./a";\nexport { a };\nexport { a as b };',
    () => "export default interface A extends A {}\nexport type B = B;\nexport type C = D; type D = C;",
    () => 'const k = k2; const k2 = k;\nexport interface A { [k]: 1; [k2]: 2; ["a"]: 3; a: 4 }',
  ])();
  const declared = `${text}\nexport {};`;
  const last = declared.lastIndexOf("1");
  if (dice.roll(3) === 0)
    return { kind: "hostile", declared, actual: `${declared.slice(0, last)}2${declared.slice(last + 1)}`, laws: [] };
  return { kind: "hostile", declared, actual: declared, laws: dice.roll(2) === 0 ? ["equal", "print"] : ["equal"] };
}
