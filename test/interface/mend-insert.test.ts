import { expect, it } from "vitest";
import {
  insertExplicitly,
  insertSplices,
  isInlineExport,
  needsExplicitExports,
  statementsOf,
} from "../../src/interface/mend-insert.ts";
import { type Piece, piecesOfExport } from "../../src/interface/mend-pieces.ts";
import { mendCase, pieceOf } from "../support/interface/mend-case.ts";

/** The block with names of the source put in; exported names with their lists. */
function withNames(declared: string, actual: string, names: readonly string[]): string | null {
  const { design, pieces, after } = mendCase(declared, actual);
  const exports = new Map<Piece, ReadonlySet<string>>();
  for (const name of names) {
    const own = piecesOfExport(name, pieces);
    const found = own.length > 0 ? own : pieces.all.filter((piece) => piece.names.includes(name));
    for (const piece of found) exports.set(piece, new Set([...(exports.get(piece) ?? []), name]));
  }
  const wanted = pieces.all.filter((piece) => exports.has(piece));
  return after(insertExplicitly({ design, pieces, wanted, exports }));
}

const source = "export type A = 1;\nexport type B = 1;\nexport interface C {\n  c: 1;\n}\nexport type D = 1;";

it("after: behind the declaration that comes before it in the source", () => {
  expect(withNames("export type D = 1;\nexport type A = 1; // a\n", source, ["B"])).toBe(
    "export type D = 1;\nexport type A = 1; // a\nexport type B = 1;\n",
  );
  expect(withNames("export type B = 1; export type D = 1;", source, ["C"])).toBe(
    "export type B = 1;\nexport interface C {\n  c: 1;\n}\n export type D = 1;",
  );
});

it("before: before the one that follows where none comes before, above that one's comments", () => {
  expect(withNames("// head\n\n/** b */\nexport type B = 1;", source, ["A"])).toBe(
    "// head\n\nexport type A = 1;\n/** b */\nexport type B = 1;",
  );
});

it("end: at the end of a block that has neither; an empty block gets all", () => {
  expect(withNames("export type X = 1;\n", source, ["A"])).toBe("export type X = 1;\nexport type A = 1;\n");
  expect(withNames("", source, ["A", "B", "C", "D"])).toBe(
    source.replace("\nexport interface", "\n\nexport interface").replace("}\n", "}\n\n"),
  );
});

it("order: several at one place keep the order of the source", () => {
  expect(withNames("export type D = 1;", source, ["B", "A"])).toBe(
    "export type A = 1;\nexport type B = 1;\nexport type D = 1;",
  );
  expect(withNames("export type A = 1;\nexport type D = 1;", source, ["C", "B"])).toContain(
    "export type A = 1;\nexport type B = 1;\nexport interface C {\n  c: 1;\n}\nexport type D",
  );
});

it("explicit: a block without `export` gets the word everywhere when a local type comes in", () => {
  const actual = "interface O { a: 1 }\nexport function f(o: O): void {}\nexport type T = 1;";
  expect(withNames("// t\ntype T = 1;\nfunction f(o: O): void;", actual, ["O"])).toBe(
    "// t\nexport type T = 1;\ninterface O { a: 1 }\nexport function f(o: O): void;",
  );
  expect(withNames("function f(o: O): void;", actual, ["T"])).toBe("function f(o: O): void;\ntype T = 1;");
  const { design, pieces } = mendCase("type T = 1;", actual);
  expect(needsExplicitExports({ design, wanted: [pieceOf("O", pieces)] })).toBe(true);
  expect(pieces.all.map(isInlineExport)).toEqual([false, true, true]);
});

it("in-place: what stands in the block without `export` and is exported gets the word", () => {
  expect(withNames("type A = 1; // a\nexport type B = 1;", source, ["A"])).toBe(
    "export type A = 1; // a\nexport type B = 1;",
  );
});

it("tight: without empty lines between declarations none come in", () => {
  expect(withNames("export type A = 1;\nexport type B = 1;\nexport type D = 1;", source, ["C"])).toBe(
    "export type A = 1;\nexport type B = 1;\nexport interface C {\n  c: 1;\n}\nexport type D = 1;",
  );
  expect(withNames("export type A = 1;\n\nexport type B = 1;\nexport type D = 1;", source, ["C"])).toBe(
    "export type A = 1;\n\nexport type B = 1;\n\nexport interface C {\n  c: 1;\n}\n\nexport type D = 1;",
  );
});

it("was-undecided: the comment of an undecided export gives way to its declaration", () => {
  expect(withNames("export type A = 1;\n// undecided: D (it was not known)\nexport type B = 1;", source, ["D"])).toBe(
    "export type A = 1;\nexport type D = 1;\nexport type B = 1;",
  );
});

it("lists: export lists and stars are cut down to the names that are wanted", () => {
  const actual = "export { a, b as c } from './x';\nexport type T = 1;";
  expect(withNames("export type T = 1;", actual, ["c"])).toBe("export { b as c } from './x';\nexport type T = 1;");
  const { design, pieces, after } = mendCase("export type T = 1;", "export type T = 1;\nexport * from './x';");
  const [, star] = pieces.all;
  if (star === undefined) throw new Error("the star is lost");
  const exports = new Map([[star, new Set(["x"])]]);
  expect(after(insertSplices({ design, pieces, wanted: [star], exports }))).toBe(
    'export type T = 1;\nexport { x } from "./x";',
  );
  expect(statementsOf("T", design)).toHaveLength(1);
});
