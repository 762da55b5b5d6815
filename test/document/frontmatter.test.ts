import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frontmatterOf, maxFrontmatterLength } from "../../src/document/frontmatter.ts";

const refused = (text: string) => frontmatterOf(text).refusals.map(({ range }) => text.slice(range.start, range.end));

describe("frontmatterOf", () => {
  it("reads JSON with the places of keys and values", () => {
    const text =
      "type: module\nbudgets:\n  - metric: a/b\n    max: 5\nids: [x, y~z]\ncoverage: 0.9 # why\nflag: true\n";
    const { value, ranges, refusals } = frontmatterOf(text);
    const at = (pointer: string) => text.slice(ranges.get(pointer)?.start, ranges.get(pointer)?.end);
    expect(refusals).toEqual([]);
    expect(value).toEqual({
      type: "module",
      budgets: [{ metric: "a/b", max: 5 }],
      ids: ["x", "y~z"],
      coverage: 0.9,
      flag: true,
    });
    expect([
      at("/type"),
      at("#/type"),
      at("/budgets"),
      at("/budgets/0/max"),
      at("#/budgets/0/metric"),
      at("/ids/1"),
      at("/coverage"),
    ]).toEqual(["module", "type", "- metric: a/b\n    max: 5", "5", "metric", "y~z", "0.9"]);
  });

  it("duplicate-key: a second key of the same name is refused, at any depth", () => {
    expect(refused("a: 1\na: 2\n")).toEqual(["a"]);
    expect(refused("b:\n  c: 1\n  c: 2\n")).toEqual(["c"]);
    expect(frontmatterOf("a: 1\na: 2\n").value).toEqual({ a: 1 });
  });

  it("quoted-key: refused at the top level and allowed below it", () => {
    expect(refused('"a": 1\n\'b\': 2\n"\\x63": 3\n')).toEqual(['"a"', "'b'", '"\\x63"']);
    expect(refused('a:\n  "b": 1\n')).toEqual([]);
  });

  it("merge-key: it is refused", () => {
    expect(refused("a: 1\n<<: {b: 2}\n")).toEqual(["<<"]);
    expect(refused("c:\n  <<: {b: 2}\n")).toEqual(["<<"]);
  });

  it("tracking-key: a status or approvals key in another spelling is refused", () => {
    expect(refused("status : draft\n")).toEqual(["status"]);
    expect(refused("'approvals': []\n")).toContain("'approvals'");
    expect(refused("budget:\n  status: x\n")).toEqual([]);
  });

  it("flow-mapping: refused at the top level", () => {
    expect(refused("{a: 1, status: draft}\n")).toEqual(["{a: 1, status: draft}"]);
    expect(refused("a: {b: 1}\n")).toEqual([]);
  });

  it("unclosed: a bracket or quote without its end is refused where it opens", () => {
    expect(frontmatterOf("a: 1\nb: [x\nc: d\n").refusals).toEqual([
      {
        message: "Unexpected `[` that is never closed, expected `]`",
        mend: "Write the `]`",
        range: { start: 8, end: 9 },
      },
    ]);
    expect(refused('a: 1\nb: "x\nc: d\n')).toEqual(['"']);
    expect(refused("a: [x, [y\nb: 1\n")).toEqual(["[", "["]);
  });

  it("no-mapping: a list or a text is refused", () => {
    expect(refused("- a\n")).toHaveLength(1);
    expect(refused("just text\n")).toHaveLength(1);
  });

  it("empty: no text, and comments alone, are an empty mapping", () => {
    for (const text of ["", "# only this\n", "\n"])
      expect(frontmatterOf(text)).toMatchObject({ value: {}, refusals: [] });
  });

  it("decomposed: text that is not in NFC is refused, also where escapes write it", () => {
    expect(refused("a: 1\nb: e\u0301\n")).toEqual(["b: e\u0301"]);
    expect(refused('b: "e\\u0301"\n')).toEqual(['"e\\u0301"']);
    expect(refused("b: \u00e9\n")).toEqual([]);
  });

  it("escaped-controls: control characters that escapes write are refused", () => {
    for (const written of ["\\u0000", "\\u202e", "\\e", "\\x7f", "\\uFEFF"])
      expect(refused(`a: "x${written}"\n`)).toHaveLength(1);
    expect(refused('a: "x\\ty\\n"\n')).toEqual([]);
  });

  it("infinite-number: numbers that JSON cannot write are refused", () => {
    expect(refused("a: .inf\nb: .nan\nc: -.INF\nd: 1e999\n")).toEqual([".inf", ".nan", "-.INF", "1e999"]);
  });

  it("too-long: more than 64 KiB are not read", () => {
    const { value, refusals } = frontmatterOf(`a: ${"x".repeat(maxFrontmatterLength)}\n`);
    expect([value, refusals.length]).toEqual([{}, 1]);
    expect(refusals[0]?.message).toMatch(/64 KiB/u);
  });

  it("syntax-error: YAML that does not parse is refused at its place", () => {
    const text = "a: 1\nb: ]\n";
    const [first] = frontmatterOf(text).refusals;
    expect(first?.message).toMatch(/^Unexpected YAML: /u);
    expect(first?.range.start).toBeGreaterThanOrEqual(5);
    expect(refused("a: b: c\n").length).toBeGreaterThan(0);
    expect(refused("a: 1\n\tb: 2\n").length).toBeGreaterThan(0);
  });

  it("missing-value: a key without value has the place behind its colon", () => {
    const { value, ranges } = frontmatterOf("a:\nb: 1\n");
    expect([value, ranges.get("/a")]).toEqual([
      { a: null, b: 1 },
      { start: 2, end: 2 },
    ]);
  });

  it("prototype-key: it is an ordinary key", () => {
    const { value } = frontmatterOf("__proto__:\n  x: 1\n");
    expect(Object.keys(value)).toEqual(["__proto__"]);
    expect("x" in value).toBe(false);
  });

  it("never throws, and all that it returns is inside the text", () => {
    const piece = fc.constantFrom(
      "a",
      ": ",
      "\n",
      "  ",
      "- ",
      "[",
      "]",
      "{",
      "}",
      ",",
      "&x ",
      "*x",
      "!t ",
      "? ",
      "|\n",
      ">\n",
      '"',
      "'",
      "\\",
      "#",
      "%",
      "<<",
      "1",
      "\t",
      "é",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join("");
        const { value, ranges, refusals } = frontmatterOf(text);
        for (const { start, end } of [...ranges.values(), ...refusals.map(({ range }) => range)]) {
          expect(start >= 0 && start <= end && end <= text.length).toBe(true);
        }
        expect(JSON.parse(JSON.stringify(value))).toEqual(value);
      }),
      { numRuns: 1_000 },
    );
  });
});
