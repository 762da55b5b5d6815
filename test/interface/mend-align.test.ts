import fc from "fast-check";
import { expect, it } from "vitest";
import { align } from "../../src/interface/mend-align.ts";

const steps = (left: string, right: string): string =>
  align([...left], [...right], (a, b) => a === b)
    .map((step) => {
      if (step.kind === "keep") return step.left;
      if (step.kind === "replace") return `${step.left}>${step.right}`;
      return step.kind === "remove" ? `-${step.left}` : `+${step.right}`;
    })
    .join(" ");

it("common: what is the same on both sides is kept, what lies between is replaced one by one", () => {
  expect(steps("abc", "axc")).toBe("a b>x c");
  expect(steps("abcd", "bd")).toBe("-a b -c d");
});

it("lengths: what is left over is removed or added", () => {
  expect(steps("a", "ab")).toBe("a +b");
  expect(steps("", "ab")).toBe("+a +b");
  expect(steps("abx", "cx")).toBe("a>c -b x");
});

it("rebuilds: the steps rebuild the right list and use up the left one", () => {
  const letters = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 12 });
  fc.assert(
    fc.property(letters, letters, (left, right) => {
      const found = align(left, right, (a, b) => a === b);
      expect(found.flatMap((step) => (step.kind === "add" ? [] : [step.left]))).toEqual(left);
      expect(found.flatMap((step) => (step.kind === "remove" ? [] : [step.right]))).toEqual(right);
      expect(found.every((step) => step.kind !== "keep" || step.left === step.right)).toBe(true);
    }),
  );
});

it("large: lists too long for a table are exchanged one by one", () => {
  const long = Array.from({ length: 600 }, (_, index) => index);
  const found = align(long, long, () => {
    throw new Error("compared");
  });
  expect(found.every(({ kind }) => kind === "replace")).toBe(true);
  expect(found).toHaveLength(600);
});
