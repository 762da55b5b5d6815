import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pretty } from "../../src/report/pretty.ts";
import { context, diagnostic, hostile, rawHostile, report } from "../support/sample-report.ts";

const region = { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };
const full = diagnostic({
  related: [{ path: "src/a.ts", range: region, message: "declared here" }],
  fix: { title: "Write string in the Interface block", safety: "safe", by: "tool" },
});
const files = { "docs/design/a.md": "# A\nab cde f\nlast\n" };

describe("pretty", () => {
  it("shows place, code, cure and related places, then the numbers", () => {
    const text = pretty(report([full], { fixable: 1, undecided: 2 }), context({ files }));
    expect(text).toBe(
      [
        "docs/design/a.md",
        "  2:3  error  Unexpected number, expected string  interface/changed",
        "      1 | # A",
        "    > 2 | ab cde f",
        "        |   ^^^",
        "      3 | last",
        "    to mend: Write string in the Interface block (`design-lint --fix` does it)",
        "    see src/a.ts:1:1  declared here",
        "",
        "3 sources: 2 designed, 1 barrel",
        "1 problem (1 error, 0 warnings), 1 fixable with `design-lint --fix`, 2 exports undecided",
        "",
      ].join("\n"),
    );
  });

  it("names each file once", () => {
    const text = pretty(report([full, full, diagnostic({ path: "b.md" })]), context({ files }));
    expect(text.match(/^docs\/design\/a\.md$/gmu)).toHaveLength(1);
    expect(text).toContain("\nb.md\n");
  });

  it("clean: a single line with the denominator", () => {
    expect(pretty(report(), context())).toBe("3 sources: 2 designed, 1 barrel; no problems\n");
  });

  it("only-infos: infos alone are not called clean", () => {
    const text = pretty(report([diagnostic({ severity: "info" })]), context());
    expect(text).toContain("0 problems (0 errors, 0 warnings, 1 info)");
    expect(text).not.toContain("no problems");
  });

  it("quiet: warnings that are not shown are still counted", () => {
    const text = pretty({ ...report([], { warnings: 2 }) }, context());
    expect(text).not.toContain("no problems");
    expect(text).toContain("2 problems (0 errors, 2 warnings)");
  });

  it("unreadable-text: a finding without text is shown without code", () => {
    expect(pretty(report([diagnostic()]), context())).not.toContain("|");
  });

  it("hostile-text: no control character reaches the terminal", () => {
    const evil = diagnostic({
      path: `p${hostile}`,
      message: `m${hostile}`,
      fix: { title: `t${hostile}`, safety: "safe", by: "human" },
      related: [{ path: `r${hostile}`, range: region, message: `q${hostile}` }],
    });
    const error = { code: "x", message: hostile, path: hostile, hint: hostile };
    const notices = [{ code: "n", message: hostile }];
    const text = pretty({ ...report([evil]), notices, error }, context({ text: () => `${hostile}\n${hostile}` }));
    expect(text).not.toMatch(rawHostile);
  });

  it("marks whole letters: a region that begins inside a surrogate pair is shown", () => {
    const region = { start: { line: 2, column: 3, offset: 3 }, end: { line: 2, column: 4, offset: 4 } };
    const text = pretty(report([{ ...full, range: region }]), context({ text: () => "\n\u0000\u{10000}" }));
    expect(text).toContain("\u{10000}");
  });

  it("leaves no control character of any message or code", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (message, code) => {
        const text = pretty(report([diagnostic({ message })]), context({ text: () => code }));
        expect(text).not.toMatch(rawHostile);
      }),
    );
  });

  it("narrow-terminal: nothing is wider than the terminal where words allow it", () => {
    const message = "Unexpected word after word after word after word, expected another word and another";
    const code = "x".repeat(300);
    const text = pretty(report([{ ...full, message }]), context({ text: () => `${code}\n${code}`, columns: 50 }));
    expect(
      Math.max(
        ...text
          .split("\n")
          .slice(0, -4)
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(50);
    expect(pretty(report([{ ...full, message }]), context({ columns: 0 }))).toContain("interface/changed");
  });

  it("no-color: escape sequences only with colour, around the same text", () => {
    const plain = pretty(report([full]), context({ files }));
    const colored = pretty(report([full]), context({ files, color: true }));
    expect(colored).not.toBe(plain);
    expect(stripVTControlCharacters(colored)).toBe(plain);
  });

  it("could-not-judge: the error stands before the numbers, with place and hint", () => {
    const error = {
      code: "config",
      message: "Unexpected key",
      path: ".designrc.json",
      range: region,
      hint: "Remove it",
    };
    expect(pretty({ ...report(), error }, context())).toMatch(
      /^could not judge: \.designrc\.json:1:1: Unexpected key\n {4}Remove it\n3 sources.*\n0 problems/u,
    );
  });

  it("unsafe-fix: only --unsafe is said to do it, and a person's cure names no flag", () => {
    const unsafe = diagnostic({ fix: { title: "Mend it", safety: "unsafe", by: "tool" } });
    expect(pretty(report([unsafe]), context())).toContain("Mend it (`design-lint --fix --unsafe` does it");
    const human = diagnostic({ fix: { title: "Mend it", safety: "safe", by: "human" } });
    expect(pretty(report([human]), context())).toContain("to mend: Mend it\n");
  });
});
