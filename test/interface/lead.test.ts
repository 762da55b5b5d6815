import { describe, expect, it } from "vitest";
import { sourceFacts } from "../../src/interface/facts.ts";

const leadOf = (text: string): string => sourceFacts(text, "a.ts").lead;

describe("lead", () => {
  it("file-comment: a comment speaks of the file where it stands before imports, apart from a declaration, or says so", () => {
    expect(leadOf("/** File. */\nimport a from 'a';\nexport const b = a, c = a;")).toBe("File.");
    expect(leadOf("/** File. */\n\nexport const b = 1, c = 2;")).toBe("File.");
    expect(leadOf("/** File.\n * @module */\nexport const b = 1, c = 2;")).toBe("File.");
  });

  it("only-export: without one, the comment of the only export serves", () => {
    expect(leadOf("/** It. */\nexport const a = 1;")).toBe("It.");
    expect(leadOf("/** It. */\nexport const a = 1;\nexport const b = 1;")).toBe("");
  });

  it("license: a license is no lead", () => {
    expect(leadOf("/** @license MIT */\nimport a from 'a';\nexport const b = a, c = 1;")).toBe("");
  });

  it("first-paragraph: an empty line or a tag ends the paragraph; its lines become one", () => {
    expect(leadOf("/**\n * One\n * two.\n *\n * Three.\n */\nexport const a = 1;")).toBe("One two.");
    expect(leadOf("/**\n * One.\n * @returns two\n */\nexport const a = 1;")).toBe("One.");
  });

  it("inline-tags: a link is what it shows", () => {
    expect(leadOf("/** See {@link f} and {@link g|the other}. */\nexport const a = 1;")).toBe("See f and the other.");
  });
});
