import { chmodSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { commitHook } from "../../src/host/commit-hook.ts";
import { findRoot } from "../../src/host/repository.ts";
import { type TempFolder, tempRepository } from "../support/temp-git.ts";

async function hookOf(folder: TempFolder, below = "") {
  const { repository } = await findRoot(join(folder.path, below));
  return repository === null ? null : commitHook(repository);
}

it("reads the hook that git itself would run", async () => {
  const folder = tempRepository();
  expect(await hookOf(folder)).toBeNull();
  folder.write(".git/hooks/pre-commit", "design-lint --staged\n");
  expect(await hookOf(folder)).toEqual({
    path: ".git/hooks/pre-commit",
    text: "design-lint --staged\n",
    isExecutable: false,
  });
  chmodSync(join(folder.path, ".git/hooks/pre-commit"), 0o755);
  expect(await hookOf(folder)).toMatchObject({ isExecutable: true });
});

it("hooks-path: a folder that git's config names comes first, from below the top too", async () => {
  const folder = tempRepository();
  folder.write(".git/hooks/pre-commit", "old\n");
  folder.write(".husky/_/pre-commit", "new\n");
  folder.git("config", "core.hooksPath", ".husky/_");
  mkdirSync(join(folder.path, "below"));
  expect(await hookOf(folder, "below")).toMatchObject({ path: ".husky/_/pre-commit", text: "new\n" });
});
