import { describe, expect, it } from "vitest";
import { pointer } from "../../src/document/pointer.ts";

describe("pointer", () => {
  it("escapes: ~ and / in a segment are escaped", () => {
    expect(pointer("/a", "b/c", "~d", 0)).toBe("/a/b~1c/~0d/0");
    expect(pointer("")).toBe("");
  });
});
