import { execFileSync } from "node:child_process";
import { symlinkSync, utimesSync } from "node:fs";
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { blobId, type DiskFile, diskEntry, unreadable } from "../../src/host/blob.ts";
import { tempFolder } from "../support/temp-git.ts";

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

function file(name = "a.txt", content = "one\n"): { disk: DiskFile; write(next: string): void } {
  const folder = tempFolder();
  const absolute = folder.write(name, content);
  return { disk: { path: name, absolute, mode: "100644", format: "sha1" }, write: (next) => folder.write(name, next) };
}

afterEach(() => vi.useRealTimers());

describe("blobId", () => {
  it("same-as-git: an id is what git hash-object gives", () => {
    const bytes = Buffer.from("hällo\r\n\0");
    const expected = execFileSync("git", ["hash-object", "--stdin"], { input: bytes, encoding: "utf8" }).trim();
    expect(blobId(bytes, "sha1")).toBe(expected);
    expect(blobId(bytes, "sha256")).toHaveLength(64);
  });

  it("distinct bytes have distinct ids", () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), (a, b) => {
        expect(blobId(a, "sha1") === blobId(b, "sha1")).toBe(Buffer.compare(a, b) === 0);
      }),
    );
  });
});

describe("diskEntry", () => {
  it("bytes: the id follows from the bytes and is taken when it is asked for", async () => {
    const { disk, write } = file();
    const entry = diskEntry(disk, "bytes");
    write("two\n");
    expect(entry.id).toBe(blobId(Buffer.from("two\n"), "sha1"));
    expect(text(await entry.read())).toBe("two\n");
  });

  it("link: a symbolic link is read as where it leads to, and has the id that git gives it", async () => {
    const { disk } = file("a.txt", "secret\n");
    const absolute = `${disk.absolute}.link`;
    symlinkSync("../elsewhere", absolute);
    const entry = diskEntry({ ...disk, absolute, mode: "120000" }, "bytes");
    expect(entry.id).toBe(blobId(Buffer.from("../elsewhere"), "sha1"));
    expect(text(await entry.read())).toBe("../elsewhere");
  });

  it("changed-while-read: bytes that do not fit the id are never given", async () => {
    const { disk, write } = file();
    const entry = diskEntry(disk, "bytes");
    expect(entry.id).toHaveLength(40);
    write("two\n");
    await expect(entry.read()).rejects.toMatchObject({
      code: "unreadable",
      message: "a.txt changed while it was read",
    });
    await expect(diskEntry(disk, { blob: "0".repeat(40) }).read()).rejects.toMatchObject({ code: "unreadable" });
  });

  it("gone: a file that is gone has an id of its own and cannot be read", async () => {
    const { disk } = file();
    for (const identity of ["bytes", "stat"] as const) {
      const entry = diskEntry({ ...disk, absolute: `${disk.absolute}.gone` }, identity);
      expect(entry.id).toMatch(/^unreadable:/u);
      await expect(entry.read()).rejects.toMatchObject({ code: "unreadable", place: { path: "a.txt" } });
    }
  });

  it("young: a file of the last two seconds is told by its bytes, since its times may not change again", async () => {
    const { disk } = file();
    expect(diskEntry(disk, "stat").id).toBe(blobId(Buffer.from("one\n"), "sha1"));
  });

  it("stat: an older file is not opened, and its id is no blob id", async () => {
    const { disk, write } = file();
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 3000 });
    const entry = diskEntry(disk, "stat");
    const { id } = entry;
    expect(id).toMatch(/^stat:/u);
    expect(text(await entry.read())).toBe("one\n");
    write("two\n");
    utimesSync(disk.absolute, new Date(0), new Date(0));
    expect(diskEntry(disk, "stat").id).not.toBe(id);
    await expect(entry.read()).rejects.toMatchObject({ code: "unreadable" });
  });
});

describe("unreadable", () => {
  it("names the file and the reason of the system", () => {
    const error = unreadable("src/a.ts", new Error("EACCES: permission denied"));
    expect(error.message).toBe("src/a.ts cannot be read: EACCES: permission denied");
    expect(error.hint).toContain("src/a.ts");
  });
});
