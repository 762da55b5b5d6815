import { describe, expect, it } from "vitest";
import { titleOfId } from "../../src/scaffold/title.ts";

describe("titleOfId", () => {
  it("words: the last part of an id is written in words", () => {
    expect(["sessions/session-store", "userSettings", "a/b_c.d", "HTTPServer", "parse2Json"].map(titleOfId)).toEqual([
      "Session store",
      "User settings",
      "B c d",
      "HTTP server",
      "Parse2 json",
    ]);
  });

  it("index: an index is named after its folder", () => {
    expect(["sessions/index", "index"].map(titleOfId)).toEqual(["Sessions", "Index"]);
  });

  it("no-words: an id without letters is its own title", () => {
    expect(["a/__", "a/日本"].map(titleOfId)).toEqual(["__", "日本"]);
  });
});
