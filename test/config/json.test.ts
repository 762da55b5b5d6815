import fc from "fast-check";
import { expect, it } from "vitest";
import { parseJson } from "../../src/config/json.ts";

function problemsOf(text: string) {
  const json = parseJson(text);
  return json.ok ? [] : json.problems.map(({ message, range }) => `${message} @${text.slice(range.start, range.end)}`);
}

it("comments: comments and trailing commas are fine", () => {
  expect(parseJson('// a\n{"a": [1, 2,], /* b */ "c": {},}')).toMatchObject({ ok: true, value: { a: [1, 2], c: {} } });
});

it("places: every value and key has its place, the key without quotes", () => {
  const text = '{"a": [1, {"b/c": "x"}]}';
  const json = parseJson(text);
  if (!json.ok) throw new Error("invalid");
  const at = (range: { start: number; end: number } | null) => range && text.slice(range.start, range.end);
  expect(at(json.places.value("/a/0"))).toBe("1");
  expect(at(json.places.key("/a/1/b~1c"))).toBe("b/c");
  expect(at(json.places.value("/a/1/b~1c"))).toBe('"x"');
  expect(at(json.places.value("/a/0/nothing"))).toBe("1");
  expect(json.places.key("/a/0")).toBeNull();
});

it("duplicate-key: a key that stands twice is a problem at the second, also spelt with an escape", () => {
  expect(problemsOf('{"a": 1, "b": {"c": 1, "\\u0063": 2}, "a": 2}')).toEqual([
    "Unexpected second key `c`, expected each key once @\\u0063",
    "Unexpected second key `a`, expected each key once @a",
  ]);
});

it("prototype: a key named __proto__ stays a key", () => {
  const json = parseJson('{"__proto__": {"version": 1}}');
  expect(json.ok && Object.keys(json.value as object)).toEqual(["__proto__"]);
});

it.each([
  ["", "Unexpected empty file, expected an object @"],
  ['{"a": 1 "b": 2}', 'Missing comma @"b"'],
  ['{"a" 1}', "Missing colon after the key @1"],
  ["{a: 1}", "Unexpected word, expected a value in JSON @a"],
  ['{"a": "x\n"}', 'Unexpected end of the line inside a text @"x'],
  ["{} {}", "Unexpected text after the end of the object @{"],
])("broken: %j says %s", (text, problem) => {
  expect(problemsOf(text)).toContain(problem);
});

it("too-deep: nesting that would exhaust the parser is a problem, brackets in texts and comments are none", () => {
  expect(problemsOf("[".repeat(1_000_000))).toEqual(["Unexpected nesting, expected at most 64 levels @["]);
  for (const opening of ['"\r', '"\\\n"', '"\\"', "/*/", "// \n", '"\\u12"']) {
    expect(() => parseJson(opening + "[".repeat(200_000))).not.toThrow();
  }
  expect(problemsOf(`{"a": "${"[".repeat(100)}" /* ${"{".repeat(100)} */}`)).toEqual([]);
});

it("reads what JSON.stringify writes", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      expect(parseJson(JSON.stringify(value))).toMatchObject({ ok: true, value: JSON.parse(JSON.stringify(value)) });
    }),
  );
});
