import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { renderPage } from "../../../src/commands/explain/render-page.ts";

const page = `---
type: rule
status: implemented
---

# a/b

What \`it\` checks.

## Wrong

\`\`\`\`md docs/design/a.md
---
type: types
---
## Interface
\`\`\`ts
\`\`\`
\`\`\`\`

## Interface

\`\`\`ts
export declare const rule: Rule;
\`\`\`

## Edge cases

- \`x\`: y
`;

describe("render page", () => {
  it("shows the page without frontmatter and Interface", () => {
    const text = renderPage(page, false);
    expect(text).toMatch(/^# a\/b\n/u);
    expect(text).not.toContain("export declare");
    expect(text).toMatch(/## Edge cases\n\n- `x`: y\n$/u);
  });

  it("nested-fence: what stands inside an example stays", () => {
    expect(renderPage(page, false)).toContain(
      "````md docs/design/a.md\n---\ntype: types\n---\n## Interface\n```ts\n```\n````\n",
    );
  });

  it("no-color: no escape sequence; with colour the same text but for the marks of code", () => {
    expect(renderPage(page, false)).not.toContain("\u{1b}");
    const colored = renderPage(page, true);
    expect(colored).toContain("\u{1b}[1m# a/b");
    expect(stripVTControlCharacters(colored)).toContain("What it checks.");
  });

  it("no-frontmatter: a page without it is shown whole", () => {
    expect(renderPage("# a\n\n---\n\nb\n\n---\n", false)).toBe("# a\n\n---\n\nb\n\n---\n");
  });
});
