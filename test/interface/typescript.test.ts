import { expect, it } from "vitest";
import { typescript } from "../../src/interface/typescript.ts";

it("loaded-once: every call gives the same module, the reference version", () => {
  expect(typescript()).toBe(typescript());
  expect(typescript().versionMajorMinor).toBe("6.0");
});
