import { describe, expect, it } from "vitest";
import { unusedSuppressions } from "../../src/engine/unused-suppressions.ts";

const range = { start: 0, end: 5 };
const comment = (rules: readonly string[], used: readonly string[] = [], reason = "why") => ({
  path: "src/a.ts",
  suppression: { rules, reason, range, covers: range },
  used: new Set(used),
});
const known = new Set(["a/b", "c/d"]);

describe("unusedSuppressions", () => {
  it("reports what held nothing back, and not what did", () => {
    const found = unusedSuppressions([comment(["a/b"]), comment(["c/d"], ["c/d"])], known, known);
    expect(found.map(({ message }) => message)).toEqual([expect.stringContaining("`a/b`")]);
    expect(found[0]?.fix?.edits).toEqual([{ kind: "replace", path: "src/a.ts", range, text: "" }]);
  });

  it("partly-used: with several rules in the comment a person takes out the one that is not needed", () => {
    const [finding] = unusedSuppressions([comment(["a/b", "c/d"], ["c/d"])], known, known);
    expect(finding?.fix).toMatchObject({ by: "human" });
  });

  it("not-run: a rule that did not run says nothing about its suppressions", () => {
    expect(unusedSuppressions([comment(["a/b"])], new Set(["c/d"]), known)).toEqual([]);
  });

  it("unknown-rule: a rule that does not exist is reported", () => {
    expect(unusedSuppressions([comment(["a/bb"])], known, known)[0]?.message).toContain("there is no such rule");
  });

  it("no-reason: is left to suppression/no-reason", () => {
    expect(unusedSuppressions([comment(["a/b"], [], "")], known, known)).toEqual([]);
  });
});
