import ts from "typescript";
import { type Dice, diceOf } from "../corpus/support/dice.ts";
import { descendants, hasWord, parsed, tokensOf } from "../corpus/support/tree.ts";
import type { FuzzInput } from "./check.ts";
import { moduleText } from "./grammar.ts";

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

const pieces = [
  ...[
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    "<",
    ">",
    "=>",
    "?",
    "...",
    "|",
    "&",
    ";",
    ":",
    "=",
    "`",
    "${",
    "'",
    "/*",
    "//",
    "#",
    "@",
    "\\",
    "\u0000",
    "\uFEFF",
    "\u2028",
    "\uD800",
    "\r",
    "é",
    "𝔘",
  ],
  ...[
    "export",
    "default",
    "declare",
    "abstract",
    "readonly",
    "static",
    "private",
    "protected",
    "infer",
    "keyof",
    "typeof",
    "unique",
    "asserts",
    "is",
    "extends",
    "implements",
    "import",
    "from",
    "*",
    "as",
    "const",
    "enum",
    "namespace",
    "module",
    "global",
    "async",
    "function",
    "class",
    "interface",
    "type",
    "get",
    "set",
    "new",
    "this",
    "super",
    "never",
    "any",
    "satisfies",
    "accessor",
    "using",
    "in",
    "out",
    "override",
    "void",
    "null",
    "undefined",
  ],
];

/** A text with bytes, tokens or subtrees taken out, put in, repeated or exchanged. */
function mutated(text: string, dice: Dice): string {
  const spot = dice.roll(text.length + 1);
  switch (dice.roll(8)) {
    case 0:
      return text.slice(0, spot) + text.slice(spot + 1 + dice.roll(20));
    case 1:
      return `${text.slice(0, spot)} ${dice.pick(pieces)} ${text.slice(spot)}`;
    case 2:
      return text.slice(0, spot);
    case 3:
      return text.slice(0, spot) + String.fromCharCode(dice.roll(65536)) + text.slice(spot);
    case 4:
    case 5:
      return withToken(text, dice);
    default:
      return withSubtree(text, dice);
  }
}

function withToken(text: string, dice: Dice): string {
  const tokens = tokensOf(parsed(text)).filter((token) => token.end > token.getStart());
  if (tokens.length === 0) return text;
  const [one, other] = [dice.pick(tokens), dice.pick(tokens)];
  const replacement = dice.pick(["", other.getText(), dice.pick(pieces), `${one.getText()} ${one.getText()}`]);
  return text.slice(0, one.getStart()) + replacement + text.slice(one.end);
}

function withSubtree(text: string, dice: Dice): string {
  const nodes = descendants(parsed(text));
  if (nodes.length === 0) return text;
  const one = dice.pick(nodes);
  const alike = nodes.filter(({ kind }) => kind === one.kind);
  const other = dice.roll(2) === 0 ? dice.pick(alike) : dice.pick(nodes);
  const replacement = dice.pick([other.getText(), other.getText(), ""]);
  return text.slice(0, one.getStart()) + replacement + text.slice(one.end);
}

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
  return {
    kind: "hostile",
    declared: `${text}\nexport {};`,
    actual: `${text}\nexport {};`,
    laws: dice.roll(2) === 0 ? ["equal", "print"] : ["equal"],
  };
}
