import { describe, expect, it } from "vitest";
import { configSeverity, reportSeverity, type SeverityInput, severityOf } from "../../src/engine/severity.ts";

const finding = { path: "a", range: { start: 0, end: 0 }, message: "m" };
const base: SeverityInput = { rule: "document/schema", finding, configured: "error", status: null, strict: false };

describe("severityOf", () => {
  it("draft: findings on drafts are at most warnings", () => {
    expect(severityOf({ ...base, status: "draft" })).toBe("warning");
    expect(severityOf({ ...base, status: "draft", configured: "info" })).toBe("info");
  });

  it.each([
    "document/encoding",
    "document/frontmatter",
    "document/conflict-marker",
    "interface/unparseable",
    "approval/invalid",
  ])("firm: %s stays an error on a draft", (rule) => {
    expect(severityOf({ ...base, rule, status: "draft" })).toBe("error");
  });

  it("planned: drift of a planned design is a warning, everything else is not lowered", () => {
    expect(severityOf({ ...base, rule: "interface/changed", status: "planned" })).toBe("warning");
    expect(severityOf({ ...base, rule: "interface/unparseable", status: "planned" })).toBe("error");
    expect(severityOf({ ...base, status: "planned" })).toBe("error");
    expect(severityOf({ ...base, rule: "interface/changed", status: "implemented" })).toBe("error");
  });

  it("at-most: a finding's own cap lowers, and never raises", () => {
    expect(severityOf({ ...base, finding: { ...finding, atMost: "warning" } })).toBe("warning");
    expect(severityOf({ ...base, configured: "info", finding: { ...finding, atMost: "warning" } })).toBe("info");
  });

  it("at-least: a finding's own floor stands above every cap", () => {
    const floor = { ...base, configured: "warning", finding: { ...finding, atLeast: "error" } } as const;
    expect(severityOf(floor)).toBe("error");
    expect(severityOf({ ...floor, status: "draft" })).toBe("error");
    expect(severityOf({ ...floor, finding: { ...finding, atLeast: "info" } })).toBe("warning");
  });

  it("strict: raises warnings after every cap, information stays", () => {
    expect(severityOf({ ...base, status: "draft", strict: true })).toBe("error");
    expect(severityOf({ ...base, configured: "info", strict: true })).toBe("info");
  });
});

describe("severity names", () => {
  it("off: is no severity of a report", () => {
    expect(reportSeverity("off")).toBeNull();
  });

  it("names translate both ways", () => {
    for (const severity of ["error", "warning", "info"] as const)
      expect(reportSeverity(configSeverity(severity))).toBe(severity);
  });
});
