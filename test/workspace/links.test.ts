import { describe, expect, it } from "vitest";
import { memorySnapshot } from "../../src/snapshot.ts";
import { createFactReader } from "../../src/workspace/facts.ts";
import { linkedAnchors } from "../../src/workspace/links.ts";
import type { Document } from "../../src/workspace/workspace.ts";

async function anchorsFrom(links: readonly string[], files: Record<string, string>): Promise<Record<string, unknown>> {
  const snapshot = memorySnapshot(files);
  const range = { start: 0, end: 0 };
  const facts = { links: links.map((target) => ({ target, range })), anchors: ["own"] };
  const document = { path: "docs/design/a.md", facts } as unknown as Document;
  const reader = createFactReader(snapshot, { get: () => undefined, set: () => undefined });
  return Object.fromEntries(
    await linkedAnchors([document], { paths: new Set(snapshot.files.keys()), facts: reader, isDocument: () => false }),
  );
}

const guide = { "docs/guide.md": "# Getting started\n", "docs/my guide.md": "# Steps\n", "docs/a.txt": "# X\n" };

describe("linkedAnchors", () => {
  it("fragment-of-other-file: reads what a link with a fragment leads to", async () => {
    expect(await anchorsFrom(["../guide.md#getting-started"], guide)).toEqual({
      "docs/design/a.md": ["own"],
      "docs/guide.md": ["getting-started"],
    });
  });

  it("escapes: percent escapes are decoded, a stray % is text", async () => {
    expect(Object.keys(await anchorsFrom(["../my%20guide.md#x", "../50%.md#x"], guide))).toContain("docs/my guide.md");
  });

  it("not-read: links without a fragment, to other sites, to other files and out of the root read nothing", async () => {
    const links = [
      "../guide.md",
      "https://x.org/docs/guide.md#a",
      "/docs/guide.md#a",
      "../a.txt#x",
      "#own",
      "../../../guide.md#x",
    ];
    expect(Object.keys(await anchorsFrom(links, guide))).toEqual(["docs/design/a.md"]);
  });
});
