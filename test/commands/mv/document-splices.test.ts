import { describe, expect, it } from "vitest";
import { documentSplices, type MarkdownFile } from "../../../src/commands/mv/document-splices.ts";
import { applySplices } from "../../../src/edit.ts";
import type { DocumentKind } from "../../../src/workspace/workspace.ts";

const relocation = { paths: new Set<string>(), moves: new Map([["docs/design/a/b.md", "docs/design/c.md"]]) };

function rewritten(file: MarkdownFile, kind: DocumentKind, to = "c"): string {
  const change = { from: "a/b", to, kinds: new Set([kind]) };
  return applySplices(file.text, documentSplices(file, change, relocation).splices);
}

const design = (component: string, story: string, context: string) => `---
type: module
context: ${context}
stories: [${story}, other]
dependsOn:
  - a/bc
  - ${component}
supersedes: [${component}]
status: draft
---

# X

About a/b.
`;

const context = (component: string, other: string) => `---
type: context
status: draft
---

# X

Y

## Components

- \`${component}\`: does it
- \`a/bc\`

## Dependencies

- \`${other}\`
`;

describe("document splices", () => {
  const path = "docs/design/x.md";

  it("every-field: each only for the kind that it names", () => {
    const file: MarkdownFile = { path, kind: "component", text: design("a/b", "a/b", "a/b") };
    expect(rewritten(file, "component")).toBe(design("c", "a/b", "a/b"));
    expect(rewritten(file, "story")).toBe(design("a/b", "c", "a/b"));
    expect(rewritten(file, "context")).toBe(design("a/b", "a/b", "c"));
  });

  it("context-lists: Components names components, other lists contexts", () => {
    const file: MarkdownFile = { path: "docs/architecture/x.md", kind: "context", text: context("a/b", "a/b") };
    expect(rewritten(file, "component")).toBe(context("c", "a/b"));
    expect(rewritten(file, "context")).toBe(context("a/b", "c"));
  });

  it("longer-id: an id that only begins so is left alone", () => {
    const file: MarkdownFile = { path, kind: "component", text: design("a/b/d", "s", "k") };
    expect(rewritten(file, "component")).toBe(file.text);
  });

  it("notes: links below Notes are rewritten too, also in CRLF files", () => {
    const text = (name: string) =>
      `${design("x", "y", "z")}See [it](${name}.md).\n\n## Notes\n\n- [it](${name}.md#x)\n`;
    const file: MarkdownFile = { path, kind: "component", text: text("a/b") };
    expect(rewritten(file, "component")).toBe(text("c"));
    const crlf = file.text.replaceAll("\n", "\r\n");
    expect(rewritten({ ...file, text: crlf }, "component")).toBe(text("c").replaceAll("\n", "\r\n"));
  });

  it("approved: reported", () => {
    const change = { from: "a/b", to: "c", kinds: new Set<DocumentKind>(["component"]) };
    const plain: MarkdownFile = { path, kind: "component", text: design("a/b", "s", "k") };
    expect(documentSplices(plain, change, relocation).approved).toBe(false);
    const text = plain.text.replace("status: draft\n", "status: draft\napprovals:\n  - gate: design\n");
    expect(documentSplices({ ...plain, text }, change, relocation).approved).toBe(true);
  });

  it("no-document: only links are rewritten", () => {
    const text = `${design("a/b", "a/b", "a/b")}[it](docs/design/a/b.md "a title") and \`a/b\`\n\n[ref]: docs/design/a/b.md\n`;
    expect(rewritten({ path: "README.md", kind: null, text }, "component")).toBe(
      text.replaceAll("docs/design/a/b.md", "docs/design/c.md"),
    );
  });

  it("quoted-id: stays quoted, and is quoted where YAML would misread it", () => {
    const quoted: MarkdownFile = { path, kind: "component", text: design('"a/b"', "s", "k") };
    expect(rewritten(quoted, "component")).toBe(design('"c"', "s", "k"));
    const plain: MarkdownFile = { path, kind: "component", text: design("a/b", "s", "k") };
    expect(rewritten(plain, "component", "c/[id]")).toBe(design('"c/[id]"', "s", "k"));
  });
});
