import { expect, it } from "vitest";
import { parseConfig } from "../../src/config/parse.ts";
import { sourceOf } from "../../src/config/source.ts";

const text = '{"stories": "s/{path}.md"}';
const file = parseConfig("a/.designrc.json", new TextEncoder().encode(text), () => []);

it("places values in its own file", () => {
  const source = sourceOf(file, "a", null);
  expect(source).toMatchObject({ base: "a", path: "a/.designrc.json" });
  expect(source.place("/stories")).toEqual({ path: "a/.designrc.json", range: { start: 12, end: 25 } });
});

it("package: values of a package are placed where the repository names it, errors in the package's file", () => {
  const via = { path: ".designrc.json", range: { start: 1, end: 2 } };
  const source = sourceOf(file, "a", via);
  expect(source.place("/stories")).toBe(via);
  expect(source.error("/stories", "Bad", "Mend it")).toMatchObject({
    code: "config-invalid",
    message: "Bad",
    hint: "Mend it",
    place: { path: "a/.designrc.json", text, range: { start: 12, end: 25 } },
  });
});
