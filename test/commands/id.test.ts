import { describe, expect, it } from "vitest";
import { checkId, placeholdersFor } from "../../src/commands/id.ts";
import { UserError } from "../../src/user-error.ts";

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

  it("path-as-id: a path of a file is refused with the id that was probably meant", () => {
    const meant = (id: string, roots: readonly string[] = ["src"]) => {
      try {
        checkId(id, roots);
        return null;
      } catch (error) {
        return error instanceof UserError ? error.hint : error;
      }
    };
    expect(meant("src/sessions/q.ts")).toBe("did you mean `sessions/q`?");
    expect(meant("src/sessions/q")).toBe("did you mean `sessions/q`?");
    expect(meant("sessions/q.mjs")).toBe("did you mean `sessions/q`?");
    expect(meant("docs/q.md")).toBe("did you mean `docs/q`?");
    for (const id of ["srcs/q", "sessions/q", "store.d", "src"]) expect(meant(id), id).toBeNull();
    expect(meant("src/q", [""])).toBeNull();
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
