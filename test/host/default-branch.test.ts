import { describe, expect, it } from "vitest";
import { currentBranch, remoteDefaultBranch } from "../../src/host/default-branch.ts";
import { inGit } from "../../src/host/refs.ts";
import { findRoot } from "../../src/host/repository.ts";
import { commitAll, tempRepository } from "../support/temp-git.ts";

describe("default branch", () => {
  it("remote: origin/HEAD names it, slashes included; without it there is none", async () => {
    const folder = tempRepository();
    const repository = inGit(await findRoot(folder.path), "the test");
    expect(await remoteDefaultBranch(repository)).toBeNull();
    folder.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/release/next");
    expect(await remoteDefaultBranch(repository)).toBe("release/next");
  });

  it("current: the branch that is checked out, before its first commit too; a detached HEAD is on none", async () => {
    const folder = tempRepository();
    const repository = inGit(await findRoot(folder.path), "the test");
    expect(await currentBranch(repository)).toBe("main");
    commitAll(folder);
    folder.git("checkout", "-q", "--detach");
    expect(await currentBranch(repository)).toBeNull();
  });
});
