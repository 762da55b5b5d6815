import { beforeAll, expect, it } from "vitest";
import { approvedProject, contextText, type Files, judgeFiles, paths, people } from "../../support/approved-project.ts";

let base: Files = {};
beforeAll(() => {
  base = approvedProject(people(["alice", "bob"]));
});
const story = "---\ntype: story\nstatus: implemented\n---\n\n# Keep\n\nLead.\n\n## Acceptance criteria\n\n- `a`: b\n";

async function subjectOf(files: Files, path: string) {
  const { standings } = await judgeFiles({ ...base, ...files });
  return standings.find(({ subject }) => subject.document.path === path)?.subject;
}

it("pins the context of a component, and the stories of a context", async () => {
  expect((await subjectOf({}, paths.design))?.upstream).toMatchObject({ ok: true, pins: [{ path: paths.context }] });
  const files = {
    "docs/stories/keep.md": story,
    [paths.context]: contextText.replace("type: context", "type: context\nstories: [keep]"),
  };
  expect((await subjectOf(files, paths.context))?.upstream).toMatchObject({
    ok: true,
    pins: [{ path: "docs/stories/keep.md" }],
  });
  expect((await subjectOf(files, "docs/stories/keep.md"))?.upstream).toEqual({ ok: true, pins: [] });
});

it("missing-upstream: a document above that is not there, or has no digest, cannot be pinned", async () => {
  const gone = (base[paths.design] ?? "").replace("context: sessions", "context: elsewhere");
  expect((await subjectOf({ [paths.design]: gone }, paths.design))?.upstream).toMatchObject({ ok: false });
  const broken = contextText.replace("# Sessions", "# Sess\u0000ions");
  expect((await subjectOf({ [paths.context]: broken }, paths.design))?.upstream).toMatchObject({ ok: false });
  const listless = contextText.replace("## Components", "## Parts");
  expect((await subjectOf({ [paths.context]: listless }, paths.design))?.upstream).toMatchObject({ ok: false });
});

it("odd-names: names that are no texts name nothing", async () => {
  const odd = (base[paths.design] ?? "").replace("context: sessions", "context: 7");
  expect((await subjectOf({ [paths.design]: odd }, paths.design))?.upstream).toMatchObject({ ok: false });
});

it("no-digest: a document without digest has no entries either", async () => {
  const spoilt = (base[paths.design] ?? "").replace("# Store", "# St\u0000ore");
  expect(await subjectOf({ [paths.design]: spoilt }, paths.design)).toMatchObject({ digest: null, entries: [] });
});
