import fc from "fast-check";
import { expect, it } from "vitest";
import { pointerSteps, pointerTo } from "../../src/schema/pointer.ts";

it("reads steps and writes them", () => {
  expect(pointerSteps("")).toEqual([]);
  expect(pointerSteps("/rules/structure~1missing-test/0")).toEqual(["rules", "structure/missing-test", "0"]);
  expect(pointerTo("/rules", "structure/missing-test")).toBe("/rules/structure~1missing-test");
});

it("escapes: `~` and `/` in a key survive, also as `~1` spelt out", () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (steps) => {
      expect(pointerSteps(steps.reduce((pointer, step) => pointerTo(pointer, step), ""))).toEqual(steps);
    }),
  );
  expect(pointerSteps(pointerTo("", "~1"))).toEqual(["~1"]);
});
