import { describe, expect, it } from "vitest";
import { denominator, problemCount, remarks, summaryLine } from "../../src/report/summary-line.ts";
import { diagnostic, report } from "../support/sample-report.ts";

describe("summary line", () => {
  it("names the denominator by class", () => {
    const { summary } = report([], { sources: 112, designed: 104, direct: 3, barrels: 4, exempt: 1 });
    expect(denominator(summary)).toBe("112 sources: 104 designed, 3 direct, 4 barrels, 1 exempt");
  });

  it("zero-classes: a class without sources is left out", () => {
    const { summary } = report([], { sources: 2, designed: 0, barrels: 0, types: 1, unclassified: 1 });
    expect(denominator(summary)).toBe("2 sources: 1 types, 1 unclassified");
  });

  it("no-sources: nothing says 0 sources", () => {
    expect(denominator(report([], { sources: 0, designed: 0, barrels: 0 }).summary)).toBe("0 sources");
  });

  it("singular: one of each stands in the singular", () => {
    const { summary } = report([diagnostic()], { sources: 1, designed: 0, barrels: 1 });
    expect(denominator(summary)).toBe("1 source: 1 barrel");
    expect(problemCount(summary)).toBe("1 problem (1 error, 0 warnings)");
  });

  it("says what else there is in numbers", () => {
    const { summary } = report([diagnostic({ severity: "info" })], {
      fixable: 2,
      undecided: 1,
      pending: 3,
      suppressed: 1,
    });
    expect(problemCount(summary)).toBe("0 problems (0 errors, 0 warnings, 1 info)");
    expect(remarks(summary)).toEqual([
      "2 fixable with `design-lint --fix`",
      "1 export undecided",
      "3 designs pending",
      "1 finding suppressed",
    ]);
  });

  it("could-not-judge: a run with an error never reads as clean", () => {
    expect(summaryLine(report())).toBe("3 sources: 2 designed, 1 barrel; no problems");
    expect(summaryLine({ ...report(), error: { code: "x", message: "y" } })).toBe(
      "3 sources: 2 designed, 1 barrel; 0 problems (0 errors, 0 warnings); not everything could be judged",
    );
  });
});
