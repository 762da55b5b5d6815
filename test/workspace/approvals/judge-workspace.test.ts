import { expect, it } from "vitest";
import { createPlatform } from "../../../src/host/platform.ts";
import { judge } from "../../../src/lint.ts";
import { memorySnapshot } from "../../../src/snapshot.ts";
import type { FactCache } from "../../../src/workspace/facts.ts";
import { team } from "../../support/approval-rules.ts";
import { designText, type Files, paths } from "../../support/approved-project.ts";

const platform = createPlatform();
const { base } = team();

function cacheOf(): FactCache & { readonly entries: Map<string, unknown> } {
  const entries = new Map<string, unknown>();
  return { entries, get: (key) => entries.get(key), set: (key, value) => void entries.set(key, value) };
}

async function check(files: Files, caches: { cache: FactCache; believed?: FactCache }): Promise<readonly string[]> {
  const { cache, believed } = caches;
  const { report } = await judge(memorySnapshot(files), platform, {
    cache,
    approvals: {
      now: Date.parse("2026-11-22T00:00:00Z"),
      authorsOf: async () => new Set(),
      base: async () => ({ snapshots: null, notices: [] }),
      ...(believed === undefined ? {} : { cache: believed }),
    },
  });
  return report.diagnostics.map(({ rule }) => rule).filter((rule) => rule.startsWith("approval/"));
}

it("own-facts: where facts of the run may come from elsewhere, only those that may be believed are used", async () => {
  const cache = cacheOf();
  const draft = { ...base, [paths.design]: designText.replace("status: implemented", "status: draft") };
  expect(await check(draft, { cache })).toEqual(["approval/code-ahead"]);
  const unsigned = { ...base, [paths.design]: designText };
  const keyOf = (files: Files) => `:${memorySnapshot(files).files.get(paths.design)?.id}:`;
  for (const [key, facts] of [...cache.entries])
    if (key.includes(keyOf(draft))) cache.set(key.replace(keyOf(draft), keyOf(unsigned)), facts);
  expect(await check(unsigned, { cache }), "a poisoned cache makes it a draft").toEqual(["approval/code-ahead"]);
  expect(await check(unsigned, { cache, believed: cacheOf() })).toEqual(["approval/missing", "approval/code-ahead"]);
});

it("needed: the base is told whether the config asks for it", async () => {
  const asked: boolean[] = [];
  for (const files of [base, { "src/a.ts": "" }])
    await judge(memorySnapshot(files), platform, {
      approvals: {
        now: 0,
        authorsOf: async () => new Set(),
        base: async (isNeeded) => {
          asked.push(isNeeded);
          return { snapshots: null, notices: [] };
        },
      },
    });
  expect(asked).toEqual([true, false]);
});
