import { describe, expect, it } from "vitest";
import { decode, decodeText, maxDocumentBytes } from "../../src/document/decode.ts";
import { applySplices } from "../../src/edit.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const messages = (text: string) => decode(bytesOf(text)).problems.map(({ message }) => message);

describe("decode", () => {
  it("first-bad-byte: bytes that are no UTF-8 are reported once, at the first of them", () => {
    const bad: readonly (readonly number[])[] = [
      [0x80],
      [0xc0, 0xaf],
      [0xc3],
      [0xe0, 0x9f, 0x80],
      [0xed, 0xa0, 0x80],
      [0xe2, 0x82],
      [0xf0, 0x8f, 0x80, 0x80],
      [0xf4, 0x90, 0x80, 0x80],
      [0xf5, 0x80, 0x80, 0x80],
      [0xff],
      [0xe2, 0x28, 0xa1],
    ];
    for (const sequence of bad) {
      const { problems, text } = decode(Uint8Array.from([...bytesOf("é😀"), ...sequence, 0x61, 0xff]));
      expect(problems).toMatchObject([{ rule: "document/encoding", range: { start: 3, end: 4 }, voidsDigest: true }]);
      expect(text.startsWith("é😀\ufffd")).toBe(true);
    }
    expect(messages("aé€😀\ud7ff\ue000\u{10ffff}")).toEqual([]);
  });

  it("byte-order-mark: it is reported with the edit that takes it out", () => {
    const { problems, text } = decode(bytesOf("\ufeff---\n"));
    expect(problems).toHaveLength(1);
    expect(applySplices(text, problems[0]?.splices ?? [])).toBe("---\n");
  });

  it("bare-carriage-return: without a line feed it is an error, before one it is not", () => {
    expect(messages("a\r\nb\r\n")).toEqual([]);
    expect(decode(bytesOf("a\rb\r")).problems.map(({ range }) => range.start)).toEqual([1, 3]);
  });

  it("control-characters: control and bidirectional ones are errors, tabs and line feeds are not", () => {
    expect(messages("a\tb\n")).toEqual([]);
    expect(messages("\u0000")).toEqual(["Unexpected control character U+0000"]);
    expect(messages("x\u001b[31m\u0085\u007f")).toHaveLength(3);
    for (const bidi of "\u061c\u200e\u200f\u202a\u202e\u2066\u2069")
      expect(messages(bidi)[0]).toMatch(/bidirectional/u);
  });

  it("many-problems: at most 20 are reported", () => {
    expect(messages("\u0001".repeat(500))).toHaveLength(20);
  });

  it("equal-length: the text that is safe to parse is as long as the file", () => {
    const { text, clean } = decode(bytesOf("\ufeffa\u0000b\rc\u202ed\ufeff"));
    expect(clean).toBe("\ufeffa\ufffdb\ufffdc\ufffdd\ufffd");
    expect(clean).toHaveLength(text.length);
  });
});

describe("decodeText", () => {
  it("keeps everything, a byte order mark included", () => {
    expect(decodeText(bytesOf("\ufeffa"))).toBe("\ufeffa");
    expect(maxDocumentBytes).toBe(1024 * 1024);
  });
});
