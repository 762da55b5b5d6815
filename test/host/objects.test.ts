import { describe, expect, it } from "vitest";
import { openObjects } from "../../src/host/objects.ts";
import { findRoot, type Repository } from "../../src/host/repository.ts";
import { commitAll, tempRepository } from "../support/temp-git.ts";

async function repositoryOf(
  files: Record<string, string | Uint8Array>,
): Promise<{ repository: Repository; id(path: string): string }> {
  const folder = tempRepository();
  for (const [path, content] of Object.entries(files)) folder.write(path, content);
  commitAll(folder);
  const { repository } = await findRoot(folder.path);
  if (repository === null) throw new Error("no repository");
  return { repository, id: (path) => folder.git("rev-parse", `HEAD:${path}`).trim() };
}

describe("openObjects", () => {
  it("many: answers come to the right question, big and small, binary and empty", async () => {
    const big = Buffer.alloc(3_000_000, "0123456789\n");
    const files = { a: "a", empty: "", big, binary: Uint8Array.of(10, 0, 255, 10), "with space": "x missing\n" };
    const { repository, id } = await repositoryOf(files);
    const objects = openObjects(repository);
    const names = Object.keys(files);
    const read = await Promise.all([...names, ...names].map(async (name) => objects.read(id(name), name)));
    const expected = [...Object.values(files), ...Object.values(files)];
    for (const [index, bytes] of read.entries())
      expect(Buffer.from(bytes).equals(Buffer.from(expected[index] ?? "?"))).toBe(true);
  });

  it("missing: an object that git does not have is a user error, and the next one is read", async () => {
    const { repository, id } = await repositoryOf({ a: "text" });
    const objects = openObjects(repository);
    const lost = objects.read("0".repeat(40), "lost.ts");
    const found = objects.read(id("a"), "a");
    await expect(lost).rejects.toMatchObject({ code: "unreadable", place: { path: "lost.ts" } });
    expect(Buffer.from(await found).toString()).toBe("text");
    expect(Buffer.from(await objects.read(id("a"), "a")).toString()).toBe("text");
  });

  it("no-process: where git cannot be started every read is a user error", async () => {
    const { repository, id } = await repositoryOf({ a: "text" });
    const broken = { ...repository, place: { folder: `${repository.place.folder}/gone`, env: {} } };
    await expect(openObjects(broken).read(id("a"), "a")).rejects.toMatchObject({ code: "unreadable" });
  });
});
