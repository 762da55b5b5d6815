import { expect, it } from "vitest";
import { applySplices } from "../../src/edit.ts";
import {
  endWithComment,
  exportWord,
  indentAt,
  indented,
  insertion,
  joined,
  removal,
  startWithComments,
  wordsIn,
} from "../../src/interface/mend-text.ts";
import { parseSource } from "../../src/interface/parse.ts";

const statements = (text: string) => [...parseSource("a.ts", text).statements];
const without = (text: string, index: number): string => {
  const node = statements(text)[index];
  return node === undefined ? text : applySplices(text, [removal(node)]);
};

it("comments: comments right above a node and behind it in its line belong to it, others do not", () => {
  const text = "// head\n\n// one\n/** two */\ntype A = 1; // behind\ntype B = 1; type C = 1;";
  const [a, b] = statements(text);
  expect(text.slice(a && startWithComments(a), a && endWithComment(text, a.end))).toBe(
    "// one\n/** two */\ntype A = 1; // behind",
  );
  expect(text.slice(b?.getStart(), b && endWithComment(text, b.end))).toBe("type B = 1;");
});

it("undecided: the comment of an undecided export belongs to nothing", () => {
  expect(without("// undecided: x (nobody knows)\n// of A\ntype A = 1;\ntype B = 1;", 0)).toBe(
    "// undecided: x (nobody knows)\ntype B = 1;",
  );
});

it("removal: a node that fills its lines goes with them, and with one of two empty lines around", () => {
  expect(without("type A = 1;\n// b\ntype B = 1; // c\ntype C = 1;", 1)).toBe("type A = 1;\ntype C = 1;");
  expect(without("type A = 1;\n\ntype B = 1;\n\ntype C = 1;", 1)).toBe("type A = 1;\n\ntype C = 1;");
  expect(without("type A = 1;\ntype B = 1;", 1)).toBe("type A = 1;");
  expect(without("type A = 1;\n\ntype B = 1;", 0)).toBe("type B = 1;");
});

it("same-line: a node that shares its line goes alone", () => {
  expect(without("type A = 1; type B = 1; type C = 1;", 1)).toBe("type A = 1; type C = 1;");
});

it("words: words are the same whatever the layout and the comments", () => {
  const [a, b, c] = statements("type A={a:1}\n type  A = {\n // note\n a : 1\n};\ntype A = { a: 2 };");
  expect(a && wordsIn(a)).toBe("type A = { a : 1 }");
  expect(a && wordsIn(a)).toBe(b && wordsIn(b));
  expect(a && wordsIn(a)).not.toBe(c && wordsIn(c));
  expect(indentAt("a\n \tb", 4)).toBe(" \t");
  expect(indented("a\nb\n\nc", "  ")).toBe("a\n  b\n\n  c");
});

it("joined: edits at one place become one, equal ones count once, and `export` stays in front of its declaration", () => {
  const replaced = { range: { start: 1, end: 2 }, text: "B" };
  const splices = [replaced, insertion(1, "x"), insertion(1, "y"), insertion(1, "y"), insertion(2, "z"), replaced];
  expect(joined([insertion(0, exportWord), insertion(0, "type A = 1;\n")])).toEqual([
    insertion(0, "type A = 1;\nexport "),
  ]);
  expect(joined(splices)).toEqual([{ range: { start: 1, end: 2 }, text: "xyB" }, insertion(2, "z")]);
});
