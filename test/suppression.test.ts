import { describe, expect, it } from "vitest";
import { parseSuppression } from "../src/suppression.ts";

describe("parseSuppression", () => {
  it("reads rules and reason", () => {
    const comment = " design-lint-disable-next-line structure/missing-test, document/schema -- generated -- twice ";
    expect(parseSuppression(comment)).toEqual({
      rules: ["structure/missing-test", "document/schema"],
      reason: "generated -- twice",
    });
  });

  it("no-reason: a comment without a reason is one with an empty reason", () => {
    expect(parseSuppression("design-lint-disable-next-line a/b")).toEqual({ rules: ["a/b"], reason: "" });
    expect(parseSuppression("design-lint-disable-next-line a/b --")).toEqual({ rules: ["a/b"], reason: "" });
  });

  it("other-comment: another comment is none, also one that only mentions the directive", () => {
    expect(parseSuppression("see design-lint-disable-next-line")).toBeNull();
    expect(parseSuppression("design-lint-disable-next-lines a/b -- c")).toBeNull();
  });
});
