import { expect, it } from "vitest";
import { isOneCompiler, typescript, wholeCompiler } from "../../src/interface/typescript.ts";

it("loaded-once: every call gives the same module, the reference version", () => {
  expect(typescript()).toBe(typescript());
  expect(typescript().version).toBe("6.0.3");
});

it("one-compiler: what is cut out and the whole are of one version", () => {
  expect(wholeCompiler()).toBe(wholeCompiler());
  expect(isOneCompiler()).toBe(true);
});
