import { beforeAll, expect, it } from "vitest";
import { draftOf } from "../../src/commands/approval-drafts.ts";
import { approvedProject, contextText, type Files, judgeFiles, paths, people } from "../support/approved-project.ts";

let base: Files = {};
beforeAll(() => {
  base = approvedProject(people(["alice", "bob"]));
});
const now = Date.parse("2026-11-22T10:20:30.456Z");

async function draft(files: Files, path: string, reason: string | null = null, gate: string | null = null) {
  const { standings, policy } = await judgeFiles({ ...base, ...files });
  const standing = standings.find(({ subject }) => subject.document.path === path);
  if (standing === undefined || policy === null) throw new Error("the project of the test is wrong");
  return draftOf(standing, { gate, reason, signer: "alice@example.com" }, { policy, now });
}

it("takes gate, digest and pins of the document, and the time to the second", async () => {
  const { entry } = await draft({}, paths.design);
  expect(entry).toMatchObject({
    gate: "design",
    decision: "approve",
    time: "2026-11-22T10:20:30Z",
    upstream: [{ path: paths.context }],
  });
});

it("no-digest: a document without digest cannot be signed", async () => {
  await expect(draft({ [paths.design]: "---\ntype: [\nstatus: draft\n---\n" }, paths.design)).rejects.toMatchObject({
    code: "not-approvable",
  });
});

it("no-upstream: under a context that cannot be pinned nothing can be approved, but an approval can be taken back", async () => {
  const files = { [paths.context]: contextText.replace("# Sessions", "# Sess\u0000ions") };
  await expect(draft(files, paths.design)).rejects.toMatchObject({ code: "not-approvable" });
  expect((await draft(files, paths.design, "wrong")).entry).toMatchObject({ decision: "revoke", upstream: [] });
});

it("no-gate: a document that has to pass none needs one to be named", async () => {
  const story = "---\ntype: story\nstatus: draft\n---\n\n# A\n\nB.\n\n## Acceptance criteria\n\n- `a`: b\n";
  const files = { "docs/stories/a.md": story };
  await expect(draft(files, "docs/stories/a.md")).rejects.toMatchObject({ code: "not-approvable" });
  expect((await draft(files, "docs/stories/a.md", null, "story")).entry.gate).toBe("story");
  await expect(draft(files, "docs/stories/a.md", null, "made-up")).rejects.toMatchObject({ code: "not-approvable" });
});
