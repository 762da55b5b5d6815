import { describe, expect, it } from "vitest";
import { frontmatterOf } from "../../src/document/frontmatter.ts";
import { markdownTree } from "../../src/document/markdown.ts";
import { plainReading } from "../../src/document/plain-reading.ts";
import { readDocument } from "../../src/document/reading.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const parsers = { tree: markdownTree, frontmatter: frontmatterOf };
const head = "---\ntype: module\ndependsOn: [a/b]\nstatus: planned\napprovals: []\n---\n\n";
const body = "# T\n\nLead.\n\n## Interface\n\n```ts\nexport type A = 1;\n```\n\n## Edge cases\n\n- `a`: b\n";

describe("plainReading", () => {
  it("plain-document: a plain document says what it says with the parsers", () => {
    for (const text of [
      head + body,
      (head + body).replaceAll("\n", "\r\n"),
      `${head}${body}\n## Notes\n\nFree text.\n`,
      "",
    ])
      expect(plainReading(bytes(text))).toEqual(readDocument(bytes(text), parsers));
  });

  it("other-document: one with anything else in its frontmatter, body or Notes is left alone", () => {
    expect(plainReading(bytes(head.replace("module", "'module'") + body))).toBeNull();
    expect(plainReading(bytes(`${head}${body}\n> quote\n`))).toBeNull();
    expect(plainReading(bytes(`${head}${body}\n## Notes\n\n*free*\n`))).toBeNull();
  });
});
