import { describe, expect, it } from "vitest";
import { inspect } from "../../src/engine/inspect.ts";
import { createPlatform } from "../../src/host/platform.ts";
import { memorySnapshot } from "../../src/snapshot.ts";
import { UserError } from "../../src/user-error.ts";
import { createOracleSource } from "../../src/workspace/oracle-source.ts";
import { memorySurveys } from "../support/surveys.ts";

const platform = createPlatform();
const files = { "src/a.ts": "export const a: number = 1;\n", ".designrc.json": "{}" };

function inspector() {
  const kept = memorySurveys();
  const { surveys, cache, slots } = kept;
  const run = (snapshot = memorySnapshot(files)) =>
    inspect(snapshot, platform, { surveys, cache, oracles: createOracleSource(platform) });
  return { run, slots };
}

describe("inspect", () => {
  it("first: without a survey everything is looked at, and a survey is kept", async () => {
    const { run, slots } = inspector();
    expect(await run()).toMatchObject({ rechecked: null, counts: { sources: 1 } });
    expect(slots()).toHaveLength(1);
  });

  it("again: with one, nothing is looked at where nothing changed, and the same is said", async () => {
    const { run } = inspector();
    const [first, second] = [await run(), await run()];
    expect(second.rechecked).toBe(0);
    expect(second.findings).toEqual(first.findings);
    expect(second.counts).toEqual(first.counts);
    expect(first.findings).not.toEqual([]);
  });

  it("unreadable: a run that could not read a file keeps no survey", async () => {
    const { run, slots } = inspector();
    const snapshot = memorySnapshot(files);
    const read = () => Promise.reject(new UserError("unreadable", "gone"));
    await run({ ...snapshot, files: new Map([...snapshot.files, ["src/b.ts", { id: "b", mode: "100644", read }]]) });
    expect(slots()).toEqual([]);
  });

  it("approvals: with approvals everything is looked at", async () => {
    const { run, slots } = inspector();
    const snapshot = memorySnapshot({ ...files, ".designrc.json": '{ "approvals": {} }' });
    expect([(await run(snapshot)).rechecked, (await run(snapshot)).rechecked]).toEqual([null, null]);
    expect(slots()).toEqual([]);
  });
});
