import { readFileSync } from "node:fs";
import { expect } from "vitest";
import type { FixKind } from "../../src/edit.ts";
import type { Diagnostic } from "../../src/engine/report.ts";
import { type FixResult, fix } from "../../src/fix.ts";
import { createPlatform } from "../../src/host/platform.ts";
import { judge } from "../../src/lint.ts";
import type { Rule } from "../../src/rules/rule.ts";
import { memorySnapshot, overlay, type Snapshot } from "../../src/snapshot.ts";
import type { ApprovalSurroundings } from "../../src/workspace/approvals/judge-workspace.ts";
import type { FactCache } from "../../src/workspace/facts.ts";
import { type Files, pageBase, pageFiles, readFixture, type Want } from "./fixture.ts";

/** What a fixture says besides its files. */
export interface Circumstances {
  /** Old path → new path, as git would tell. */
  readonly moves?: Readonly<Record<string, string>>;
  /** The files of the protected ref, where approvals are judged against one. */
  readonly base?: Files | undefined;
}

/** The day on which approvals in fixtures are judged. */
const today = Date.parse("2026-11-22T00:00:00Z");

const platform = createPlatform();

/** Files that fixtures have in common are read once for each test file. */
const facts = new Map<string, unknown>();
const cache: FactCache = { get: (key) => facts.get(key), set: (key, value) => void facts.set(key, value) };
const allKinds: readonly FixKind[] = ["scaffold", "document", "interface", "status"];

/**
 * Judges a fixture: the rule finds exactly what the `want` comments say, no rule of the registry throws, and after
 * the safe fixes nothing that they promise to mend is left to mend.
 */
export async function testRule(rule: Rule, fixture: Files, circumstances: Circumstances = {}): Promise<void> {
  const { files, wants } = readFixture(fixture);
  const snapshot = snapshotOf(files, circumstances);
  const found = await findingsOf(rule, snapshot, circumstances.base);
  expectAll(found, wants);
  if (found.some(isMendable)) await expectFixed(rule, snapshot);
}

/**
 * Judges the two projects of a rule's page: the rule finds something under Wrong and nothing under Right. Where a block is marked
 * `before`, the project is judged against a base that is as it is but for these files.
 */
export async function testPage(rule: Rule): Promise<void> {
  const page = readFileSync(new URL(`../../docs/design/rules/${rule.id}.md`, import.meta.url), "utf8");
  const wrong = pageFiles(page, "Wrong");
  const right = pageFiles(page, "Right");
  expect(Object.keys(wrong), "files under Wrong").not.toEqual([]);
  expect(Object.keys(right), "files under Right").not.toEqual([]);
  const judged = (heading: string, files: Files) => findingsOf(rule, snapshotOf(files, {}), pageBase(page, heading));
  expect(await judged("Wrong", wrong), "findings under Wrong").not.toEqual([]);
  expect((await judged("Right", right)).map(describeFinding), "findings under Right").toEqual([]);
}

function snapshotOf(files: Files, { moves = {} }: Circumstances): Snapshot {
  return { ...memorySnapshot(files), moves: async () => new Map(Object.entries(moves)) };
}

async function findingsOf(rule: Rule, snapshot: Snapshot, base?: Files): Promise<readonly Diagnostic[]> {
  const { report } = await judge(snapshot, platform, { cache, approvals: approvalsAgainst(base) });
  expect(report.error, "no rule throws, no file is unreadable").toBeUndefined();
  return report.diagnostics.filter((diagnostic) => diagnostic.rule === rule.id);
}

/** Approvals as they are judged in memory, where a change and its base may be given; nobody is known as an author. */
export function approvalsAgainst(base: Files | undefined): ApprovalSurroundings {
  const tip = base === undefined ? null : memorySnapshot(base);
  const snapshots = tip === null ? null : { policy: tip, mergeBase: tip };
  return { now: today, authorsOf: async () => new Set(), base: async () => ({ snapshots, notices: [] }) };
}

function expectAll(found: readonly Diagnostic[], wants: readonly Want[]): void {
  const left = [...found];
  const missing: string[] = [];
  for (const { path, line, text } of wants) {
    const index = left.findIndex(
      (diagnostic) =>
        diagnostic.path === path && diagnostic.range.start.line === line && diagnostic.message.includes(text),
    );
    if (index >= 0) left.splice(index, 1);
    else missing.push(`${path}:${line} ${text}`);
  }
  expect({ missing, unexpected: left.map(describeFinding) }).toEqual({ missing: [], unexpected: [] });
}

function describeFinding({ path, range, message }: Diagnostic): string {
  return `${path}:${range.start.line} ${message}`;
}

function isMendable({ fix: offered }: Diagnostic): boolean {
  return offered?.by === "tool" && offered.safety === "safe";
}

async function expectFixed(rule: Rule, snapshot: Snapshot): Promise<void> {
  const first = await applyFixes(snapshot);
  const left = first.judgement.report.diagnostics.filter((diagnostic) => diagnostic.rule === rule.id);
  expect(left.filter(isMendable).map(describeFinding), "findings that the fixes left").toEqual([]);
  const texts = new Map(first.files.map(({ path, after }) => [path, after]));
  const second = await applyFixes(overlay(snapshot, texts));
  expect(
    second.files.map(({ path }) => path),
    "files that a second fix changes",
  ).toEqual([]);
}

function applyFixes(snapshot: Snapshot): Promise<FixResult> {
  return fix(snapshot, platform, { kinds: allKinds, unsafe: false, judge: { cache } });
}
