import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cacheFolder } from "../../src/host/cache-folder.ts";
import { openSurveys } from "../../src/host/survey-files.ts";
import { tempFolder } from "../support/temp-git.ts";

function root(): { path: string; files(): string[] } {
  const { path } = tempFolder();
  mkdirSync(join(path, "node_modules"));
  const folder = join(cacheFolder(path, {}), "surveys");
  return { path, files: () => (existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []) };
}

async function kept(path: string, slot: string, bytes: Uint8Array, build = "1"): Promise<void> {
  const surveys = openSurveys(path, build);
  surveys.keep(slot, bytes);
  await surveys.flush();
}

const bytes = Uint8Array.from({ length: 1000 }, (_, index) => (index * 37) % 256);

describe("openSurveys", () => {
  it("round-trip: what was kept is there in the next run", async () => {
    const { path } = root();
    await kept(path, "a", bytes);
    await kept(path, "b", new Uint8Array([10, 0, 255]));
    const surveys = openSurveys(path, "1");
    expect([...(surveys.read("a") ?? [])]).toEqual([...bytes]);
    expect([...(surveys.read("b") ?? [])]).toEqual([10, 0, 255]);
    expect(surveys.read("c")).toBeNull();
  });

  it("other-build: another program finds nothing", async () => {
    const { path } = root();
    await kept(path, "a", bytes);
    expect(openSurveys(path, "2").read("a")).toBeNull();
  });

  it("damaged: any change to the file makes it count as not there", async () => {
    const { path, files } = root();
    await kept(path, "a", bytes);
    const [file = ""] = files();
    const good = readFileSync(file);
    const flipped = Buffer.from(good);
    flipped[flipped.length - 5] = (flipped[flipped.length - 5] ?? 0) ^ 1;
    const harms = [
      flipped,
      good.subarray(0, -1),
      Buffer.concat([good, Buffer.from("x")]),
      Buffer.alloc(0),
      Buffer.from("\n"),
    ];
    for (const harm of harms) {
      writeFileSync(file, harm);
      expect(openSurveys(path, "1").read("a")).toBeNull();
    }
  });

  it("unwritable: where nothing can be written a run goes on without", async () => {
    const { path } = tempFolder();
    writeFileSync(join(path, "node_modules"), "a file");
    await expect(kept(path, "a", bytes)).resolves.toBeUndefined();
    expect(openSurveys(path, "1").read("a")).toBeNull();
  });

  it("parallel: two runs at once leave a whole file", async () => {
    const { path } = root();
    await Promise.all(Array.from({ length: 6 }, () => kept(path, "a", bytes)));
    expect(openSurveys(path, "1").read("a")?.length).toBe(bytes.length);
  });

  it("old: a survey older than three days is none, and is dropped", async () => {
    const { path, files } = root();
    await kept(path, "a", bytes);
    const [old = ""] = files();
    const then = new Date(Date.now() - 4 * 86_400_000);
    utimesSync(old, then, then);
    expect(openSurveys(path, "1").read("a")).toBeNull();
    await kept(path, "b", bytes);
    expect(files()).not.toContain(old);
    expect(files()).toHaveLength(1);
  });
});
