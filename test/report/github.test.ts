import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { github } from "../../src/report/github.ts";
import { context, diagnostic, rawHostile, report } from "../support/sample-report.ts";

const lines = (text: string) => text.trimEnd().split("\n");

describe("github", () => {
  it("prints a workflow command with place, rule and cure", () => {
    const fix = { title: "Write string", safety: "safe", by: "tool" } as const;
    expect(lines(github(report([diagnostic({ fix })]), context()))[0]).toBe(
      "::error file=docs/design/a.md,line=2,endLine=2,col=3,endColumn=6,title=interface/changed::Unexpected number, expected string%0ATo mend: Write string",
    );
  });

  it("more-than-ten: ten of a kind, errors first, and the rest is counted", () => {
    const severities = ["warning", "error", "info"] as const;
    const many = severities.flatMap((severity) => Array.from({ length: 12 }, () => diagnostic({ severity })));
    const printed = lines(github(report(many), context()));
    expect(printed.filter((line) => line.startsWith("::error "))).toHaveLength(10);
    expect(printed.filter((line) => line.startsWith("::warning "))).toHaveLength(10);
    expect(printed.filter((line) => line.startsWith("::notice "))).toHaveLength(10);
    expect(printed[0]).toMatch(/^::error /u);
    expect(printed.join("\n")).toContain("2 of 12 error findings, 2 of 12 warning findings, 2 of 12 info findings");
  });

  it("forged-command: no text of the repository begins a line or holds an old command", () => {
    const evil = "a\n::error::b\r\n##[error]c";
    const notices = [{ code: "n", message: evil }];
    const printed = lines(github({ ...report([diagnostic({ path: evil, message: evil })]), notices }, context()));
    expect(printed).toHaveLength(3);
    expect(printed.filter((line) => line.startsWith("::"))).toHaveLength(1);
    expect(printed.slice(1).join("\n")).not.toContain("##[");
  });

  it("property-characters: each is escaped where it has a meaning", () => {
    const text = github(report([diagnostic({ path: "a%:,\r\n", message: "b%:,\r\n" })]), context());
    expect(text).toContain("file=a%25%3A%2C%0D%0A,line");
    expect(text).toContain("::b%25:,%0D%0A\n");
  });

  it("several-lines: no columns for a range over several lines", () => {
    const range = { start: { line: 2, column: 3 }, end: { line: 4, column: 1 } };
    expect(github(report([diagnostic({ range })]), context())).toContain("line=2,endLine=4,title=");
  });

  it("could-not-judge: the error is the first of the ten", () => {
    const many = Array.from({ length: 12 }, () => diagnostic());
    const error = { code: "x", message: "no config", path: ".designrc.json", hint: "run init" };
    const printed = lines(github({ ...report(many), error }, context()));
    expect(printed[0]).toBe("::error file=.designrc.json,title=could not judge::no config%0Arun init");
    expect(printed.filter((line) => line.startsWith("::error "))).toHaveLength(10);
  });

  it("prints one line a finding, whatever the texts are", () => {
    const any = fc.string({ unit: "binary" });
    fc.assert(
      fc.property(any, any, (path, message) => {
        const text = github(report([diagnostic({ path, message })]), context());
        expect(text.split(/[\n\r\u{2028}\u{2029}]/u)).toHaveLength(3);
        expect(text).not.toMatch(rawHostile);
      }),
    );
  });
});
