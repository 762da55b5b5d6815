import { beforeAll, expect, it } from "vitest";
import { loadConfig } from "../../../src/config/load.ts";
import { createPlatform } from "../../../src/host/platform.ts";
import { rules } from "../../../src/rules/registry.ts";
import { memorySnapshot, type Snapshot } from "../../../src/snapshot.ts";
import { judgeApprovals } from "../../../src/workspace/approvals/judge.ts";
import { approvedProject, configText, type Files, paths, people } from "../../support/approved-project.ts";

let base: Files = {};
beforeAll(() => {
  base = approvedProject(people(["alice", "bob"]));
});

type Left = Readonly<Record<string, readonly [mode: string, text: string]>>;
const link = (target: string) => ["120000", target] as const;
const submodule = (commit: string) => ["160000", commit] as const;

function snapshotOf(files: Files, left: Left): Snapshot {
  const texts = memorySnapshot(Object.fromEntries(Object.entries(left).map(([path, [, text]]) => [path, text]))).files;
  const unjudged = [...texts].map(([path, entry]) => ({ path, entry: { ...entry, mode: left[path]?.[0] ?? "" } }));
  return { ...memorySnapshot(files), unjudged };
}

async function found(left: Left, more: Files = {}, before: Left = {}): Promise<readonly string[]> {
  const [snapshot, policy] = [snapshotOf({ ...base, ...more }, left), snapshotOf(base, before)];
  const platform = createPlatform();
  const { findings } = await judgeApprovals({
    snapshot,
    platform,
    config: await loadConfig(snapshot, platform, { catalogue: rules }),
    catalogue: rules,
    cache: { get: () => undefined, set: () => undefined },
    base: { policy, mergeBase: policy },
    now: Date.parse("2026-11-22T00:00:00Z"),
    authorsOf: async () => new Set(),
  });
  return findings.filter(({ rule }) => rule !== "policy/changed").map(({ rule, path }) => `${rule} ${path}`);
}

const evil = { "data/evil.ts": "export const evil: number = 1;\n", "data/notes.txt": "x" };

it("link: a link in the place of a source, new or leading elsewhere than before, is refused", async () => {
  const ahead = ["approval/code-ahead src/sessions/evil.ts"];
  for (const target of ["../../data/evil.ts", "../../data/notes.txt", "/etc/passwd", "gone", "../../../outside"])
    expect(await found({ "src/sessions/evil.ts": link(target) }, evil), target).toEqual(ahead);
  const before = { "src/sessions/evil.ts": link("../../data/evil.ts") };
  expect(await found({ "src/sessions/evil.ts": link("../../data/other.ts") }, evil, before)).toEqual(ahead);
});

it("folder: a link to a folder is judged by the files below it, a submodule by what could stand there", async () => {
  expect(await found({ "src/evil": link("../data") }, evil)).toEqual(["approval/code-ahead src/evil"]);
  expect(await found({ "src/evil": link("../data") }, { "data/notes.txt": "x" })).toEqual([]);
  expect(await found({ src: link("data") }, evil)).toEqual(["approval/code-ahead src"]);
  expect(await found({ "src/evil": link("../..") })).toEqual(["approval/code-ahead src/evil"]);
  expect(await found({ "src/evil": submodule("1") })).toEqual(["approval/code-ahead src/evil"]);
});

it("elsewhere: outside the source roots, and where no source could be, nothing is said", async () => {
  const left = {
    "CLAUDE.md": link("AGENTS.md"),
    "vendor/lib": submodule("1"),
    "src/logo.svg": link("../data/notes.txt"),
    "node_modules/a": link("../data"),
    "lib/evil.ts": link("../data/evil.ts"),
  };
  expect(await found(left, evil)).toEqual([]);
});

it("known: what the merge base has already is no doing of the change", async () => {
  const left = { "src/evil.ts": link("../data/evil.ts"), "src/sub": submodule("1") };
  expect(await found(left, evil, left)).toEqual([]);
  expect(await found({ ...left, "src/sub": submodule("2") }, evil, left)).toEqual([]);
  expect(await found({ "src/evil.ts": submodule("1") }, evil, left)).toEqual(["approval/code-ahead src/evil.ts"]);
});

it("exempted: an exemption that the change itself brings is none", async () => {
  const own = JSON.parse(configText(["alice", "bob"]));
  const config = JSON.stringify({ ...own, exempt: [{ files: ["src/evil.ts"], reason: "because" }] });
  const left = { "src/evil.ts": link("../data/evil.ts") };
  expect(await found(left, { [paths.config]: config })).toEqual(["approval/code-ahead src/evil.ts"]);
  const settled = base;
  base = { ...base, [paths.config]: config };
  expect(await found(left, evil)).toEqual([]);
  base = settled;
});

it("odd-name: a name that is not UTF-8 is refused", async () => {
  expect(await found({ "src/ev\u{FFFD}il.ts": ["100644", "x"] })).toEqual(["approval/code-ahead src/ev\u{FFFD}il.ts"]);
});
