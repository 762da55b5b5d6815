import { describe, expect, it } from "vitest";
import { slug } from "../../src/document/slug.ts";

describe("slug", () => {
  it("punctuation: it goes, letters, digits, - and _ of any script stay", () => {
    expect(slug("What's new? (v1.2) a_b-c")).toBe("whats-new-v12-a_b-c");
    expect(slug("Größe 日本 ٣ — 👍")).toBe("größe-日本-٣--");
    expect(slug("!?")).toBe("");
  });

  it("inner-spaces: each inner space becomes a hyphen, outer ones go", () => {
    expect(slug("  Edge  cases ")).toBe("edge--cases");
  });
});
