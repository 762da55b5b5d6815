import { expect, it } from "vitest";
import { fileHistory } from "../../src/host/document-history.ts";
import { findRoot } from "../../src/host/repository.ts";
import { makeKey, publicLine, sshFolder } from "../support/ssh.ts";
import { commitAll, tempRepository } from "../support/temp-git.ts";

it("tells who touched a file, co-authors included, and what it held before and after", async () => {
  const folder = tempRepository();
  commitAll(folder, "base");
  folder.write("docs/a b.md", "one");
  commitAll(folder, "add\n\nCo-authored-by: Bob <BOB@example.com>");
  folder.write("other.md", "x");
  commitAll(folder, "other");
  const { repository } = await findRoot(folder.path);
  if (repository === null) throw new Error("no repository");
  const found = await fileHistory(repository, "docs/a b.md", { from: "HEAD~2", to: "HEAD" });
  expect(found.map(({ addresses }) => addresses)).toEqual([["ada@example.com", "ada@example.com", "bob@example.com"]]);
  expect(Buffer.from(found[0]?.after ?? []).toString()).toBe("one");
  expect(found[0]?.before).toEqual([null]);
  expect(await fileHistory(repository, "docs/a b.md", { from: "HEAD~1", to: "HEAD" })).toEqual([]);
});

it("merge: a merge that changed the file on its own is told, with both of its parents", async () => {
  const folder = tempRepository();
  folder.write("a.md", "base\n");
  commitAll(folder, "base");
  folder.git("checkout", "-q", "-b", "change");
  folder.write("b.md", "x");
  commitAll(folder, "change");
  folder.git("checkout", "-q", "main");
  folder.write("c.md", "x");
  commitAll(folder, "main");
  folder.git("merge", "-q", "--no-ff", "--no-commit", "change");
  folder.write("a.md", "slipped in\n");
  commitAll(folder, "merge");
  const { repository } = await findRoot(folder.path);
  if (repository === null) throw new Error("no repository");
  const found = await fileHistory(repository, "a.md", { from: "HEAD~2", to: "HEAD" });
  expect(found).toHaveLength(1);
  expect(found[0]?.before).toHaveLength(2);
});

it("settings: what a person has set for git's log changes nothing of the answer", async () => {
  const folder = tempRepository();
  commitAll(folder, "base");
  const key = makeKey(sshFolder(), "bob");
  const signers = folder.write(".git/signers", `bob@example.com ${publicLine(key)}\n`);
  for (const [name, value] of [
    ["gpg.format", "ssh"],
    ["user.signingkey", key],
    ["gpg.ssh.allowedSignersFile", signers],
    ["log.showSignature", "true"],
    ["log.follow", "true"],
    ["log.showRoot", "true"],
    ["log.diffMerges", "first-parent"],
    ["color.ui", "always"],
  ] as const)
    folder.git("config", name, value);
  folder.write("a.md", "one");
  folder.git("add", "--all");
  folder.git("commit", "-q", "-S", "-m", "add", "--author=Bob <bob@example.com>");
  const { repository } = await findRoot(folder.path);
  if (repository === null) throw new Error("no repository");
  const found = await fileHistory(repository, "a.md", { from: "HEAD~1", to: "HEAD" });
  expect(found.map(({ addresses }) => addresses)).toEqual([["bob@example.com", "ada@example.com"]]);
  expect(Buffer.from(found[0]?.after ?? []).toString()).toBe("one");
});
