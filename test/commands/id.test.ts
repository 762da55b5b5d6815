import { describe, expect, it } from "vitest";
import { checkId, placeholdersFor } from "../../src/commands/id.ts";

describe("id", () => {
  it("unsafe-id: refused with the reason", () => {
    const bad = [
      "",
      "a b",
      "a\tb",
      "../a",
      "a/../b",
      "a//b",
      "a/",
      "/a",
      "C:/a",
      "a\\b",
      'a"b',
      "a'b",
      "a#b",
      "a\u{202e}b",
    ];
    for (const id of [...bad, "a,b", "a/{path}", ".", "x".repeat(251)]) {
      expect(() => checkId(id), JSON.stringify(id)).toThrow(/ is no id: /u);
    }
  });

  it("plain-id: letters of any script and case, digits, brackets, dots and dashes", () => {
    for (const id of ["a", "A/b-c_d.e", "pages/[id]", "(group)/x", "größe/日本", "a.b"]) {
      expect(() => checkId(id), id).not.toThrow();
    }
  });

  it("other-prefix: no placeholders outside the prefix", () => {
    expect(placeholdersFor("b/x", "a", [])).toBeNull();
    expect(placeholdersFor("ab/x", "a", [])).toBeNull();
    expect(placeholdersFor("a/x", "a", [])).toEqual({ path: "x" });
  });

  it("too-short: a segment for each name and one for the path", () => {
    expect(placeholdersFor("core", "", ["package"])).toBeNull();
    expect(placeholdersFor("core/a/b", "", ["package"])).toEqual({ package: "core", path: "a/b" });
  });
});
