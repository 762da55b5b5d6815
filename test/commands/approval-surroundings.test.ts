import { expect, it } from "vitest";
import { freshFacts, isCi, surroundingsOf } from "../../src/commands/approval-surroundings.ts";
import type { Subject } from "../../src/commands/check-options.ts";
import { snapshotOf } from "../../src/commands/check-subject.ts";
import { findRoot } from "../../src/host/repository.ts";
import { configText, designText, paths } from "../support/approved-project.ts";
import { recordingIo } from "../support/command-io.ts";
import { commitAll, type TempFolder, tempFolder, tempRepository } from "../support/temp-git.ts";

interface Asked {
  readonly subject?: Subject;
  readonly policyRef?: string;
  readonly env?: Readonly<Record<string, string>>;
}

async function surroundings(folder: TempFolder, asked: Asked = {}) {
  const { subject = { kind: "worktree" }, policyRef = null, env = {} } = asked;
  const root = await findRoot(folder.path);
  const snapshot = await snapshotOf(root, subject);
  return surroundingsOf(root, { snapshot, subject, policyRef }, recordingIo(folder.path, { env }));
}

it("authors: who changed the content is an author, whoever only signed or merged is not", async () => {
  const folder = tempRepository();
  folder.write(paths.design, designText);
  commitAll(folder, "base");
  folder.git("branch", "base");
  folder.write(paths.design, designText.replace("one", "two"));
  folder.git(
    "-c",
    "user.name=x",
    "commit",
    "-qam",
    "edit\n\nCo-authored-by: Bob <bob@example.com>",
    "--author=Eve <eve@example.com>",
  );
  folder.write(paths.design, designText.replace("one", "two").replace("implemented", "planned"));
  folder.git("commit", "-qam", "sign", "--author=Alice <alice@example.com>");
  const { authorsOf } = await surroundings(folder, { policyRef: "base" });
  expect([...(await authorsOf(paths.design))].sort()).toEqual([
    "ada@example.com",
    "bob@example.com",
    "eve@example.com",
  ]);
  expect([...(await authorsOf("docs/other.md"))]).toEqual([]);
});

it("plainly-off: where neither the config nor the base has approvals, nothing of the base is read", async () => {
  const folder = tempRepository();
  folder.write(paths.config, '{ "version": 1 }');
  commitAll(folder);
  for (const each of [folder, tempFolder(), tempRepository()])
    expect(await (await surroundings(each)).base(false)).toEqual({ snapshots: null, notices: [] });
  folder.write("a.ts", "");
  commitAll(folder);
  const { snapshots } = await (await surroundings(folder)).base(true);
  expect([...(snapshots?.policy.files.keys() ?? [])]).toEqual([paths.config, "a.ts"]);
});

it("asked-all-the-same: a change that drops its approvals is judged by those of the base", async () => {
  const folder = tempRepository();
  folder.write(paths.config, configText(["alice", "bob"]));
  commitAll(folder);
  folder.write(paths.config, '{ "version": 1 }');
  expect((await (await surroundings(folder)).base(false)).snapshots).not.toBeNull();
  folder.git("update-ref", "refs/remotes/origin/main", "HEAD");
  folder.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main");
  commitAll(folder);
  expect((await (await surroundings(folder)).base(false)).snapshots).not.toBeNull();
});

it("base-unread: without approvals, and without --policy-ref, a base that cannot be read is no error, and said; with either it is one", async () => {
  const folder = tempRepository();
  commitAll(folder);
  const env = { CI: "true", GITHUB_BASE_REF: "main" };
  expect(await (await surroundings(folder, { env })).base(false)).toMatchObject({
    snapshots: null,
    notices: [{ code: "base-unread" }],
  });
  await expect((await surroundings(folder, { env })).base(true)).rejects.toMatchObject({ code: "unknown-ref" });
  await expect((await surroundings(folder, { policyRef: "gone" })).base(false)).rejects.toMatchObject({
    code: "unknown-ref",
  });
});

it("hook: the index is judged as in a hook, except under CI", async () => {
  const subject = { kind: "index" } as const;
  const folder = tempRepository();
  expect((await surroundings(folder, { subject })).isHook).toBe(true);
  expect((await surroundings(folder, { subject, env: { CI: "1" } })).isHook).toBe(false);
  expect((await surroundings(folder)).isHook).toBe(false);
  expect([isCi({}), isCi({ CI: "" }), isCi({ CI: "false" }), isCi({ CI: "true" })]).toEqual([
    false,
    false,
    false,
    true,
  ]);
});

it("fresh: facts of this run may be believed, those that were kept before it not", () => {
  const kept = new Map<string, unknown>([["old", 1]]);
  const { cache, fresh } = freshFacts({ get: (key) => kept.get(key), set: (key, value) => void kept.set(key, value) });
  cache.set("new", 2);
  expect([cache.get("old"), cache.get("new"), fresh.get("old"), fresh.get("new")]).toEqual([1, 2, undefined, 2]);
  expect(kept.get("new")).toBe(2);
});
