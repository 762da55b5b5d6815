import { describe, expect, it } from "vitest";
import { describeError } from "../../src/commands/describe-error.ts";
import { UserError } from "../../src/user-error.ts";

describe("describeError", () => {
  it("user-error: place, message and hint, no stack", () => {
    const place = { path: "a.json", range: { start: 4, end: 5 }, text: "{\n  x\n}" };
    const text = describeError(new UserError("config-invalid", "Unexpected x", { hint: "remove it", place }));
    expect(text).toBe("design-lint: a.json:2:3: Unexpected x\n  → remove it\n");
  });

  it("bug: anything else is called a bug and keeps its stack", () => {
    const text = describeError(new TypeError("oh"));
    expect(text).toContain("bug in design-lint");
    expect(text).toMatch(/TypeError: oh\n\s+at /u);
    expect(describeError("just a text")).toContain("just a text");
  });

  it("control-characters: text from a repository cannot steer the terminal", () => {
    expect(describeError(new UserError("x", "a\u001b[2Jb"))).not.toContain("\u001b");
  });
});
