import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { workingState } from "../../src/host/working-state.ts";
import { repositoryWith } from "../support/program.ts";
import { commitAll, tempFolder } from "../support/temp-git.ts";

const digestOf = async (folder: string) => (await workingState(folder))?.digest;

afterEach(() => {
  delete process.env.GIT_INDEX_FILE;
});

it("same: two looks at one state give one digest, from any folder inside", async () => {
  const { path } = repositoryWith({ "src/a.ts": "a", "b.md": "b" });
  const first = await workingState(path);
  expect(first?.root).toBe(path);
  expect(await workingState(join(path, "src"))).toEqual(first);
});

it("differs: a change of a tracked, staged, untracked or deleted file, of a mode, an index flag, a commit, an ignore file or an attribute changes it", async () => {
  const repository = repositoryWith({ "a.ts": "a", "b.ts": "b", "c.ts": "c" });
  const steps: readonly (() => unknown)[] = [
    () => undefined,
    () => repository.write("a.ts", "aa"),
    () => repository.write("new.ts", "1"),
    () => repository.git("add", "a.ts"),
    () => repository.remove("b.ts"),
    () => chmodSync(join(repository.path, "c.ts"), 0o755),
    () => commitAll(repository),
    () => repository.git("commit", "--amend", "--quiet", "--message", "other"),
    () => repository.write(".gitignore", "new.ts\n"),
    () => repository.write(".git/info/attributes", "*.ts text eol=crlf\n"),
    () => repository.git("config", "core.autocrlf", "input"),
    () => repository.git("update-index", "--skip-worktree", "a.ts"),
  ];
  const digests: (string | undefined)[] = [];
  for (const step of steps) {
    step();
    digests.push(await digestOf(repository.path));
  }
  expect(digests).not.toContain(undefined);
  expect(new Set(digests).size).toBe(steps.length);
});

it("same-size: other bytes of the same length in a changed file change it", async () => {
  const repository = repositoryWith({ "a.ts": "a" });
  repository.write("a.ts", "one");
  repository.write("new.ts", "one");
  const before = await digestOf(repository.path);
  repository.write("a.ts", "two");
  const changed = await digestOf(repository.path);
  expect(changed).not.toBe(before);
  repository.write("new.ts", "two");
  expect(await digestOf(repository.path)).not.toBe(changed);
});

it("outside-git: a folder outside git has none", async () => {
  expect(await workingState(tempFolder().path)).toBeNull();
});

it("hook: where a hook hands down an index there is none", async () => {
  const { path } = repositoryWith({ "a.ts": "a" });
  process.env.GIT_INDEX_FILE = join(path, ".git/index");
  expect(await workingState(path)).toBeNull();
});

it("too-much: with more than 500 changed files there is none", async () => {
  const { path } = repositoryWith({ "a.ts": "a" });
  for (let index = 0; index < 500; index++) writeFileSync(join(path, `${index}.ts`), "");
  expect(await workingState(path)).not.toBeNull();
  writeFileSync(join(path, "500.ts"), "");
  expect(await workingState(path)).toBeNull();
});

it("skip-hash: an index without a hash of itself is hashed here", async () => {
  const repository = repositoryWith({ "a.ts": "a" });
  repository.git("config", "index.skipHash", "true");
  repository.write("b.ts", "b");
  repository.git("add", "b.ts");
  const before = await digestOf(repository.path);
  repository.write("b.ts", "c");
  repository.git("add", "b.ts");
  expect(await digestOf(repository.path)).not.toBe(before);
});
