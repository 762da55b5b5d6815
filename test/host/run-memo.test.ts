import { mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { cacheFolder } from "../../src/host/cache-folder.ts";
import { readRun, writeRun } from "../../src/host/run-memo.ts";
import { tempFolder } from "../support/temp-git.ts";

const output = { exitCode: 1, stdout: "a finding\n", stderr: "" };

function root() {
  const folder = tempFolder();
  mkdirSync(join(folder.path, "node_modules"));
  const runs = join(cacheFolder(folder.path, {}), "runs");
  return { ...folder, runs, files: () => readdirSync(runs).map((name) => join(runs, name)) };
}

it("again: the same key gives the same output", async () => {
  const { path } = root();
  await writeRun(path, { slot: "s", key: "k", seen: [], output });
  expect(readRun(path, "s", "k")).toEqual(output);
});

it("other-key: another key, or another slot, gives none", async () => {
  const { path } = root();
  await writeRun(path, { slot: "s", key: "k", seen: [], output });
  expect(readRun(path, "s", "k2")).toBeNull();
  expect(readRun(path, "s2", "k")).toBeNull();
});

it("looked: what was looked at besides and differs by now gives none", async () => {
  const { path, write } = root();
  const file = write("a.json", "1");
  const seen = [[`kind:${file}`, "file"]] as const;
  await writeRun(path, { slot: "s", key: "k", seen, output });
  expect(readRun(path, "s", "k")).toEqual(output);
  rmSync(file);
  expect(readRun(path, "s", "k")).toBeNull();
});

it("damaged: a file of which any byte differs gives none", async () => {
  const { path, files } = root();
  await writeRun(path, { slot: "s", key: "k", seen: [], output });
  const [file = ""] = files();
  const bytes = readFileSync(file);
  for (let at = 0; at < bytes.length; at++) {
    const damaged = Buffer.from(bytes);
    damaged[at] = (damaged[at] ?? 0) ^ 1;
    writeFileSync(file, damaged);
    expect(readRun(path, "s", "k")).toBeNull();
    writeFileSync(file, bytes.subarray(0, at));
    expect(readRun(path, "s", "k")).toBeNull();
  }
});

it("unwritable: where nothing can be written nothing is kept, and nothing fails", async () => {
  const { path, write } = root();
  write("node_modules/.cache", "a file");
  await writeRun(path, { slot: "s", key: "k", seen: [], output });
  expect(readRun(path, "s", "k")).toBeNull();
});

it("old: outputs that are older than a week are deleted", async () => {
  const { path, files } = root();
  await writeRun(path, { slot: "old", key: "k", seen: [], output });
  const past = Date.now() / 1000 - 8 * 86_400;
  for (const file of files()) utimesSync(file, past, past);
  await writeRun(path, { slot: "s", key: "k", seen: [], output });
  expect(files()).toHaveLength(1);
});
