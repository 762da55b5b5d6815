import { describe, expect, it } from "vitest";
import type { InterfaceVerdict } from "../../src/interface/verdict.ts";
import { memorySnapshot } from "../../src/snapshot.ts";
import type { DependenceLog } from "../../src/workspace/dependence.ts";
import { createKeptVerdicts, type KeptVerdictsInput, type VerdictSubject } from "../../src/workspace/kept-verdicts.ts";
import type { Recorded } from "../../src/workspace/module-texts.ts";

const files = { "src/a.ts": "a", "src/b.ts": "b", "docs/a.md": "doc", "package.json": "{}", "tsconfig.json": "{}" };
const finding: InterfaceVerdict["findings"][number] = {
  rule: "interface/changed",
  message: "a is b",
  mend: "Change it",
  export: "a",
  declared: { start: 0, end: 1 },
};
const block = { section: ["interface"], lang: "ts", text: "", range: { start: 3, end: 4 }, lines: [3] };
const subject: VerdictSubject = { source: "src/a.ts", document: "docs/a.md", blocks: [block] };
const clean: InterfaceVerdict = { findings: [], compared: 2, consulted: ["src/b.ts"] };
const verdict: InterfaceVerdict = { ...clean, findings: [finding] };
const recorded = (isOpen = false, value = verdict): Recorded<InterfaceVerdict> => ({
  value,
  seen: ["src/a.ts", "src/b.ts"],
  resolved: [["src/a.ts", "./b", "src/b.ts"]],
  isOpen,
});

const emptySource = { syntax: "code", exports: [], stars: [], imports: [], lead: "", problems: [], suppressions: [] };

interface Surroundings {
  readonly texts?: object;
  /** What files mean, by path; those that are left out have bytes only. */
  readonly shapes?: Readonly<Record<string, string>>;
}

function kept(cache: Map<string, unknown>, changes: Partial<KeptVerdictsInput> & Surroundings = {}) {
  const { texts = {}, shapes = {}, ...rest } = changes;
  const told: string[] = [];
  const log: DependenceLog = {
    declaring: () => undefined,
    imports: () => undefined,
    verdict: (source) => {
      told.push(source);
    },
  };
  const keeper = createKeptVerdicts({
    snapshot: memorySnapshot({ ...files, ...texts }),
    facts: {
      source: async (path) => ({ ...emptySource, ...(path in shapes ? { shape: shapes[path] } : {}) }) as never,
    },
    cache: { get: (key) => cache.get(key), set: (key, value) => void cache.set(key, value) },
    circumstances: { of: async () => ({ outside: null, deep: null }) as never, hold: async () => true },
    resolve: () => "src/b.ts",
    log,
    ...rest,
  });
  return { ...keeper, told };
}

async function written(isOpen = false): Promise<Map<string, unknown>> {
  const cache = new Map<string, unknown>();
  await kept(cache).write(subject, recorded(isOpen), null);
  return cache;
}

describe("kept verdicts", () => {
  it("kept: the same pair in the same surroundings has its verdict, and what it depends on is told again", async () => {
    const again = kept(await written());
    expect(await again.read(subject)).toEqual({ ...verdict, consulted: [] });
    expect(again.told).toEqual(["src/a.ts"]);
    expect(await kept(new Map()).read(subject)).toBeNull();
  });

  it("other-pair: other bytes, another path of the source or blocks in other places have none", async () => {
    const cache = await written();
    expect(await kept(cache, { texts: { "docs/a.md": "other" } }).read(subject)).toBeNull();
    expect(await kept(cache, { texts: { "src/a.ts": "other" } }).read(subject)).toBeNull();
    expect(await kept(cache, { texts: { "src/c.ts": "a" } }).read({ ...subject, source: "src/c.ts" })).toBeNull();
    const moved = { ...block, range: { start: 5, end: 6 } };
    expect(await kept(cache).read({ ...subject, blocks: [moved] })).toBeNull();
  });

  it("same-meaning: where nothing was found, the verdict outlives prose, comments and bodies", async () => {
    const shapes = { "src/a.ts": "shape a", "src/b.ts": "shape b" };
    const cache = new Map<string, unknown>();
    await kept(cache, { shapes }).write(subject, recorded(false, clean), null);
    const texts = { "docs/a.md": "other", "src/a.ts": "a // other", "src/b.ts": "b // other" };
    const moved = { ...block, range: { start: 5, end: 6 } };
    expect(await kept(cache, { shapes, texts }).read({ ...subject, blocks: [moved] })).toEqual({
      ...clean,
      consulted: [],
    });
    for (const path of ["src/a.ts", "src/b.ts"])
      expect(await kept(cache, { shapes: { ...shapes, [path]: "other" } }).read(subject)).toBeNull();
    expect(await kept(cache, { shapes }).read({ ...subject, blocks: [{ ...block, text: "other" }] })).toBeNull();
    expect(await kept(cache, { shapes }).read({ ...subject, blocks: [{ ...block, lang: "tsx" }] })).toBeNull();
    expect(await kept(cache, { shapes }).read({ ...subject, blocks: [block, block] })).toBeNull();
  });

  it("found-at-a-place: a verdict with a finding is kept by every byte", async () => {
    const shapes = { "src/a.ts": "shape a", "src/b.ts": "shape b" };
    const cache = new Map<string, unknown>();
    await kept(cache, { shapes }).write(subject, recorded(), null);
    expect(await kept(cache, { shapes }).read(subject)).toEqual({ ...verdict, consulted: [] });
    for (const path of ["src/a.ts", "src/b.ts", "docs/a.md"])
      expect(await kept(cache, { shapes, texts: { [path]: "other" } }).read(subject)).toBeNull();
  });

  it("other-file: nor has a pair of which a file has changed that was read", async () => {
    expect(await kept(await written(), { texts: { "src/b.ts": "other" } }).read(subject)).toBeNull();
  });

  it("other-lead: nor one whose specifiers lead elsewhere", async () => {
    expect(await kept(await written(), { resolve: () => null }).read(subject)).toBeNull();
  });

  it("other-names: where any name could have led an import elsewhere, all names have to be the same", async () => {
    const more = { texts: { "src/c.ts": "c" } };
    expect(await kept(await written(), more).read(subject)).not.toBeNull();
    expect(await kept(await written(true), more).read(subject)).toBeNull();
    expect(await kept(await written(true), { texts: { "package.json": "{ }" } }).read(subject)).toBeNull();
    expect(await kept(await written(true)).read(subject)).not.toBeNull();
  });

  it("other-circumstances: what the compiler used is asked every time", async () => {
    const circumstances = { of: async () => ({}) as never, hold: async () => false };
    expect(await kept(await written(), { circumstances }).read(subject)).toBeNull();
  });

  it("other-config: another tsconfig anywhere forgets all", async () => {
    expect(await kept(await written(), { texts: { "tsconfig.json": "{ }" } }).read(subject)).toBeNull();
    expect(await kept(await written(), { texts: { "lib/tsconfig.base.json": "{}" } }).read(subject)).toBeNull();
  });
});
