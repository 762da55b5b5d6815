import { describe, expect, it } from "vitest";
import { componentsLine } from "../../src/document/components-line.ts";
import { bodyOf, slices } from "../support/document-text.ts";

function found(text: string) {
  const { root, content } = bodyOf(text);
  return slices(
    text,
    componentsLine(root, content).map(({ range }) => range),
  );
}

describe("componentsLine", () => {
  it("accepts exactly one heading", () => {
    expect(found("# T\n\n## Components\n\n- `a`\n")).toEqual([]);
  });

  it("other-spelling: a Components heading in another spelling is reported", () => {
    for (const heading of [
      "##  Components",
      "## Components ##",
      "Components\n---",
      "## components",
      "### Components",
    ]) {
      expect(found(`# T\n\n${heading}\n\n- \`a\`\n`)).toEqual([heading]);
    }
  });

  it("several: every further line is reported", () => {
    expect(found("## Components\n\n## Components\n\n## Components\n")).toHaveLength(2);
  });

  it("in-a-fence: a line that is no heading is reported", () => {
    expect(found("```\n## Components\n```\n")).toEqual(["## Components"]);
    expect(found("<!--\n## Components\n-->\n")).toEqual(["## Components"]);
  });

  it("absent: a document without such a section is left to its schema", () => {
    expect(found("# T\n\n## Other\n")).toEqual([]);
  });
});
