import { expect, it } from "vitest";
import { rule } from "../../../src/rules/document/path.ts";
import { checkFiles, team } from "../../support/approval-rules.ts";
import { paths } from "../../support/approved-project.ts";
import { document, workspaceOf } from "../../support/document.ts";
import { testPage } from "../../support/rule-tester.ts";

const found = (path: string) => [...rule.check(workspaceOf([document({ path })]), {})];

it("the page is right", () => testPage(rule));

it("folder: the names of folders count too", () => {
  expect(found("docs/design/my rules/a.md").map(({ message }) => message)).toEqual([
    expect.stringContaining("white space"),
  ]);
});

it("each-character: the message names what is wrong, the fix a path without it", () => {
  for (const character of ["#", ":", '"', "'", "\\"]) {
    const [finding] = found(`docs/design/a${character}b.md`);
    expect(finding?.message).toContain(`\`${character}\``);
    expect(finding?.fix?.title).toMatch(/`docs\/design\/a-?b\.md`/u);
  }
  expect(found("docs/design/a\u00a0b.md")).toHaveLength(1);
});

it("fine-characters: dots, hyphens, underscores and letters of any script are fine", () => {
  expect(found("docs/design/a.b-c_d/Grüße(1)@2.md")).toEqual([]);
});

it("gates: with a gate in force, of the change or of its base, it is an error", async () => {
  const { base } = team();
  const path = "docs/stories/be#greeted.md";
  const odd = { ...base, [path]: "---\ntype: story\nstatus: draft\n---\n" };
  const off = { ...odd, [paths.config]: '{ "version": 1 }' };
  const [warned] = await checkFiles(rule, off);
  expect(warned).toContain(`warning ${path} `);
  for (const found of [await checkFiles(rule, odd), await checkFiles(rule, off, { base })])
    expect(found).toEqual([expect.stringContaining(`error ${path} `)]);
});
