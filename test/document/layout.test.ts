import { describe, expect, it } from "vitest";
import { layoutOf } from "../../src/document/layout.ts";
import { splitLines } from "../../src/document/lines.ts";

const layout = (text: string) => layoutOf(splitLines(text));

describe("layoutOf", () => {
  it("finds fences, status and Notes", () => {
    expect(layout("---\na: 1\nstatus: draft\n---\n\n## Notes\n")).toEqual({
      close: 3,
      status: 2,
      notes: 5,
      problems: [],
    });
  });

  it("no-frontmatter: a first line that is not exactly the fence is a missing frontmatter", () => {
    for (const text of ["", "# A\n", " ---\na: 1\n---\n", "----\na: 1\n---\n"]) {
      expect(layout(text)).toMatchObject({
        close: null,
        status: null,
        problems: [{ rule: "document/frontmatter", voidsDigest: true }],
      });
    }
  });

  it("open-frontmatter: a frontmatter without a closing fence is an error", () => {
    expect(layout("---\na: 1\n")).toMatchObject({
      close: null,
      problems: [{ message: expect.stringMatching(/^Missing end/u) }],
    });
  });

  it("loose-fence: white space behind a fence is an error, but the fence is meant", () => {
    expect(layout("--- \na: 1\n---\n")).toMatchObject({ close: 2, problems: [{ range: { start: 0, end: 4 } }] });
    expect(layout("---\na: 1\n---\t\n# A\n---\n")).toMatchObject({
      close: 2,
      problems: [{ range: { start: 9, end: 13 } }],
    });
  });

  it("document-marker: a line between the fences that begins so is an error", () => {
    for (const marker of ["...", "... x", "--- x", "----"]) {
      expect(layout(`---\na: 1\n${marker}\n---\n`)).toMatchObject({ close: 3, problems: [{ range: { start: 9 } }] });
    }
  });

  it("first-status: the first line that begins so counts", () => {
    expect(layout("---\na: |\nstatus: x\nstatus: draft\n---\nstatus: y\n").status).toBe(2);
    expect(layout("---\n status: x\n---\n").status).toBeNull();
  });

  it("last-notes: the last line that is exactly so counts, in the body only", () => {
    expect(layout("---\n## Notes\n---\n## Notes\n## Notes\n## Notes \n").notes).toBe(4);
    expect(layout("---\n## Notes\n---\n").notes).toBeNull();
  });
});
