import { describe, expect, it } from "vitest";
import { globMatcher, matches, ruleSetting, scopeFor, settingsFor } from "../../src/config/settings.ts";
import { configOf } from "../support/configs.ts";

describe("scopeFor", () => {
  it("nearest: the scope of a file is that of the nearest folder with a config", async () => {
    const config = await configOf({ ".designrc.json": {}, "a/.designrc.json": {}, "a/b/.designrc.json": {} });
    const folders = ["x.ts", "a/x.ts", "a/b/x.ts", "a/b/c/x.ts", "ab/x.ts"].map(
      (path) => scopeFor(config, path).folder,
    );
    expect(folders).toEqual(["", "a", "a/b", "a/b", ""]);
    expect(settingsFor(config, "a/x.ts")).toBe(scopeFor(config, "a/x.ts").settings);
  });

  it("no-root: a config without a root scope is a bug and says so", () => {
    expect(() => scopeFor({ scopes: [], notices: [] }, "x.ts")).toThrow("no scope");
  });
});

describe("ruleSetting", () => {
  const rule = "structure/missing-test";

  it("fallback: a rule that no config names has its default", async () => {
    const settings = settingsFor(await configOf({}), "src/a.ts");
    expect(ruleSetting(settings, rule, "src/a.ts", "error")).toEqual({ severity: "error", options: {} });
    expect(ruleSetting(settings, "constructor", "src/a.ts", "warn").severity).toBe("warn");
  });

  it("later-override: the last override that covers the file wins", async () => {
    const overrides = [
      { files: ["src/legacy/**"], rules: { [rule]: "warn" } },
      { files: ["src/legacy/old/**"], rules: { [rule]: "off" } },
      { files: ["src/**"], rules: { "structure/empty-test": "off" } },
    ];
    const settings = settingsFor(await configOf({ ".designrc.json": { rules: { [rule]: "info" }, overrides } }), "");
    const severity = (path: string) => ruleSetting(settings, rule, path, "error").severity;
    expect(["src/a.ts", "src/legacy/a.ts", "src/legacy/old/a.ts"].map(severity)).toEqual(["info", "warn", "off"]);
  });

  it("kept-options: an override that names no options keeps those of the rule", async () => {
    const settings = settingsFor(
      await configOf({
        ".designrc.json": {
          rules: { "evidence/coverage": ["warn", { threshold: 0.5 }] },
          overrides: [
            { files: ["a/**"], rules: { "evidence/coverage": "error" } },
            { files: ["b/**"], rules: { "evidence/coverage": ["error", { threshold: 1 }] } },
          ],
        },
      }),
      "",
    );
    const of = (path: string) => ruleSetting(settings, "evidence/coverage", path, "off");
    expect(of("a/x.ts")).toEqual({ severity: "error", options: { threshold: 0.5 } });
    expect(of("b/x.ts")).toEqual({ severity: "error", options: { threshold: 1 } });
  });
});

describe("matches", () => {
  it("base: globs are relative to their folder and never reach out of it", () => {
    expect(matches(["src/**"], "packages/a", "packages/a/src/x.ts")).toBe(true);
    expect(matches(["src/**"], "packages/a", "src/x.ts")).toBe(false);
    expect(matches(["**"], "packages/a", "packages/ab/x.ts")).toBe(false);
  });

  it("dot-files: names that begin with a dot are matched like others", () => {
    expect(matches(["**/*.ts"], "", ".storybook/main.ts")).toBe(true);
  });

  it("no-globs: an empty list covers nothing", () => {
    expect(matches([], "", "a.ts")).toBe(false);
    expect(globMatcher(["*.ts"], "")("a/b.ts")).toBe(false);
  });
});
