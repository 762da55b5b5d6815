import { expect, it } from "vitest";
import { baseProbes, baseTips } from "../../src/host/base-config.ts";
import { evaluateProbe } from "../../src/host/probes.ts";
import { findRoot, type Repository } from "../../src/host/repository.ts";
import { commitAll, type TempFolder, tempRepository } from "../support/temp-git.ts";

async function repositoryOf(folder: TempFolder): Promise<Repository> {
  const { repository } = await findRoot(folder.path);
  if (repository === null) throw new Error("no repository");
  return repository;
}

function project(): TempFolder {
  const folder = tempRepository();
  folder.write("lib/a.json", "1");
  commitAll(folder);
  folder.git("update-ref", "refs/remotes/origin/main", "HEAD");
  folder.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main");
  return folder;
}

it("both: ids at the remote's default branch and at HEAD", async () => {
  const folder = project();
  folder.write("lib/a.json", "2");
  commitAll(folder);
  const [remote, head] = ["origin/main", "HEAD"].map((ref) => folder.git("rev-parse", `${ref}:lib/a.json`).trim());
  expect(await baseTips(await repositoryOf(folder), "lib/a.json")).toEqual({
    remote,
    head,
    commit: folder.git("rev-parse", "HEAD").trim(),
    tree: folder.git("rev-parse", "HEAD^{tree}").trim(),
  });
  expect(remote).not.toBe(head);
});

it("none: a commit without the file and no commit are told apart", async () => {
  expect(await baseTips(await repositoryOf(project()), "b.json")).toMatchObject({ remote: null, head: null });
  expect(await baseTips(await repositoryOf(tempRepository()), "b.json")).toEqual({ commit: null, tree: null });
});

it("prefix: the path is relative to the root of the run", async () => {
  const repository = { ...(await repositoryOf(project())), prefix: "lib/" };
  expect((await baseTips(repository, "a.json")).head).toMatch(/^[0-9a-f]{40}$/u);
});

it("moved-ref: an answer changes when the remote's default branch moves, loose or packed", async () => {
  const folder = project();
  const repository = await repositoryOf(folder);
  const answers = () => JSON.stringify(baseProbes(repository)?.map(evaluateProbe));
  const moves = [
    () => commitAll(folder),
    () => folder.git("update-ref", "refs/remotes/origin/main", "HEAD"),
    () => folder.git("pack-refs", "--all"),
    () => folder.git("symbolic-ref", "--delete", "refs/remotes/origin/HEAD"),
  ];
  const [commit, ...others] = moves;
  let before = answers();
  commit?.();
  expect(answers()).toBe(before);
  for (const move of others) {
    move();
    expect(answers()).not.toBe(before);
    before = answers();
  }
});
