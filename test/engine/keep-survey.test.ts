import { describe, expect, it } from "vitest";
import { isPartwise } from "../../src/engine/keep-survey.ts";
import { createPlatform } from "../../src/host/platform.ts";
import { type JudgeOptions, judge } from "../../src/lint.ts";
import { rules } from "../../src/rules/registry.ts";
import { memorySnapshot } from "../../src/snapshot.ts";
import { interfaceProject } from "../support/interface-project.ts";
import { memorySurveys } from "../support/surveys.ts";

const files = interfaceProject("export const a: number = 1;\n", "export declare const a: number;");
const platform = createPlatform();

describe("keeping surveys", () => {
  it("every-rule: each rule of the registry is known to be one that a survey can tell", () => {
    // A new rule: does a change elsewhere change its findings without `affectedFiles` finding it? Then `recheck` has to know.
    expect(rules.map(({ id }) => id).filter((id) => !isPartwise(id))).toEqual([]);
    expect(isPartwise("structure/other")).toBe(false);
  });

  it("approvals: with approvals or evidence nothing is surveyed", async () => {
    const configs = ['{ "approvals": {} }', '{ "evidence": { "results": ["r.json"] } }', "{}"];
    const kept = [];
    for (const config of configs) {
      const { surveys, slots } = memorySurveys();
      await judge(memorySnapshot({ ...files, ".designrc.json": config }), platform, { surveys });
      kept.push(slots().length);
    }
    expect(kept).toEqual([0, 0, 1]);
  });

  it("circumstances: a survey of other flags, another config or another kind of snapshot is not used", async () => {
    const { surveys, cache } = memorySurveys();
    const rechecked = async (options: JudgeOptions = {}, config = "{}", onDisk = false) => {
      const snapshot = { ...memorySnapshot({ ...files, ".designrc.json": config }), onDisk };
      return (await judge(snapshot, platform, { surveys, cache, ...options })).rechecked;
    };
    expect([await rechecked(), await rechecked()]).toEqual([null, 0]);
    expect(await rechecked({ strict: true })).toBeNull();
    expect(await rechecked({ only: ["document/path"] })).toBeNull();
    expect(await rechecked({ rules: { "document/path": { severity: "off", options: {} } } })).toBeNull();
    expect(await rechecked({}, "{}", true)).toBeNull();
    expect(await rechecked()).toBe(0);
    expect(await rechecked({}, '{ "rules": { "document/path": "off" } }')).toBeNull();
  });
});
