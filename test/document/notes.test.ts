import { describe, expect, it } from "vitest";
import { documentFacts } from "../../src/document/facts.ts";
import { frontmatterOf } from "../../src/document/frontmatter.ts";
import { layoutOf } from "../../src/document/layout.ts";
import { splitLines } from "../../src/document/lines.ts";
import { markdownTree } from "../../src/document/markdown.ts";
import { notesOf } from "../../src/document/notes.ts";
import { bodyOf, factsOfBody, slices } from "../support/document-text.ts";

const head = "---\nstatus: draft\n---\n";

function found(body: string) {
  const problems = factsOfBody(body).problems.filter(({ rule }) => rule === "document/notes");
  expect(problems.every(({ voidsDigest }) => voidsDigest)).toBe(true);
  return slices(
    head + body,
    problems.map(({ range }) => range),
  );
}

describe("notesOf", () => {
  it("no-notes: a document without Notes has nothing to report", () => {
    const lines = splitLines("# T\n");
    const parsers = { tree: markdownTree, frontmatter: frontmatterOf };
    expect(notesOf({ lines, layout: layoutOf(lines), ...bodyOf("# T\n"), parsers })).toEqual({
      text: null,
      root: null,
      problems: [],
    });
  });

  it("no-heading: a Notes line in a fence, comment or HTML block is reported", () => {
    for (const open of ["```md", "~~~", "<!--", "<div>", "<script>", "- a\n\n      b\n\n```x", "> q\n\n```"]) {
      expect([open, found(`# T\n\n${open}\n## Notes\n`)]).toEqual([open, ["## Notes"]]);
    }
    for (const closed of [
      "text",
      "- item",
      "> quote",
      "```\ncode\n```",
      "<!-- x -->",
      "<div>\n",
      "| a |\n|---|",
      "[a]: b",
      "- a\n\n  ```\n  open in the item",
    ]) {
      expect([closed, found(`# T\n\n${closed}\n## Notes\n`)]).toEqual([closed, []]);
    }
    expect(found("## Notes\n")).toEqual([]);
  });

  it("second-line: a Notes line above the last one is reported", () => {
    expect(found("# T\n\n## Notes\n\na\n\n## Notes\n")).toEqual(["## Notes"]);
    expect(found("# T\n\n```\n## Notes\n```\n\n## Notes\n")).toEqual(["## Notes"]);
    expect(found("# T\n\n## Notes\n\n```\n## Notes\n```\n")).toHaveLength(2);
  });

  it("heading-below: headings of level 1 and 2 below the line are reported, in any spelling", () => {
    for (const heading of [
      "# A",
      "## A",
      "## A ##",
      "   ## A",
      "A\n=",
      "A\n---",
      "> ## A",
      "- # A",
      "<h2>A</h2>",
      "<H1 class='x'>A</H1>",
      "##\tA",
      "##",
    ]) {
      expect([heading, found(`# T\n\n## Notes\n\n${heading}\n`).length]).toEqual([heading, 1]);
    }
  });

  it("fenced-heading: lines with # in a fence are text, deeper headings are welcome", () => {
    expect(found("# T\n\n## Notes\n\n```sh\n# a\n## b\n```\n\n### C\n\n#d\n\n    # e\n")).toEqual([]);
  });

  it("other-spelling: a level-2 heading that only looks like Notes is reported", () => {
    for (const heading of [
      "## notes",
      "##  Notes",
      "## Notes ##",
      "Notes\n---",
      " ## Notes",
      "## **Notes**",
      "## &#78;otes",
      "## Notes:",
      "## Notes\u200b",
    ]) {
      expect([heading, found(`# T\n\n${heading}\n`).length]).toEqual([heading, 1]);
    }
    expect(found("# Notes\n\n## Notes on x\n\n### Notes\n")).toEqual([]);
  });

  it("hostile-notes: Notes that take too long to parse are reported", () => {
    expect(found(`# T\n\n## Notes\n\n${">".repeat(10_000)}\n`)).toHaveLength(1);
  });

  it("keeps the anchors of Notes, and nothing else of them", () => {
    const text = `${head}# T\n\n## Notes\n\n[a](b.md) TODO(design)\n\n### Sub\n\n- \`x\`\n`;
    const facts = documentFacts(new TextEncoder().encode(text));
    expect(facts.anchors).toEqual(["t", "notes", "sub"]);
    expect([facts.links, facts.problems, facts.model.sections]).toEqual([[], [], {}]);
  });
});
