import { describe, expect, it } from "vitest";
import { contentOf, fileOffset, fileRange } from "../../src/document/content.ts";
import { splitLines } from "../../src/document/lines.ts";

const all = (text: string) => splitLines(text).starts.map((_, line) => line);
const content = (text: string, numbers = all(text), keep = -1) => contentOf(splitLines(text), numbers, keep);

describe("contentOf", () => {
  it("trailing-lines: empty lines at the end go, a missing line feed is added, lines of spaces stay", () => {
    expect(content("a\n\n\n").text).toBe("a\n");
    expect(content("a").text).toBe("a\n");
    expect(content("a\n\n \n\n").text).toBe("a\n\n \n");
  });

  it("closing-fence: empty lines before the line that is kept stay", () => {
    expect(content("a\n\n\n\n", undefined, 1).text).toBe("a\n\n");
  });

  it("no-lines: content of no lines is one line feed", () => {
    const empty = content("");
    expect([empty.text, fileOffset(empty, 1), fileRange(empty, 0, 1)]).toEqual(["\n", 0, { start: 0, end: 0 }]);
  });
});

describe("fileOffset", () => {
  it("after-a-cut: offsets behind lines that were cut out lead to their own place", () => {
    const text = "aa\ncut\nbb\n";
    const cut = content(text, [0, 2]);
    expect(cut.text).toBe("aa\nbb\n");
    expect(text.slice(fileOffset(cut, 3), fileOffset(cut, 5))).toBe("bb");
  });

  it("carriage-returns: offsets in lines that end in CRLF lead to their own place", () => {
    const text = "a\r\nbc\r\nd";
    const found = content(text);
    expect(found.text).toBe("a\nbc\nd\n");
    expect([0, 2, 3, 5, 6, 7].map((offset) => fileOffset(found, offset))).toEqual([0, 3, 4, 7, 8, 8]);
  });
});

describe("fileRange", () => {
  it("range-before-a-cut: a range that ends where lines were cut out does not reach over them", () => {
    expect(fileRange(content("aa\ncut\nbb\n", [0, 2]), 0, 3)).toEqual({ start: 0, end: 3 });
    expect(fileRange(content("aa\ncut\nbb\n", [0, 2]), 3, 3)).toEqual({ start: 7, end: 7 });
  });
});
