import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compilePattern } from "../../src/workspace/pattern.ts";
import { cpuTime } from "../support/cpu-time.ts";

describe("match", () => {
  it("path-spans-segments: {path} takes one or more whole segments, any other name exactly one", () => {
    const pattern = compilePattern("packages/{package}/src/{path}.ts", "");
    expect(pattern.match("packages/core/src/a/b.ts")).toEqual({ path: "a/b", package: "core" });
    expect(pattern.match("packages/core/deep/src/a.ts")).toBeNull();
    expect(pattern.match("packages/core/src/.ts")).toBeNull();
    expect(pattern.match("packages/core/src/a/.ts")).toBeNull();
    expect(pattern.match("xpackages/core/src/a.ts")).toBeNull();
  });

  it("literal-characters: what means something in a regular expression is plain text", () => {
    const pattern = compilePattern("src/(app)/[id]+/{path}.design.md", "");
    expect(pattern.match("src/(app)/[id]+/a.design.md")).toEqual({ path: "a" });
    expect(pattern.match("src/(app)/i/aXdesignXmd")).toBeNull();
    expect(compilePattern("a{b/{path}.ts", "").match("a{b/c.ts")).toEqual({ path: "c" });
  });

  it("optional-folder: {dir} and the slash after it go where the path is one segment", () => {
    const pattern = compilePattern("src/{dir}/__tests__/{base}.test.ts", "");
    expect(pattern.match("src/a/b/__tests__/c.test.ts")).toEqual({ path: "a/b/c" });
    expect(pattern.match("src/__tests__/c.test.ts")).toEqual({ path: "c" });
    expect(pattern.render({ path: "c" })).toEqual(["src/__tests__/c.test.ts"]);
    expect(pattern.render({ path: "a/b/c" })).toEqual(["src/a/b/__tests__/c.test.ts"]);
  });

  it("repeated-name: a placeholder that stands twice has one value", () => {
    const folders = compilePattern("src/{dir}/{base}/{base}.tsx", "");
    expect(folders.match("src/ui/Button/Button.tsx")).toEqual({ path: "ui/Button" });
    expect(folders.match("src/Button/Button.tsx")).toEqual({ path: "Button" });
    expect(folders.match("src/Button/Link.tsx")).toBeNull();
    const both = compilePattern("src/{path}/{base}.tsx", "");
    expect(both.match("src/ui/Button/Button.tsx")).toEqual({ path: "ui/Button" });
    expect(both.match("src/ui/Button/Link.tsx")).toBeNull();
  });

  it("base-folder: a pattern of a nested config is relative to its folder", () => {
    const pattern = compilePattern("src/{path}.ts", "packages/core");
    expect(pattern.match("packages/core/src/a.ts")).toEqual({ path: "a" });
    expect(pattern.match("src/a.ts")).toBeNull();
    expect(pattern.folder).toBe("packages/core/src");
  });
});

describe("render", () => {
  it("alternatives-in-order: every combination, the first alternatives first", () => {
    const pattern = compilePattern("test/{path}.{test,spec}.{ts,tsx}", "");
    expect(pattern.render({ path: "a" })).toEqual([
      "test/a.test.ts",
      "test/a.test.tsx",
      "test/a.spec.ts",
      "test/a.spec.tsx",
    ]);
  });

  it("missing-value: without a value for a placeholder there is no path", () => {
    expect(compilePattern("packages/{package}/{path}.ts", "").render({ path: "a" })).toEqual([]);
    expect(compilePattern("packages/{toString}/{path}.ts", "").render({ path: "a" })).toEqual([]);
  });

  it("many-alternatives: a hostile pattern does not fill the memory", () => {
    expect(compilePattern(`${"{a,b}".repeat(40)}{path}`, "").render({ path: "a" })).toHaveLength(512);
  });
});

describe("isUnderRoot", () => {
  it("root-before-path: other placeholders stand for one segment, whatever the rest of the path", () => {
    const pattern = compilePattern("packages/{package}/src/{path}.ts", "");
    expect(pattern.isUnderRoot("packages/core/src/a.mjs")).toBe(true);
    expect(pattern.isUnderRoot("packages/core/other/src/a.ts")).toBe(false);
    expect(compilePattern("{path}.ts", "").isUnderRoot("anything.js")).toBe(true);
    expect(compilePattern("src/{dir}/{base}.ts", "").isUnderRoot("src/a.ts")).toBe(true);
  });

  it("no-path: a pattern without {path} has only its own files for a root", () => {
    const pattern = compilePattern("main.{ts,js}", "app");
    expect(pattern.isUnderRoot("app/main.js")).toBe(true);
    expect(pattern.isUnderRoot("app/other.js")).toBe(false);
  });
});

const segment = fc.stringMatching(/^[a-z.()+$[\]^]{1,6}$/u).filter((text) => text !== "." && text !== "..");
const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((segments) => segments.join("/"));
const patterns = fc.constantFrom(
  "src/{path}.ts",
  "src/{path}.{ts,tsx}",
  "packages/{package}/src/{path}.{test,spec}.ts",
  "{package}/src/{dir}/__tests__/{base}.ts",
  "src/{path}/{base}.ts",
  "src/{dir}/{base}/{package}.ts",
);

describe("round trip", () => {
  it("matches whatever it renders, with the same values", () => {
    fc.assert(
      fc.property(patterns, path, segment, fc.constantFrom("", "apps/web"), (text, value, name, base) => {
        const pattern = compilePattern(text, base);
        const placeholders = { path: value, ...(pattern.names.length === 0 ? {} : { package: name }) };
        for (const rendered of pattern.render(placeholders)) {
          const found = pattern.match(rendered);
          expect(found).not.toBeNull();
          expect(pattern.render(found ?? {})).toContain(rendered);
          expect(pattern.isUnderRoot(rendered)).toBe(true);
        }
      }),
    );
  });

  it("takes no longer than linear time for a long path", () => {
    const pattern = compilePattern("src/{dir}/__tests__/{base}.{test,spec}.ts", "");
    const started = cpuTime();
    expect(pattern.match(`src/${"a/".repeat(50_000)}b.tes`)).toBeNull();
    expect(cpuTime() - started).toBeLessThan(3000);
  });
});
