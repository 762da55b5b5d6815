import { describe, expect, it } from "vitest";
import { configProblem, nearPath } from "../../src/config/check.ts";
import { parseConfig } from "../../src/config/parse.ts";
import { sourceOf } from "../../src/config/source.ts";

const files = new Map([
  ["design/gateway.schema.json", { mode: "100644" }],
  ["link.json", { mode: "120000" }],
]);

function problemOf(raw: object, base = "") {
  const file = parseConfig(".designrc.json", new TextEncoder().encode(JSON.stringify(raw)), () => []);
  const problem = configProblem(sourceOf(file, base, null), files);
  if (problem === null) return null;
  const { text = "", range = { start: 0, end: 0 } } = problem.place ?? {};
  return { message: problem.message, hint: problem.hint, at: text.slice(range.start, range.end) };
}

it("finds nothing in a config that can be used", () => {
  expect(problemOf({ types: { gateway: { schema: "./design/gateway.schema.json", match: ["x/**"] } } })).toBeNull();
  expect(problemOf({ types: { gateway: { schema: "../design/gateway.schema.json" } } }, "a")).toBeNull();
});

it.each([
  [{ stories: "docs/{pth}.md" }, '"docs/{pth}.md"'],
  [{ components: [{ source: "a/{path}.ts", design: "a.md", test: "b/{path}.ts" }] }, '"a.md"'],
  [{ components: [{ source: "{x}/{path}.ts", design: "{x}/{path}.md", test: "b/{path}.ts" }] }, '"b/{path}.ts"'],
])("pattern: %j is refused at the pattern", (raw, at) => {
  expect(problemOf(raw)).toMatchObject({ at });
});

it.each([
  [{ exempt: [{ files: ["a", "../b"], reason: "r" }] }, '"../b"'],
  [{ overrides: [{ files: ["!a"], rules: {} }] }, '"!a"'],
  [{ types: { module: { match: ["/a"] } } }, '"/a"'],
])("glob: %j is refused at the glob", (raw, at) => {
  expect(problemOf(raw)).toMatchObject({ at });
});

it("empty-reason: a reason of white space is none", () => {
  expect(problemOf({ exempt: [{ files: ["a"], reason: " \n" }] })?.message).toContain("empty reason");
});

describe("files of types", () => {
  it("no-file: a schema or template that does not exist is refused, with the one that was probably meant", () => {
    expect(problemOf({ types: { gateway: { schema: "gateway.schema.json" } } })).toEqual({
      message: "The file gateway.schema.json does not exist",
      hint: "Did you mean design/gateway.schema.json?",
      at: '"gateway.schema.json"',
    });
    expect(problemOf({ types: { gateway: { template: "x.md" } } })?.hint).toContain("Create it");
  });

  it("outside: a path out of the repository and a symlink are refused", () => {
    for (const path of ["../x.json", "/x.json", "a\\x.json"]) {
      expect(problemOf({ types: { gateway: { schema: path } } })?.message).toContain("inside the repository");
    }
    expect(problemOf({ types: { gateway: { schema: "link.json" } } })?.message).toContain("symlink");
  });
});

describe("headings", () => {
  it("fixed-heading: headings that are part of digests cannot be localised", () => {
    expect(problemOf({ headings: { notes: ["Notizen"] } })?.message).toContain("`notes` is part of digests");
    expect(problemOf({ headings: { components: ["Bausteine"] } })?.message).toContain("`components`");
  });

  it("shared-heading: one heading cannot stand for two sections", () => {
    expect(problemOf({ headings: { states: ["Lage"], transitions: ["lage"] } })).toMatchObject({
      message: "The heading `lage` stands for `states` already",
      at: '"lage"',
    });
  });
});

it("proposes a file with the same name before one that is spelt alike", () => {
  expect(nearPath("gateway.schema.json", files)).toBe("Did you mean design/gateway.schema.json?");
  expect(nearPath("lnk.json", files)).toBe("Did you mean link.json?");
});
