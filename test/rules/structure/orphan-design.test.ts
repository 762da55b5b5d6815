import { describe, it } from "vitest";
import { rule } from "../../../src/rules/structure/orphan-design.ts";
import { testPage, testRule } from "../../support/rule-tester.ts";
import { configText, smallComponent, smallDesign, smallSource, smallTest } from "../../support/small-project.ts";

const wanted = (message: string, text: string): string => text.replace("---\n", `--- # want "${message}"\n`);

describe("structure/orphan-design", () => {
  it("keeps the promise of its page", () => testPage(rule));

  it("other-extension: `.markdown`, `.mdx` and `.MD` in the design tree are reported", () =>
    testRule(rule, {
      ...smallComponent("a"),
      "docs/design/x/b.mdx": '# B <!-- want "Unexpected path of a document in the design tree" -->\n',
      "docs/design/C.MD": '# C <!-- want "expected one that fits docs/design/{path}.md" -->\n',
      "docs/guide.markdown": "# Guide\n",
    }));

  it("beside-sources: a README among sources is no stray, also where designs live beside them", () =>
    testRule(rule, {
      ".designrc.json": configText(
        '  "components": [{ "source": "src/{path}.ts", "design": "src/{path}.design.md", "test": "src/{path}.test.ts" }]',
      ),
      "src/a.ts": smallSource("a"),
      "src/a.design.md": smallDesign("a"),
      "src/a.test.ts": smallTest,
      "src/README.md": "# About\n",
      "src/notes.markdown": "# Notes of mine\n",
    }));

  it("moved-by-git: a document whose source git saw moving says where it went", () =>
    testRule(
      rule,
      {
        ...smallComponent("z"),
        "docs/design/a.md": wanted("has moved to src/c/b.ts, expected docs/design/c/b.md", smallDesign("b")),
        "docs/design/d.md": wanted("has moved to src/c/b.ts", smallDesign("b", "planned")),
        "src/c/b.ts": smallSource("b"),
        "test/c/b.test.ts": smallTest,
      },
      { moves: { "src/a.ts": "src/d.ts", "src/d.ts": "src/c/b.ts", "src/gone.ts": "src/gone2.ts" } },
    ));

  it("taken: where the new place has a document already, the two have to be merged", () =>
    testRule(
      rule,
      { ...smallComponent("b"), "docs/design/a.md": wanted("expected docs/design/b.md", smallDesign("b")) },
      { moves: { "src/a.ts": "src/b.ts" } },
    ));

  it("deprecated: a deprecated document is to be deleted, which is said elsewhere", () =>
    testRule(
      rule,
      { ...smallComponent("b"), "docs/design/a.md": smallDesign("b", "deprecated") },
      { moves: { "src/a.ts": "src/b.ts" } },
    ));

  it("story: stories and contexts have no source and are never orphans", () =>
    testRule(
      rule,
      { ...smallComponent("a"), "docs/stories/s.md": smallDesign("s"), "docs/architecture/c.md": smallDesign("c") },
      { moves: { "src/s.ts": "src/a.ts" } },
    ));
});
