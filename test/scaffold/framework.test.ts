import { describe, expect, it } from "vitest";
import { detectFramework } from "../../src/scaffold/framework.ts";

const detect = (manifest: object) => detectFramework(JSON.stringify(manifest));

describe("detectFramework", () => {
  it("scripts: the test script says what runs", () => {
    expect(detect({ scripts: { test: "tsc && node --test" }, devDependencies: { vitest: "4" } })).toBe("node:test");
    expect(detect({ scripts: { "test:unit": "bun test" } })).toBe("bun");
    expect(detect({ scripts: { test: "playwright test" } })).toBe("playwright");
  });

  it("dependencies: else what is installed", () => {
    expect(detect({ scripts: { test: "make" }, devDependencies: { mocha: "11" } })).toBe("mocha");
    expect(detect({ dependencies: { "@jest/globals": "30" } })).toBe("jest");
    expect(detect({ devDependencies: { vitest: "4", "@playwright/test": "1" } })).toBe("vitest");
  });

  it("nothing-known: without a readable manifest it is node's own", () => {
    expect(
      ["{", "[]", "null", '{ "scripts": 1, "devDependencies": ["vitest"] }', undefined].map(detectFramework),
    ).toEqual(Array(5).fill("node:test"));
  });
});
