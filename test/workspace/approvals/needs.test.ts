import { beforeAll, expect, it } from "vitest";
import { approvedProject, configText, type Files, judgeFiles, paths, people } from "../../support/approved-project.ts";

let base: Files = {};
beforeAll(() => {
  base = approvedProject(people(["alice", "bob"]));
});
const story =
  "---\ntype: story\nstatus: implemented\n---\n\n# Be greeted\n\nLead.\n\n## Acceptance criteria\n\n- `a`: b\n";

async function gatesOf(files: Files, trial: { base?: Files } = {}) {
  const { standings } = await judgeFiles(files, trial);
  return Object.fromEntries(standings.map(({ subject, gate }) => [subject.document.path, gate]));
}

it("by-kind: contexts, designs and stories have gates of their own, where these are in force", async () => {
  const files = { ...base, "docs/stories/greet.md": story };
  expect(await gatesOf(files)).toEqual({
    [paths.context]: "architecture",
    [paths.design]: "design",
    "docs/stories/greet.md": null,
  });
  const gates = { story: { role: "reviewer" } };
  const only = { ...files, [paths.config]: configText(["alice", "bob"], { gates }) };
  expect(await gatesOf(only)).toEqual({
    [paths.context]: null,
    [paths.design]: null,
    "docs/stories/greet.md": "story",
  });
});

it("base-first: gates of the base stay in force although the change has none", async () => {
  const files = { ...base, [paths.config]: '{ "version": 1 }' };
  expect(await gatesOf(files, { base })).toEqual({ [paths.context]: "architecture", [paths.design]: "design" });
  expect(await gatesOf(files)).toEqual({});
});

it("re-rooted: a document is what the base says, although the change looks for it elsewhere", async () => {
  const config = JSON.parse(base[paths.config] ?? "{}");
  const components = [{ source: "lib/{path}.ts", design: "design/{path}.md", test: "test/{path}.test.ts" }];
  const files = {
    ...base,
    [paths.config]: JSON.stringify({ ...config, components, contexts: "docs/design/{path}.md" }),
  };
  expect(await gatesOf(files, { base })).toMatchObject({ [paths.design]: "design" });
});
