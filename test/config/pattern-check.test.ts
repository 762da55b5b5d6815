import fc from "fast-check";
import { expect, it } from "vitest";
import { partnerProblem, patternProblem } from "../../src/config/pattern-check.ts";

it.each(["src/{path}.ts", "packages/{package}/src/{path}.{ts,tsx}", "{path}.md", "./docs/{path}.md", "[x]/{path}.ts"])(
  "%s is fine",
  (pattern) => {
    expect(patternProblem(pattern)).toBeNull();
  },
);

it.each([
  ["src/x.ts", "Missing `{path}`"],
  ["{path}/{path}.ts", "second `{path}`"],
])("path-once: %s", (pattern, problem) => {
  expect(patternProblem(pattern)).toContain(problem);
});

it("parts: the parts of the path do not stand beside it in a source pattern", () => {
  expect(patternProblem("src/{path}/{base}.ts")).toContain("Unexpected `{base}`");
});

it.each([
  "src/{path.ts",
  "src/path}.ts",
  "src/{a,{path}}.ts",
  "src/{}{path}.ts",
  "src/{a b}/{path}.ts",
  "src/{path}.{ts,}",
])("braces: %s is refused", (pattern) => {
  expect(patternProblem(pattern)).toMatch(/Unbalanced|Unexpected `\{/u);
});

it.each(["src/**/{path}.ts", "src/{path}?.ts"])(
  "wildcard: %s is refused, since patterns have placeholders",
  (pattern) => {
    expect(patternProblem(pattern)).toMatch(/^Unexpected `[*?]`/u);
  },
);

it.each(["../src/{path}.ts", "/src/{path}.ts", "src\\{path}.ts", ""])("outside: %j is refused", (pattern) => {
  expect(patternProblem(pattern)).not.toBeNull();
  expect(partnerProblem(pattern, "src/{path}.ts")).not.toBeNull();
});

it("partner: design and test need the placeholders of the source, and no others", () => {
  const source = "packages/{package}/src/{path}.ts";
  expect(partnerProblem("packages/{package}/docs/{path}.md", source)).toBeNull();
  expect(partnerProblem("docs/{path}.md", source)).toBe("Missing `{package}`, which stands in the source pattern");
  expect(partnerProblem("docs/{package}/x.md", source)).toBe("Missing `{path}` in a pattern");
  expect(partnerProblem("{packge}/{package}/{path}.md", source)).toBe("Unexpected `{packge}`, expected `{package}`");
  expect(partnerProblem("{zone}/{path}.md", "src/{path}.ts")).toContain("expected a placeholder of the source pattern");
});

it("dir-and-base: folder and name of the path together stand for it", () => {
  expect(partnerProblem("src/{dir}/__tests__/{base}.test.ts", "src/{path}.ts")).toBeNull();
  expect(partnerProblem("test/{base}.test.ts", "src/{path}.ts")).toContain("Missing `{dir}`");
});

it("judges any text", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (pattern, source) => {
      expect([null, "string"]).toContain(patternProblem(pattern) === null ? null : "string");
      partnerProblem(pattern, source);
    }),
  );
});

it("near-miss: a placeholder that is nearly `path` is named", () => {
  const expected = "Missing `{path}` in a pattern: did you mean `{path}` where `{pth}` stands?";
  expect(patternProblem("docs/{pth}.md")).toBe(expected);
  expect(partnerProblem("docs/{pth}.md", "src/{path}.ts")).toBe(expected);
  expect(patternProblem("docs/{package}.md")).toBe("Missing `{path}` in a pattern");
});
