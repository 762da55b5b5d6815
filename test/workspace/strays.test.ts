import { describe, expect, it } from "vitest";
import { compileSettings } from "../../src/workspace/compiled-settings.ts";
import { isStray } from "../../src/workspace/strays.ts";
import { componentEntry, settingsWith } from "../support/config.ts";

function strayIn(design: string, path: string, source = "src/{path}.ts"): boolean {
  return isStray(path, compileSettings(settingsWith({ components: [componentEntry({ design, source })] })));
}

describe("isStray", () => {
  it("other-extension: a Markdown file in the design tree that is no .md", () => {
    expect(strayIn("docs/design/{path}.md", "docs/design/a.markdown")).toBe(true);
    expect(strayIn("docs/design/{path}.md", "docs/design/a/b.MD")).toBe(true);
    expect(strayIn("docs/design/{path}.md", "docs/design/a.png")).toBe(false);
    expect(strayIn("docs/design/{path}.md", "docs/guide.markdown")).toBe(false);
  });

  it("missing-segment: a document that stands too high for the pattern's placeholders", () => {
    expect(strayIn("docs/design/{layer}/{path}.md", "docs/design/a.md", "src/{layer}/{path}.ts")).toBe(true);
  });

  it("beside-code: Markdown among sources is nobody's mistake", () => {
    expect(strayIn("src/{path}.md", "src/README.markdown")).toBe(false);
    expect(
      strayIn("packages/{package}/docs/{path}.md", "packages/a/README.md", "packages/{package}/src/{path}.ts"),
    ).toBe(false);
    expect(strayIn("{path}.md", "README.markdown")).toBe(false);
  });

  it("own-suffix: where designs have a suffix, Markdown without it is something else", () => {
    expect(strayIn("docs/{path}.design.md", "docs/guide.md")).toBe(false);
  });
});
