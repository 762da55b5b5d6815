import { describe, expect, it } from "vitest";
import { suppressionsIn } from "../../src/document/comments.ts";
import { cpuTime } from "../support/cpu-time.ts";
import { bodyOf, slices } from "../support/document-text.ts";

function found(text: string) {
  const { root, content } = bodyOf(text);
  return suppressionsIn(root, content).map(({ rules, reason, range, covers }) => [
    rules.join(),
    reason,
    ...slices(text, [range, covers]),
  ]);
}

const comment = "<!-- design-lint-disable-next-line trace/cycle -- known -->";

describe("suppressionsIn", () => {
  it("next-text: empty lines between comment and covered line do not count", () => {
    const own = ["trace/cycle", "known", comment];
    expect(found(`${comment}\n- a\n`)).toEqual([[...own, "- a"]]);
    expect(found(`a\r\n\r\n${comment}\r\n\r\n\r\n- b\r\n- c\r\n`)).toEqual([[...own, "- b"]]);
    expect(found(`a ${comment} b\nc\n`)).toEqual([[...own, "c"]]);
    expect(found(comment)[0]?.slice(0, 3)).toEqual(own);
  });

  it("in-a-block: a // comment in a TypeScript block covers the next line of code", () => {
    const line = "  // design-lint-disable-next-line interface/changed -- why";
    expect(found(`\`\`\`ts\na;\n${line}\nb;\n\`\`\`\n`)).toEqual([["interface/changed", "why", line.trim(), "b;"]]);
    expect(found(`\`\`\`sh\n${line}\n\`\`\`\n`)).toEqual([]);
    expect(found(`\`\`\`ts\na; ${line}\nb;\n\`\`\`\n`)).toEqual([]);
  });

  it("other-comments: other comments, and inline code, suppress nothing", () => {
    expect(found(`<!-- a -->\n\n\`${comment}\`\n\n<!-- b --> ${comment}\nc\n`)).toHaveLength(1);
  });

  it("open-comment: a comment that is never closed suppresses nothing", () => {
    expect(found(comment.slice(0, -3))).toEqual([]);
    const start = cpuTime();
    found(`${"<!--".repeat(3_000)}\n`);
    expect(cpuTime() - start).toBeLessThan(3000);
  });
});
