import { describe, expect, it } from "vitest";
import { movedLink } from "../../../src/commands/mv/link.ts";

const moved = (target: string, file: string, moves: Readonly<Record<string, string>>) =>
  movedLink(target, file, { paths: new Set(), moves: new Map(Object.entries(moves)) });

const design = { "docs/design/a.md": "docs/design/x/y.md" };

describe("link", () => {
  it("anchor: stays behind the path, and alone", () => {
    expect(moved("a.md#edge-cases", "docs/design/b.md", design)).toBe("x/y.md#edge-cases");
    expect(moved("#edge-cases", "docs/design/a.md", design)).toBeNull();
  });

  it("from-the-root: stays so", () => {
    expect(moved("/docs/design/a.md", "README.md", design)).toBe("/docs/design/x/y.md");
    expect(moved("/docs/other.md", "docs/design/a.md", design)).toBeNull();
  });

  it("percent-encoding: understood, and written where a link would end", () => {
    expect(moved("docs/a%20b.md", "README.md", { "docs/a b.md": "docs/c (d).md" })).toBe("docs/c%20%28d%29.md");
    expect(moved("docs/%zz.md", "README.md", design)).toBeNull();
  });

  it("moved-document: its links to files that stay follow it", () => {
    expect(moved("../../src/a.ts", "docs/design/a.md", design)).toBe("../../../src/a.ts");
    expect(moved("b.md", "docs/design/a.md", design)).toBe("../b.md");
  });

  it("dot-slash: written where it was written before", () => {
    expect(moved("./a.md", "docs/design/b.md", design)).toBe("./x/y.md");
    expect(moved("a.md", "docs/design/b.md", design)).toBe("x/y.md");
  });
});
