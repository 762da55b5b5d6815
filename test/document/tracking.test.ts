import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { DocumentFacts } from "../../src/document/document.ts";
import { documentFacts } from "../../src/document/facts.ts";
import { layoutOf } from "../../src/document/layout.ts";
import { splitLines } from "../../src/document/lines.ts";
import { statusEdit, trackingOf } from "../../src/document/tracking.ts";
import { applySplices } from "../../src/edit.ts";

const framed = (...lines: readonly string[]) => `---\n${lines.join("\n")}\n---\n\n# A\n`;
const read = (text: string) => {
  const lines = splitLines(text);
  return trackingOf(lines, layoutOf(lines));
};
const vector = readFileSync("test/fixtures/vectors/component-approved.md", "utf8");
const entry = vector.slice(vector.indexOf("  - gate"), vector.indexOf("\n---\n"));
const mended = (text: string) =>
  applySplices(
    text,
    read(text).problems.flatMap(({ splices = [] }) => splices),
  );

describe("trackingOf", () => {
  it("reads status and approvals with their places", () => {
    const { status, approvals, problems, cut } = read(vector);
    expect(problems).toEqual([]);
    expect(vector.slice(status?.range.start, status?.range.end)).toBe("implemented");
    expect(approvals?.text).toBe(`${entry}\n`);
    expect(vector.slice(approvals?.range.start, approvals?.range.end)).toBe(approvals?.text);
    expect(cut.size).toBe(entry.split("\n").length + 2);
    expect(read(vector.replaceAll("\n", "\r\n"))).toMatchObject({ problems: [], status: { value: "implemented" } });
  });

  it("unsorted-approvals: entries in another order, or twice, are an error that the edit mends", () => {
    const [early, late] = [entry.replace("00:20:00Z", "00:10:00Z"), entry];
    const block = (...entries: readonly string[]) => framed("status: draft", "approvals:", ...entries);
    for (const text of [block(late, early), block(early, late, early)]) {
      expect(read(text)).toMatchObject({ approvals: null, problems: [{ voidsDigest: true }] });
      expect(mended(text)).toBe(block(early, late));
      expect(mended(text.replaceAll("\n", "\r\n"))).toBe(block(early, late).replaceAll("\n", "\r\n"));
    }
    const broken = block(late, early.replace("gate: design", "gate: none"));
    expect(mended(broken)).toBe(broken);
  });

  it("missing-status: the edit adds a draft status", () => {
    const text = framed("type: module");
    expect(read(text)).toMatchObject({ status: null, problems: [{ rule: "document/frontmatter", voidsDigest: true }] });
    expect(mended(text)).toBe(framed("type: module", "status: draft"));
    expect(mended(text.replaceAll("\n", "\r\n"))).toBe(
      framed("type: module", "status: draft").replaceAll("\n", "\r\n"),
    );
  });

  it("unknown-status: any other value, quote, space or comment is an error", () => {
    for (const line of [
      "status: done",
      "status:",
      "status: Draft",
      'status: "draft"',
      "status:  draft",
      "status: draft ",
      "status: draft # x",
      "status:draft",
    ]) {
      expect(read(framed(line))).toMatchObject({
        status: null,
        problems: [{ rule: "document/frontmatter", voidsDigest: true }],
      });
    }
  });

  it("not-last: well-formed lines that are not the last are moved by the edits", () => {
    const text = framed("status: draft", "approvals:", ...entry.split("\n"), "type: module");
    expect(read(text).problems).toMatchObject([{ rule: "document/tracking-order", voidsDigest: true }]);
    const moved = mended(text);
    expect(moved).toBe(framed("type: module", "status: draft", "approvals:", ...entry.split("\n")));
    expect(read(moved).problems).toEqual([]);
    expect(mended(framed("status: draft", "type: a", "approvals: []"))).toBe(
      framed("type: a", "status: draft", "approvals: []"),
    );
  });

  it("swapped: approvals above status are put below it", () => {
    const text = framed("type: a", "approvals: []", "status: draft");
    expect(read(text).problems).toMatchObject([{ rule: "document/tracking-order" }]);
    expect(mended(text)).toBe(framed("type: a", "status: draft", "approvals: []"));
  });

  it("repeated: a second status or approvals key is an error", () => {
    for (const lines of [
      ["status: draft", "status: draft"],
      ["status: draft", "type: a", "status: planned"],
      ["status: draft", "approvals: []", "approvals: []"],
    ]) {
      const { problems } = read(framed(...lines));
      expect(problems).toContainEqual(
        expect.objectContaining({ rule: "document/frontmatter", message: expect.stringMatching(/second key/u) }),
      );
      expect(problems.every(({ splices }) => splices === undefined)).toBe(true);
    }
  });

  it("empty-list: it has an empty text", () => {
    const text = framed("status: draft", "approvals: []");
    const { approvals } = read(text);
    expect(approvals?.text).toBe("");
    expect(text.slice(approvals?.range.start, approvals?.range.end)).toBe("[]");
  });

  it("malformed-approvals: an entry that does not follow the grammar is an error at its line", () => {
    const text = vector.replace("    decision: approve", "    decision: maybe");
    const { status, approvals, problems } = read(text);
    expect([status?.value, approvals]).toEqual(["implemented", null]);
    expect(problems.map(({ range }) => text.slice(range.start, range.end))).toEqual(["    decision: maybe"]);
    for (const lines of [
      ["approvals:"],
      ["approvals: {}"],
      ["approvals: [] "],
      ["approvals:", "- gate: design"],
      ["approvals: []", "  x: 1"],
    ]) {
      expect(read(framed("status: draft", ...lines)).problems).toMatchObject([{ rule: "document/frontmatter" }]);
    }
  });

  it("text-between: a line behind the status that is no approvals key is an error", () => {
    for (const line of ["", "  x", "# comment", "type: a", " approvals: []"]) {
      expect(read(framed("status: draft", line, "approvals: []")).problems).not.toEqual([]);
      expect(read(framed("status: draft", line)).problems).not.toEqual([]);
    }
  });

  it("other-spelling: a status key in another spelling gets no edit that would double it", () => {
    for (const line of ["status : draft", '"status": draft', "? status", "Status: draft", " status: draft"]) {
      expect(read(framed(line)).problems.every(({ splices }) => splices === undefined)).toBe(true);
    }
  });

  it("no-frontmatter: there is nothing to read", () => {
    expect(read("# A\nstatus: draft\n")).toMatchObject({ status: null, approvals: null, problems: [] });
  });
});

describe("statusEdit", () => {
  const facts = (text: string): DocumentFacts => documentFacts(new TextEncoder().encode(text));

  it("replaces the value and nothing else", () => {
    const edit = statusEdit(facts(vector), "deprecated");
    expect(applySplices(vector, edit === null ? [] : [edit])).toBe(
      vector.replace("status: implemented", "status: deprecated"),
    );
    expect(statusEdit(facts(framed("type: module")), "draft")).toBeNull();
  });
});
