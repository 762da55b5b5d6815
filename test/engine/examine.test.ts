import { describe, expect, it } from "vitest";
import { chosenRules, examine } from "../../src/engine/examine.ts";
import { designText, workspaceOf } from "../support/workspace.ts";

const rulesOf = (found: readonly { readonly rule: string }[]) => found.map(({ rule }) => rule);
const comment = (rule: string) => `// design-lint-disable-next-line ${rule} -- agreed\nconst a = 1;\n`;

describe("examine", () => {
  it("unknown-rule: a rule that does not exist is a user error", () => {
    expect(() => chosenRules(["a/b"])).toThrow("There is no rule a/b");
    expect(rulesOf(chosenRules(["document/path"]).map(({ id }) => ({ rule: id })))).toEqual(["document/path"]);
  });

  it("held: what a suppression holds back is told apart, and the suppression is no unused one", async () => {
    const quiet = "<!-- design-lint-disable-next-line document/broken-link -- agreed -->";
    const text = `${designText()}\n${quiet}\nSee [x](none.md).\n`;
    const { findings, held } = examine(await workspaceOf({ "docs/design/a.md": text }), {});
    expect(rulesOf(held)).toEqual(["document/broken-link"]);
    expect(rulesOf(findings).filter((rule) => /broken-link|suppression/u.test(rule))).toEqual([]);
  });

  it("only: with chosen rules nobody is told of suppressions that do nothing", async () => {
    const workspace = await workspaceOf({ "src/a.ts": comment("document/path") });
    expect(rulesOf(examine(workspace, {}).findings)).toContain("suppression/unused");
    expect(examine(workspace, { only: ["document/path"] }).findings).toEqual([]);
  });
});
