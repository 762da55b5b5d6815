import { expect, it } from "vitest";
import { isExporting, onlyNames, piecesOfExport, withMentioned } from "../../src/interface/mend-pieces.ts";
import { pieceOf, piecesOf } from "../support/interface/mend-case.ts";

const source = `
interface Opt { readonly deep: Deep }
type Deep = 1;
export interface Shown { readonly a: Opt }
export function f(a: Opt, b: Shown): void {}
const inner = 1;
export { inner as outer, inner as other };
export * from "./x";
`;

it("pieces: each statement is a piece, in the order of the source", () => {
  const { all } = piecesOf(source);
  expect(all.map(({ names }) => names.join())).toEqual(["Opt", "Deep", "Shown", "f", "inner", "", ""]);
  expect(all.map(({ node }) => isExporting(node))).toEqual([false, false, true, true, false, true, true]);
});

it("of-export: an export is its declaration together with the list that names it", () => {
  const pieces = piecesOf(source);
  expect(piecesOfExport("outer", pieces).map(({ text }) => text)).toEqual([
    "declare const inner: 1;",
    "export { inner as outer, inner as other };",
  ]);
  expect(piecesOfExport("nothing", pieces)).toEqual([]);
});

it("mentioned: local types that pieces mention belong to them, exported ones do not", () => {
  const pieces = piecesOf(source);
  const names = (isKnown: (name: string) => boolean) =>
    withMentioned([pieceOf("f", pieces)], pieces, isKnown).flatMap((piece) => piece.names);
  expect(names(() => false)).toEqual(["Opt", "Deep", "f"]);
  expect(names((name) => name === "Opt")).toEqual(["f"]);
});

it("only-names: lists and stars can be cut down to some names", () => {
  const { all } = piecesOf(`${source}export type * from "./y";\nexport * as ns from "./z";`);
  const texts = all.slice(5).map((piece) => onlyNames(piece, new Set(["outer"])));
  expect(texts).toEqual([
    "export { inner as outer };",
    'export { outer } from "./x";',
    'export type { outer } from "./y";',
    'export * as ns from "./z";',
  ]);
  const [, star] = all.slice(5);
  expect(star && onlyNames(star, new Set(["* from ./x"]))).toBe('export * from "./x";');
});
