import { describe, expect, it } from "vitest";
import { findRule } from "../../src/commands/rule-lookup.ts";
import type { Rule } from "../../src/rules/rule.ts";

const rule = (id: string): Rule => ({ id, summary: "", severity: "error", adopt: false, check: () => [] });
const all = [rule("document/schema"), rule("structure/missing-test"), rule("document/path"), rule("policy/path")];

function hint(id: string): unknown {
  try {
    return findRule(all, id).id;
  } catch (error) {
    return error instanceof Error && "hint" in error ? error.hint : error;
  }
}

describe("rule lookup", () => {
  it("short-name: the last part is enough where only one rule ends so", () => {
    expect(hint("structure/missing-test")).toBe("structure/missing-test");
    expect(hint("missing-test")).toBe("structure/missing-test");
    expect(hint("path")).toMatch(/^did you mean document\/path\?/u);
  });

  it("did-you-mean: by the whole id or its last part", () => {
    expect(hint("document/shema")).toMatch(/^did you mean document\/schema\?/u);
    expect(hint("mising-test")).toMatch(/^did you mean structure\/missing-test\?/u);
    expect(hint("x/missing-test")).toMatch(/^did you mean structure\/missing-test\?/u);
  });

  it("nothing-near: the catalogue is named", () => {
    expect(hint("zzzzzz")).toBe("run `design-lint rules` for all of them");
  });
});
