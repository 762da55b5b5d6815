import { describe, expect, it } from "vitest";
import { bindFile } from "../../src/interface/bindings.ts";
import { leadOf } from "../../src/interface/lead.ts";
import { parseSource } from "../support/parse-source.ts";

function lead(text: string): string {
  const file = parseSource(text, "a.ts");
  return leadOf(
    file,
    [...bindFile(file).exports.values()].flatMap((list) => list.slice(0, 1)),
  );
}

describe("leadOf", () => {
  it("of-file: a comment before the imports or before a blank line speaks of the file", () => {
    expect(lead(`/** Keeps sessions. */\nimport a from "a";\nexport const b = a, c = 1;`)).toBe("Keeps sessions.");
    expect(lead("/** Keeps sessions. */\n\nexport const b = 1, c = 2;")).toBe("Keeps sessions.");
    expect(lead("/** Keeps sessions.\n * @module */\nexport const b = 1, c = 2;")).toBe("Keeps sessions.");
  });

  it("of-declaration: a declaration's own comment counts only where it is the only export", () => {
    expect(lead("const a = 1;\n/** Makes one. */\nexport const b = a;")).toBe("Makes one.");
    expect(lead("/** Makes one. */\nexport const b = 1;\nexport const c = 2;")).toBe("");
  });

  it("license: a notice of rights is passed over", () => {
    expect(lead(`/** Copyright 2020 Somebody */\n/** Keeps sessions. */\nimport a from "a";`)).toBe("Keeps sessions.");
    expect(lead(`/** @license MIT */\nimport a from "a";`)).toBe("");
  });

  it("first-paragraph: the first paragraph goes on one line, tags and the rest are left out", () => {
    expect(lead("/**\n * Keeps sessions,\n * one a user.\n *\n * More.\n */\nexport const a = 1;")).toBe(
      "Keeps sessions, one a user.",
    );
    expect(lead("/**\n * Keeps sessions.\n * @param a what\n */\nexport function f(a: 1) {}")).toBe("Keeps sessions.");
  });

  it("links: a link is its label, else what it leads to", () => {
    expect(lead("/** Makes {@link Session} of {@link Store | the store}. */\nexport const a = 1;")).toBe(
      "Makes Session of the store.",
    );
  });

  it("plain-comment: only doc comments count", () => {
    expect(lead("// Keeps sessions.\n/* Keeps sessions. */\n/**/\nexport const a = 1;")).toBe("");
  });
});
