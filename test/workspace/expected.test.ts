import { describe, expect, it } from "vitest";
import { compileSettings } from "../../src/workspace/compiled-settings.ts";
import { expectedPaths } from "../../src/workspace/expected.ts";
import type { Component } from "../../src/workspace/workspace.ts";
import { settingsWith } from "../support/config.ts";

type Files = Pick<Component, "sources" | "documents" | "tests">;

function expectedOf(files: { source?: string; design?: string; test?: string }): Component["expected"] {
  const [entry] = compileSettings(settingsWith()).entries;
  if (entry === undefined) throw new Error("the default layout has an entry");
  const at = (path: string | undefined) => (path === undefined ? [] : [{ path }]);
  const parts = { sources: at(files.source), documents: at(files.design), tests: at(files.test) };
  return expectedPaths({ id: "a", entry, placeholders: { path: "a" } }, parts as unknown as Files);
}

describe("expectedPaths", () => {
  it("first-alternative: what is missing is expected where the first alternatives say", () => {
    expect(expectedOf({})).toEqual({ source: "src/a.ts", design: "docs/design/a.md", test: "test/a.test.ts" });
  });

  it("extension-of-source: the test is expected with the extension of the source", () => {
    expect(expectedOf({ source: "src/a.tsx" }).test).toBe("test/a.test.tsx");
  });

  it("standing-files: what exists is where it is", () => {
    expect(expectedOf({ source: "src/a.mts", design: "docs/design/A.md", test: "test/a.spec.js" })).toEqual({
      source: "src/a.mts",
      design: "docs/design/A.md",
      test: "test/a.spec.js",
    });
  });
});
