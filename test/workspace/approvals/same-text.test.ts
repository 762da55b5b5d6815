import { expect, it } from "vitest";
import { memorySnapshot } from "../../../src/snapshot.ts";
import { sameMovedText, sameText } from "../../../src/workspace/approvals/same-text.ts";

const entry = (text: string) => memorySnapshot({ a: text }).files.get("a");

it("line-ends: the same text with other line ends is the same, one other character is not", async () => {
  expect(await sameText(entry("a\r\nb\r\n"), entry("a\nb\n"))).toBe(true);
  for (const other of ["a\nc\n", "a\rb\n", "a\nb", "a\n\nb\n"])
    expect(await sameText(entry("a\r\nb\r\n"), entry(other))).toBe(false);
});

it("absent: a file that is only in one of the two is another, one that is in neither is the same", async () => {
  expect(await sameText(undefined, entry("a"))).toBe(false);
  expect(await sameText(entry(""), undefined)).toBe(false);
  expect(await sameText(undefined, undefined)).toBe(true);
});

it("ids: where ids are equal nothing is read", async () => {
  const unread = { id: "1", mode: "100644", read: () => Promise.reject(new Error("read")) };
  expect(await sameText(unread, { ...unread })).toBe(true);
});

it("moved: of a source that moved, other relative paths are no change", async () => {
  const at = (path: string) => entry(`import { a } from "${path}";\r\n`);
  expect(await sameMovedText(at("./a.js"), at("../b/a.js"))).toBe(true);
  expect(await sameMovedText(at("./a.js"), entry('import { a } from "../a.js";\n')), "other line ends").toBe(true);
  expect(await sameMovedText(at("./a.js"), at("a"))).toBe(false);
  expect(await sameMovedText(entry("./a"), entry("../a")), "outside of quotes").toBe(false);
  expect(await sameMovedText(undefined, undefined)).toBe(false);
});
