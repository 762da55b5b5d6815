import { expect, it } from "vitest";
import { fileHistory } from "../../src/host/document-history.ts";
import { findRoot } from "../../src/host/repository.ts";
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
