import { describe, expect, it } from "vitest";
import { conflictMarkers } from "../../src/document/conflict.ts";
import { splitLines } from "../../src/document/lines.ts";
import { factsOfBody, slices } from "../support/document-text.ts";

const head = "---\nstatus: draft\n---\n";
const found = (body: string) => {
  const problems = factsOfBody(body).problems.filter(({ rule }) => rule === "document/conflict-marker");
  return slices(
    head + body,
    problems.map(({ range }) => range),
  );
};
const set = "<<<<<<< ours\na\n=======\nb\n>>>>>>> theirs";

describe("conflictMarkers", () => {
  it("complete-set: it is one problem, from its first line to its last", () => {
    expect(found(`# T\n\n${set}\n\n${set}\n`)).toEqual([set, set]);
    expect(conflictMarkers(splitLines(`---\n${set}\n---\n`), new Set())).toHaveLength(1);
  });

  it("lone-marker: a marker without the others is a problem outside of code", () => {
    expect(found("# T\n\n<<<<<<< a\nb\n\n>>>>>>> c\n")).toEqual(["<<<<<<< a", ">>>>>>> c"]);
    expect(found("# T\n\n<<<<<<< a\n<<<<<<< b\n=======\n>>>>>>> c\n")).toEqual([
      "<<<<<<< a",
      "<<<<<<< b\n=======\n>>>>>>> c",
    ]);
    expect(found("# T\n\n<<<<<<<\n <<<<<<< a\n>>>>>>>>> b\n")).toEqual([]);
  });

  it("in-code: only a complete set counts", () => {
    expect(found("# T\n\n```sh\n<<<<<<< a\n```\n\n```sh\n>>>>>>> b\n```\n")).toEqual([]);
    expect(found(`# T\n\n\`\`\`ts\n${set}\n\`\`\`\n`)).toEqual([set]);
    expect(found("# T\n\n## Notes\n\n```sh\n<<<<<<< a\n```\n")).toEqual([]);
  });

  it("setext-underline: a line of equals signs alone is an underline", () => {
    expect(found("Title\n=======\n\ntext\n")).toEqual([]);
  });

  it("base-marker: it belongs to its set", () => {
    const three = "<<<<<<< ours\na\n||||||| base\nb\n=======\nc\n>>>>>>> theirs";
    expect(found(`# T\n\n${three}\n`)).toEqual([three]);
    expect(found("# T\n\n||||||| base\n")).toEqual(["||||||| base"]);
  });
});
