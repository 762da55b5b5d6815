import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeControls, escapeJson, escapeLine } from "../../src/report/escape.ts";
import { hostile, rawHostile } from "../support/sample-report.ts";

const anyText = fc.string({ unit: "binary", maxLength: 60 });

describe("escape", () => {
  it("terminal-control: ESC, C0, DEL and C1 become visible, line feed and tab stay", () => {
    expect(escapeControls("a\u{1b}[2J\u{7}\r\n\t\u{7f}\u{9b}é")).toBe("a\\u{1b}[2J\\u{7}\\u{d}\n\t\\u{7f}\\u{9b}é");
  });

  it("bidi-and-zero-width: what reverses or hides text becomes visible", () => {
    const text = "\u{202e}\u{2066}\u{200b}\u{feff}\u{e0041}\u{2028}";
    expect(escapeControls(text)).toBe("\\u{202e}\\u{2066}\\u{200b}\\u{feff}\\u{e0041}\\u{2028}");
    expect(escapeControls("\u{2065}\u{e0002}")).toBe("\\u{2065}\\u{e0002}");
  });

  it("lone-surrogate: half a pair becomes visible, a whole pair stays", () => {
    expect(escapeControls("\ud83d \u{1f600}")).toBe("\\u{d83d} \u{1f600}");
  });

  it("line-break: a line keeps no line feed and no tab", () => {
    expect(escapeLine("a\n\tb")).toBe("a\\u{a}\\u{9}b");
  });

  it("json-same-value: JSON parses to the same value and shows nothing raw", () => {
    const shown = escapeJson(JSON.stringify({ hostile }, null, 2));
    expect(shown).not.toMatch(rawHostile);
    expect(JSON.parse(shown)).toEqual({ hostile });
  });

  it("leaves no raw control character in any text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(escapeControls(text)).not.toMatch(rawHostile);
        expect(escapeLine(text)).not.toMatch(/[\n\t]/u);
        const json = escapeJson(JSON.stringify([text], null, 2));
        expect(json).not.toMatch(rawHostile);
        expect(JSON.parse(json)).toEqual([text]);
      }),
    );
  });
});
