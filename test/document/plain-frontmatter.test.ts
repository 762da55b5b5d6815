import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frontmatterOf } from "../../src/document/frontmatter.ts";
import { plainFrontmatter } from "../../src/document/plain-frontmatter.ts";
import { nearlyPlainYaml } from "../support/plain-text.ts";

describe("plainFrontmatter", () => {
  it("words-and-lists: words, numbers and lists in brackets are read as the YAML reader reads them", () => {
    for (const yaml of [
      "",
      "type: state-machine\n",
      "type: module\ncontext: a/b\nstories: [a, b-c, d/e.f]\ndependsOn: []\nexternals: [ x , y ]\n",
      "coverage: 0.95\norder: 12\nzero: 0\nwords: some words (here)\n\n",
    ]) {
      expect(plainFrontmatter(yaml)).toEqual(frontmatterOf(yaml));
    }
  });

  it("other-values: what the YAML reader may refuse or read in its own way is left alone", () => {
    const lines = [
      "a: 'b'",
      "a:",
      "a:\n  - b",
      "a: b # c",
      "a: b: c",
      "a: &x b",
      "a: é",
      "a: null",
      "a: True",
      "a: [no, ~]",
    ];
    const more = [
      "a: 01",
      "a: 1e3",
      "a: 0x1",
      "a: -1",
      "a: .inf",
      "status: draft",
      "approvals: []",
      "a: b\na: c",
      `${"a".repeat(1_025)}: b`,
      "a : b",
    ];
    const rest = [
      "true: b",
      "null: b",
      "- a",
      "a: [b",
      "a: [b,]",
      "a: {b: c}",
      "a: |",
      "? a",
      "a: @b",
      "a:\tb",
      "'a': b",
      "a: b ",
    ];
    for (const yaml of [...lines, ...more, ...rest])
      expect([yaml, plainFrontmatter(`${yaml}\n`)]).toEqual([yaml, null]);
    expect(plainFrontmatter(`a: ${"b".repeat(20_000)}\n`)).toBeNull();
  });

  it("any-yaml: whatever is claimed of random text is what the YAML reader says", () => {
    let claimed = 0;
    fc.assert(
      fc.property(nearlyPlainYaml, (yaml) => {
        const read = plainFrontmatter(yaml);
        if (read === null) return;
        claimed++;
        expect(read).toEqual(frontmatterOf(yaml));
      }),
      { numRuns: 3_000 },
    );
    expect(claimed).toBeGreaterThan(300);
  });
});
