import { describe, expect, it } from "vitest";
import { checkOptions, type RawFlags } from "../../src/commands/check-flags.ts";
import { UserError } from "../../src/user-error.ts";

const ruleIds = ["structure/missing-test", "document/schema", "a/1", "a/2", "a/3", "a/4", "a/5", "a/6", "a/7"];
const read = (flags: RawFlags, paths: readonly string[] = []) => checkOptions(paths, flags, ruleIds);

function errorOf(flags: RawFlags): { message: string; hint: string | undefined } {
  try {
    read(flags);
  } catch (error) {
    if (error instanceof UserError) return { message: error.message, hint: error.hint };
    throw error;
  }
  throw new Error("no usage error");
}

describe("checkOptions", () => {
  it("defaults: the work tree, pretty to standard output, every kind of fix, nothing written", () => {
    expect(read({})).toEqual({
      paths: [],
      subject: { kind: "worktree" },
      since: null,
      fix: "no",
      fixKinds: ["scaffold", "document", "interface", "status"],
      unsafe: false,
      formats: [{ name: "pretty", file: null }],
      maxWarnings: null,
      quiet: false,
      strict: false,
      config: null,
      policyRef: null,
      rules: {},
      only: [],
      cache: true,
      stats: false,
      errorOnUnmatchedPattern: true,
    });
  });

  it("format-file: a format may name its file", () => {
    expect(read({ format: ["json=a=b.json", "concise"] }).formats).toEqual([
      { name: "json", file: "a=b.json" },
      { name: "concise", file: null },
    ]);
    expect(errorOf({ format: ["json="] }).message).toContain("Missing file name");
  });

  it("dry-run-diff: a dry run leaves standard output to its diff", () => {
    expect(checkOptions([], { fixDryRun: true }, []).formats).toEqual([]);
    expect(checkOptions([], { fixDryRun: true, format: ["json=a.json"] }, []).formats).toHaveLength(1);
    expect(() => checkOptions([], { fixDryRun: true, format: ["json"] }, [])).toThrow("--fix-dry-run prints a diff");
  });

  it("fix-or-show: --fix and --fix-dry-run are not used together", () => {
    expect(errorOf({ fix: true, fixDryRun: true }).message).toBe("--fix and --fix-dry-run cannot be used together");
  });

  it("two-on-stdout: two formats cannot share standard output", () => {
    expect(errorOf({ format: ["json", "concise"] }).message).toContain("standard output");
  });

  it("did-you-mean: an unknown value names the nearest one", () => {
    expect(errorOf({ format: ["jsn"] }).hint).toContain("`json`");
    expect(errorOf({ only: ["structure/mising-test"] }).hint).toContain("`structure/missing-test`");
    expect(errorOf({ rule: ["document/schema:eror"] }).hint).toContain("`error`");
    expect(errorOf({ fix: true, fixType: "scafold" }).hint).toContain("`scaffold`");
  });

  it("rule-flag: reads id and severity, and refuses anything else", () => {
    expect(read({ rule: ["document/schema:warn"] }).rules).toEqual({ "document/schema": "warn" });
    expect(errorOf({ rule: ["document/schema"] }).message).toContain("<id>:<severity>");
  });

  it("max-warnings: is a whole number", () => {
    expect(read({ maxWarnings: "0" }).maxWarnings).toBe(0);
    for (const text of ["-1", "1.5", "", "x", "1e3"])
      expect(errorOf({ maxWarnings: text }).message).toContain("whole number");
  });

  it("fix-and-staged: fixes are not written into the index", () => {
    expect(errorOf({ fix: true, staged: true }).hint).toContain("stage the result");
    expect(errorOf({ fixDryRun: true, tree: "HEAD" }).message).toContain("--tree");
  });

  it("exclusive: --staged goes with neither --since nor --tree, --unsafe not without --fix", () => {
    expect(errorOf({ staged: true, since: "main" }).message).toContain("--since");
    expect(errorOf({ staged: true, tree: "main" }).message).toContain("--tree");
    expect(errorOf({ unsafe: true }).message).toContain("--unsafe");
  });
});
