import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkOptions } from "../../src/commands/check-flags.ts";
import { errorReport, exitCode, writeReports } from "../../src/commands/output.ts";
import type { Report } from "../../src/engine/report.ts";
import { UserError } from "../../src/user-error.ts";
import { tempFolder } from "../support/temp-git.ts";

const base = errorReport(new UserError("x", "m"), "1.0.0").report;
const { error: _, ...clean } = base;
const withCounts = (errors: number, warnings: number): Report => ({
  ...clean,
  summary: { ...clean.summary, errors, warnings },
});

describe("exitCode", () => {
  it("0 clean, 1 findings, 2 could not judge, which wins", () => {
    expect(exitCode(clean, { maxWarnings: null })).toBe(0);
    expect(exitCode(withCounts(1, 0), { maxWarnings: null })).toBe(1);
    expect(exitCode({ ...withCounts(1, 0), error: { code: "x", message: "m" } }, { maxWarnings: null })).toBe(2);
  });

  it("max-warnings: as many as allowed are fine, one more is not", () => {
    expect(exitCode(withCounts(0, 3), { maxWarnings: 3 })).toBe(0);
    expect(exitCode(withCounts(0, 4), { maxWarnings: 3 })).toBe(1);
    expect(exitCode(withCounts(0, 4), { maxWarnings: null })).toBe(0);
  });
});

describe("errorReport", () => {
  it("holds place and hint of the error", () => {
    const place = { path: "a.json", range: { start: 2, end: 3 }, text: "{\nx" };
    expect(errorReport(new UserError("config-invalid", "m", { hint: "h", place }), "1.0.0").report.error).toEqual({
      code: "config-invalid",
      message: "m",
      path: "a.json",
      range: { start: { line: 2, column: 1 }, end: { line: 2, column: 2 } },
      hint: "h",
    });
  });
});

describe("writeReports", () => {
  const diagnostic = (severity: "error" | "warning") => ({
    rule: "x/y",
    severity,
    message: severity,
    path: "a",
    range: { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } },
    related: [],
    url: "u",
  });
  const report: Report = { ...withCounts(1, 1), diagnostics: [diagnostic("error"), diagnostic("warning")] };

  async function written(flags: Parameters<typeof checkOptions>[1], env: Record<string, string> = {}) {
    const { path } = tempFolder();
    let out = "";
    const stdout = (text: string) => {
      out += text;
    };
    const io = { cwd: path, stdout, stderr: () => undefined, isTTY: false, env, color: true, columns: 80 };
    await writeReports({ report, texts: new Map() }, checkOptions([], flags, []), io);
    return { out, path };
  }

  it("several: one format to standard output and others to files, without colour there", async () => {
    const { out, path } = await written({ format: ["concise", "json=out/r.json", "pretty=out/r.txt"] });
    expect(out).toContain("x/y");
    expect(JSON.parse(readFileSync(join(path, "out/r.json"), "utf8")).summary.errors).toBe(1);
    expect(readFileSync(join(path, "out/r.txt"), "utf8")).not.toContain("\u001b");
  });

  it("quiet: leaves warnings out and keeps their count", async () => {
    const { diagnostics, summary } = JSON.parse((await written({ format: ["json"], quiet: true })).out) as Report;
    expect(diagnostics.map(({ severity }) => severity)).toEqual(["error"]);
    expect(summary.warnings).toBe(1);
  });

  it("step-summary: inside GitHub Actions the summary file gets its part", async () => {
    const folder = tempFolder();
    await written({ format: ["github"] }, { GITHUB_STEP_SUMMARY: folder.write("summary", "before\n") });
    expect(readFileSync(join(folder.path, "summary"), "utf8")).toMatch(/^before\n[\s\S]*design/u);
  });
});
