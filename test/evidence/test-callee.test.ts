import { describe, expect, it } from "vitest";
import { callee, isHook, readCallee } from "../../src/evidence/test-callee.ts";
import { lastExpression, parseSource } from "../support/parse-source.ts";

const names = new Map([
  ["it", callee("case")],
  ["test", callee("case")],
  ["describe", callee("suite")],
  ["t", callee("namespace")],
]);

const read = (text: string) => readCallee(lastExpression(parseSource(text)), names);

describe("readCallee", () => {
  it("chains: modifiers add up along a chain", () => {
    expect(read("it.concurrent.fails")).toEqual(callee("case"));
    expect(read("describe.skip.only")).toEqual(callee("suite", { state: "skip", only: true }));
    expect(read("test.describe.parallel.fixme")).toEqual(callee("suite", { state: "skip" }));
    expect(read("t.test")).toEqual(callee("case"));
  });

  it("factories: a factory makes nothing until it is called", () => {
    expect(read("it.each")?.factory).toBe("table");
    expect(read("it.each([1])")).toEqual(callee("case"));
    expect(read("it.each`a|b`")).toEqual(callee("case"));
    expect(read("it.skipIf(true)")).toEqual(callee("case", { state: "skip" }));
    expect(read("it.runIf(false)")).toEqual(callee("case", { state: "skip" }));
    expect(read("it.skipIf(windows)")).toEqual(callee("case"));
  });

  it("conditional: a choice of two counts as the one that runs", () => {
    expect(read("(on ? it : it.skip)")).toEqual(callee("case"));
    expect(read("(on ? it.skip : it)")).toEqual(callee("case"));
    expect(read("(on ? it.skip : it.todo)")?.state).not.toBe("active");
  });

  it("hooks: hooks and settings make no tests", () => {
    expect(read("test.beforeEach")).toBeNull();
    expect(read("test.describe.configure")).toBeNull();
    expect(isHook(lastExpression(parseSource("afterAll")))).toBe(true);
    expect(isHook(lastExpression(parseSource("it")))).toBe(false);
  });

  it("foreign: other functions are none, unknown members are custom", () => {
    expect(read("/a/.test")).toBeNull();
    expect(read("run()")).toBeNull();
    expect(read("it.effect")?.custom).toBe(true);
  });
});
