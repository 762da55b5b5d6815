import { describe, expect, it } from "vitest";
import { anchorsOf, linkFacts } from "../../src/document/links.ts";
import { bodyOf, slices } from "../support/document-text.ts";

function links(text: string) {
  const { root, content } = bodyOf(text);
  return linkFacts(root, content).map(({ target, range }) => [target, ...slices(text, [range])]);
}

describe("linkFacts", () => {
  it("external: links with a scheme or a host are left out", () => {
    const text =
      "[a](https://b.c) <d@e.f> www.g.h [i](mailto:j@k) [l](//m.n) [o](data:x) [p]()\n\n[q](r.md#s) [t](#u) [v](/w)\n";
    expect(links(text)).toEqual([
      ["r.md#s", "[q](r.md#s)"],
      ["#u", "[t](#u)"],
      ["/w", "[v](/w)"],
    ]);
  });

  it("definitions: definitions and images are links too", () => {
    expect(links("![a](b.png)\n\n[c]: d.md\n")).toEqual([
      ["b.png", "![a](b.png)"],
      ["d.md", "[c]: d.md"],
    ]);
  });
});

describe("anchorsOf", () => {
  const anchors = (...texts: string[]) => anchorsOf(texts.map((text) => bodyOf(text).root));

  it("repeated-heading: headings of the same text get numbered anchors", () => {
    expect(anchors("# A b\n\n## A b\n\n> ## `A` b\n\n# A b 1\n", "## Notes\n\n### A b\n")).toEqual([
      "a-b",
      "a-b-1",
      "a-b-2",
      "a-b-1-1",
      "notes",
      "a-b-3",
    ]);
  });

  it("html-id: ids and names of HTML elements are anchors", () => {
    expect(anchors('<a id="x"></a> <a name=\'y\'>\n\n<div class="z" id="w">\n')).toEqual(["x", "y", "w"]);
  });
});
