import { describe, expect, it } from "vitest";
import { maxYamlDepth, yamlTokens } from "../../src/document/yaml-tokens.ts";

const found = (text: string) => yamlTokens(text).refusals.map(({ range }) => text.slice(range.start, range.end));

describe("yamlTokens", () => {
  it("anchors-and-aliases: anchors, aliases and tags are refused at their place", () => {
    expect(found("a: &x 1\nb: *x\nc: !t y\nd: !!str 1\n")).toEqual(["&x", "*x", "!t", "!!str"]);
  });

  it("explicit-key: it is refused", () => {
    expect(found("a: 1\n? b\n: c\n")).toEqual(["?"]);
  });

  it("directive: it is refused", () => {
    expect(found("%YAML 1.2\na: 1\n")).toEqual(["%YAML 1.2"]);
  });

  it("deep-flow: collections nested too deep are not parsed at all", () => {
    expect(yamlTokens(`a: ${"[".repeat(maxYamlDepth)}`).tooDeep).toBe(false);
    for (const mark of ["[", "{", "[{"]) expect(yamlTokens(`a: ${mark.repeat(60_000)}`).tooDeep).toBe(true);
  });

  it("deep-line: lists opened on one line too deep are not parsed at all", () => {
    expect(yamlTokens(`a:\n  ${"- ".repeat(maxYamlDepth)}`).tooDeep).toBe(false);
    expect(yamlTokens("- ".repeat(30_000)).tooDeep).toBe(true);
    expect(yamlTokens("- a\n".repeat(1_000)).tooDeep).toBe(false);
  });

  it("words: each message is a sentence", () => {
    const messages = (text: string) => yamlTokens(text).refusals.map(({ message }) => message);
    expect(messages("%YAML 1.2\na: &x 1\nb: *x\n? c\n: !t y\n---\n")).toEqual([
      "Unexpected directive, expected plain YAML",
      "Unexpected anchor, expected plain YAML",
      "Unexpected alias, expected plain YAML",
      "Unexpected explicit key (`?`), expected plain YAML",
      "Unexpected tag, expected plain YAML",
      "Unexpected document marker, expected plain YAML",
    ]);
  });

  it("inside-text: the same characters inside of text and comments are text", () => {
    expect(found("a: 'b &c *d !e'\nf: g & h\n# &x\ni: |\n  &y\n  ? z\n")).toEqual([]);
  });
});
