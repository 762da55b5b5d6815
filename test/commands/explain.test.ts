import { describe, expect, it } from "vitest";
import { runExplain } from "../../src/commands/explain.ts";
import { recordingIo } from "../support/command-io.ts";

describe("explain", () => {
  it("prints the page of a rule", async () => {
    const io = recordingIo("/");
    expect(await runExplain("document/empty-section", io)).toBe(0);
    expect(io.out()).toMatch(/^# document\/empty-section\n/u);
    expect(io.out()).toContain("## Fix");
  });

  it("unknown-rule: a user error, and nothing is printed", async () => {
    const io = recordingIo("/");
    await expect(runExplain("document/emty-section", io)).rejects.toMatchObject({
      code: "unknown-rule",
      hint: expect.stringContaining("document/empty-section"),
    });
    expect(io.out()).toBe("");
  });
});
