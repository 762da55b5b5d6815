import { describe, expect, it } from "vitest";
import { concise } from "../../src/report/concise.ts";
import { context, diagnostic, hostile, rawHostile, report } from "../support/sample-report.ts";

describe("concise", () => {
  it("prints path, place, severity, rule and message", () => {
    expect(concise(report([diagnostic()]), context()).split("\n")[0]).toBe(
      "docs/design/a.md:2:3: error interface/changed Unexpected number, expected string",
    );
  });

  it("clean: a run without findings prints one line", () => {
    expect(concise(report(), context())).toBe("3 sources: 2 designed, 1 barrel; no problems\n");
  });

  it("one-line-each: line feeds of the repository begin no line", () => {
    const text = concise(report([diagnostic({ path: `a\nb${hostile}`, message: `x\ny${hostile}` })]), context());
    expect(text.trimEnd().split("\n")).toHaveLength(2);
    expect(text).not.toMatch(rawHostile);
  });

  it("could-not-judge: the error stands on its own line", () => {
    const text = concise({ ...report(), error: { code: "unreadable", message: "no such file" } }, context());
    expect(text).toContain("error unreadable no such file\n");
    expect(text).toContain("not everything could be judged");
  });
});
