import { describe, expect, it } from "vitest";
import { honoursOnly, testNamesOf } from "../../src/evidence/test-names.ts";
import { parseSource } from "../support/parse-source.ts";

const role = (text: string, name: string) => testNamesOf(parseSource(text)).get(name)?.role;

describe("testNamesOf", () => {
  it("globals: the global names are known without an import", () => {
    const names = testNamesOf(parseSource(""));
    expect(names.get("specify")?.role).toBe("case");
    expect(names.get("xdescribe")).toMatchObject({ role: "suite", state: "skip" });
    expect(names.get("fit")?.only).toBe(true);
  });

  it("renamed: renamed and whole imports of frameworks are followed", () => {
    expect(role(`import { suite as group } from "node:test"`, "group")).toBe("suite");
    expect(role(`import check from "node:test"`, "check")).toBe("case");
    expect(role(`import * as v from "vitest"`, "v")).toBe("namespace");
    expect(role(`const { it: spec } = require("mocha")`, "spec")).toBe("case");
    expect(role(`import { suite as group } from "./mine"`, "group")).toBeUndefined();
  });

  it("derived: constants made from a test function are test functions", () => {
    expect(role(`const fixture = test.extend({ a: 1 })`, "fixture")).toBe("case");
    expect(testNamesOf(parseSource(`const off = describe.skip`)).get("off")?.state).toBe("skip");
    expect(role(`const other = make()`, "other")).toBeUndefined();
  });
});

it("focus-by-flag: node:test and bun focus only with a flag", () => {
  expect(honoursOnly(parseSource(`import test from "node:test"`))).toBe(false);
  expect(honoursOnly(parseSource(`import { it } from "vitest"`))).toBe(true);
});
