import { describe, expect, it } from "vitest";
import { githubStepSummary } from "../../src/report/github-step-summary.ts";
import { diagnostic, report } from "../support/sample-report.ts";

describe("github step summary", () => {
  it("is a table with place, message, cure and rule", () => {
    const fix = { title: "Write string", safety: "safe", by: "tool" } as const;
    expect(githubStepSummary(report([diagnostic({ fix })]))).toContain(
      "| error | docs/design/a.md:2:3 | Unexpected number, expected string<br>To mend: Write string | interface/changed |\n",
    );
  });

  it("clean: a run without findings has no table", () => {
    const text = githubStepSummary(report());
    expect(text).toContain("3 sources: 2 designed, 1 barrel; no problems");
    expect(text).not.toContain("|");
  });

  it("too-large: under 1 MiB, the worst kept, the rest counted", () => {
    const warnings = Array.from({ length: 20_000 }, () =>
      diagnostic({ severity: "warning", message: "é".repeat(200) }),
    );
    const text = githubStepSummary(report([...warnings, diagnostic({ message: "the worst" })]));
    expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
    expect(text).toContain("the worst");
    const rows = text.split("\n").filter((line) => line.startsWith("| error") || line.startsWith("| warning")).length;
    expect(text).toContain(`${20_001 - rows} more findings are left out`);
  });

  it("markup: no tag, link or further cell comes from the repository", () => {
    const evil = "<img src=x> | [a](b) `c`\n# d";
    const text = githubStepSummary(report([diagnostic({ message: evil, path: evil })]));
    const row = text.split("\n").find((line) => line.startsWith("| error")) ?? "";
    expect(row.match(/\|/gu)).toHaveLength(5);
    expect(row).not.toMatch(/<img|\[a\]|`/u);
  });
});
