import { describe, expect, it } from "vitest";
import { formatNames, loadReporter } from "../../src/report/formats.ts";
import { context, report } from "../support/sample-report.ts";

describe("formats", () => {
  it("every-name: each name leads to a reporter whose text ends in a line feed", async () => {
    expect(formatNames).toEqual(["pretty", "concise", "json", "sarif", "github"]);
    for (const name of formatNames) {
      const reporter = await loadReporter(name);
      expect(reporter?.(report(), context())).toMatch(/\n$/u);
    }
  });

  it("unknown-name: null, also for names that every object has", async () => {
    expect(await loadReporter("xml")).toBeNull();
    expect(await loadReporter("constructor")).toBeNull();
  });
});
