import { expect, it } from "vitest";
import { configWords } from "../../src/schema/config-words.ts";

it("top-key: a key at the top needs no place", () => {
  expect(configWords(["version"])).toMatchObject({ name: "key `version`", where: " for key `version`" });
});

it("inner-key: a key further in names what it stands in, as a program would write it", () => {
  expect(configWords(["components", "0", "source"]).name).toBe("key `source` in `components[0]`");
  expect(configWords(["exempt", "1", "owes"]).holder).toBe("`exempt[1].owes`");
});

it("element: an element of a list is counted from one", () => {
  expect(configWords(["exempt", "0", "files", "2"])).toMatchObject({
    name: "item 3 in `exempt[0].files`",
    kind: "item",
    where: " in `exempt[0].files`",
  });
});

it("whole-file: no step at all is the file", () => {
  expect(configWords([]).name).toBe("the file");
});
