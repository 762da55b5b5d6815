import { describe, expect, it } from "vitest";
import { placeholders } from "../../src/document/placeholder.ts";
import { bodyOf, factsOf, slices } from "../support/document-text.ts";

function found(text: string) {
  const { root, content } = bodyOf(text);
  const problems = placeholders(root, content);
  expect(problems.every(({ rule }) => rule === "document/placeholder")).toBe(true);
  return slices(
    text,
    problems.map(({ range }) => range),
  );
}

describe("placeholders", () => {
  it("says what the author has to write", () => {
    const { root, content } = bodyOf("# T\n\nTODO(design): say why\n");
    expect(placeholders(root, content)[0]?.message).toBe(
      'Unexpected placeholder "TODO(design): say why", expected the author\'s own text',
    );
    expect(found("# {{title}}\n\n{{lead}} TODO(design)\n")).toEqual(["{{title}}", "{{lead}}", "TODO(design)"]);
  });

  it("inline-code: the marker is spoken of, not left", () => {
    expect(found("`TODO(design)` and ``{{title}}``\n")).toEqual([]);
    expect(found("`a` TODO(design) `TODO(design)` TODO(design)\n")).toHaveLength(2);
  });

  it("markdown-example: in a fence that shows Markdown it is an example", () => {
    expect(found("```md a.md\nTODO(design)\n```\n\n```markdown\n{{lead}}\n```\n")).toEqual([]);
  });

  it("other-fence: in any other fence it is left over", () => {
    expect(found("```ts\n// TODO(design): x\n```\n")).toEqual(["TODO(design)"]);
  });

  it("frontmatter: in a comment of the frontmatter it is left over", () => {
    const { problems } = factsOf("---\ntype: a # TODO(design): b\nstatus: draft\n---\n\n# T\n");
    expect(problems).toMatchObject([{ rule: "document/placeholder", range: { start: 14, end: 26 } }]);
  });

  it("unknown-variable: a variable that no template has is text", () => {
    expect(found("{{name}} {{ title }} TODO: x TODO(other)\n")).toEqual([]);
  });
});
