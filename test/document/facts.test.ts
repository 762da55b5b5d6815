import { describe, expect, it } from "vitest";
import { documentFacts, signedContent } from "../../src/document/facts.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const plain = "---\ntype: module\nstatus: draft\n---\n\n# T\n\n- `a`: b\n";

describe("documentFacts", () => {
  it("either-way: a document says the same, read plainly or with the parsers", () => {
    const quoted = plain.replace("module", '"module"');
    const { model } = documentFacts(bytes(plain));
    expect(model).toMatchObject({ frontmatter: { type: "module" }, title: "T" });
    expect(documentFacts(bytes(quoted)).model).toEqual(model);
    expect(documentFacts(bytes(plain.replace("T\n", "*T*\n"))).model).toEqual(model);
  });
});

describe("signedContent", () => {
  it("no-digest: a document that has no digest has no content to sign", () => {
    expect(signedContent(bytes(plain))).toBe("---\ntype: module\n---\n\n# T\n\n- `a`: b\n");
    expect(signedContent(bytes(plain.replace("status: draft\n", "")))).toBeNull();
  });
});
