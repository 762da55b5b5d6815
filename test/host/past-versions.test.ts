import { expect, it } from "vitest";
import { pastVersions } from "../../src/host/past-versions.ts";
import { findRoot } from "../../src/host/repository.ts";
import { commitAll, type TempFolder, tempRepository } from "../support/temp-git.ts";

async function versions(folder: TempFolder, path = "a.md") {
  const { repository } = await findRoot(folder.path);
  if (repository === null) throw new Error("no repository");
  const found: string[] = [];
  for await (const bytes of pastVersions(repository, path)) found.push(Buffer.from(bytes).toString());
  return found;
}

it("gives what a file was in the commits that touched it, newest first", async () => {
  const folder = tempRepository();
  for (const text of ["one\n", "two\n", "three\n"]) {
    folder.write("a.md", text);
    commitAll(folder);
    folder.write("b.md", text);
    commitAll(folder);
  }
  expect(await versions(folder)).toEqual(["three\n", "two\n", "one\n"]);
});

it("deleted: a commit that took the file away has no version", async () => {
  const folder = tempRepository();
  folder.write("a.md", "one\n");
  commitAll(folder);
  folder.remove("a.md");
  commitAll(folder);
  expect(await versions(folder)).toEqual(["one\n"]);
});

it("no-commit: without a commit there is none", async () => {
  expect(await versions(tempRepository())).toEqual([]);
});
