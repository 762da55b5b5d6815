import { describe, expect, it } from "vitest";
import { runRules } from "../../src/commands/rules.ts";
import { rules } from "../../src/rules/registry.ts";
import { recordingIo } from "../support/command-io.ts";

describe("rules", () => {
  it("prints a table with a line for each rule", async () => {
    const io = recordingIo("/");
    expect(await runRules("pretty", io)).toBe(0);
    const lines = io.out().split("\n");
    for (const { id, summary } of rules) {
      expect(lines.some((line) => line.startsWith(`${id} `) && line.endsWith(summary))).toBe(true);
    }
    expect(io.out()).toContain(`${rules.length} rules.`);
  });

  it("json: every rule with id, severity, summary and page", async () => {
    const io = recordingIo("/");
    expect(await runRules("json", io)).toBe(0);
    const listed: unknown = JSON.parse(io.out());
    expect(listed).toHaveLength(rules.length);
    expect(listed).toContainEqual(
      expect.objectContaining({
        id: "document/empty-section",
        severity: "error",
        url: expect.stringContaining("document/empty-section.md"),
      }),
    );
  });

  it("unknown-format: a user error", async () => {
    await expect(runRules("xml", recordingIo("/"))).rejects.toMatchObject({ code: "usage" });
  });
});
