import { expect, it } from "vitest";
import { isDrift, isMendable } from "../../src/interface/mendable.ts";
import type { InterfaceFinding, InterfaceRule } from "../../src/interface/verdict.ts";

const finding = (rule: InterfaceRule, information?: true): InterfaceFinding => ({
  rule,
  message: "m",
  mend: "do",
  export: "a",
  ...(information === undefined ? {} : { information }),
});
const mendable = (...findings: readonly InterfaceFinding[]): boolean =>
  isMendable({ findings, compared: 1, consulted: [] });

it("rules: changes, spellings, undeclared exports and unknown names may be mended, nothing else", () => {
  expect(mendable()).toBe(false);
  expect(mendable(finding("interface/undecided"), finding("interface/missing-export"))).toBe(false);
  expect(mendable(finding("interface/unparseable"))).toBe(false);
  for (const rule of ["changed", "spelling", "undeclared-export", "unknown-name"] as const)
    expect(mendable(finding("interface/undecided"), finding(`interface/${rule}`))).toBe(true);
});

it("information: what both sides allow alike is no drift", () => {
  expect(isDrift(finding("interface/changed", true))).toBe(false);
  expect(isDrift(finding("interface/changed"))).toBe(true);
  expect(mendable(finding("interface/changed", true))).toBe(false);
});
