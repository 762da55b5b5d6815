import { applySplices, type Edit, type Fix, type FixKind, type Scaffold } from "./edit.ts";
import type { Stamped } from "./engine/run.ts";
import { type Judgement, type JudgeOptions, judge } from "./lint.ts";
import type { Platform } from "./platform.ts";
import { scaffoldTexts } from "./scaffold/texts.ts";
import { overlay, type Snapshot } from "./snapshot.ts";
import { createOracleSource } from "./workspace/oracle-source.ts";

/** Which fixes are wanted. */
export interface FixOptions {
  readonly kinds: readonly FixKind[];
  /** Also fixes that change the text of documents that may be approved. */
  readonly unsafe: boolean;
  readonly judge: JudgeOptions;
  /** Told after each file that was scaffolded: files done, files in all. */
  readonly progress?: (done: number, total: number) => void;
}

/** One file that fixing changes; `before` is null for a new file. */
export interface FixedFile {
  readonly path: string;
  readonly before: string | null;
  readonly after: string;
}

export interface FixResult {
  /** Sorted by path; nothing has been written. */
  readonly files: readonly FixedFile[];
  /** The judgement of the snapshot with all fixes applied. */
  readonly judgement: Judgement;
}

/** A fix may make room for the next (a new design asks for its test); more rounds than this would be a loop. */
const maximalRounds = 10;

/** Applies fixes in memory and judges again until nothing is left to fix. */
export async function fix(snapshot: Snapshot, platform: Platform, options: FixOptions): Promise<FixResult> {
  const oracles = createOracleSource(platform);
  const texts = new Map<string, string>();
  const originals = new Map<string, string | null>();
  for (let round = 0; ; round++) {
    const current = overlay(snapshot, texts);
    const judgement = await judge(current, platform, { ...options.judge, oracles });
    const edits =
      round < maximalRounds ? await wantedEdits(judgement, { snapshot: current, platform, options, oracles }) : [];
    const changed = applyEdits(edits, judgement, current);
    if (changed.size === 0) return { files: fixedFiles(originals, texts), judgement };
    for (const [path, text] of changed) {
      if (!originals.has(path))
        originals.set(path, snapshot.files.has(path) ? (judgement.texts.get(path) ?? null) : null);
      texts.set(path, text);
    }
  }
}

/** True where a fix may be applied under these options. */
export function isWanted(fix: Fix | undefined, options: Pick<FixOptions, "kinds" | "unsafe">): fix is Fix {
  if (fix === undefined || fix.by !== "tool") return false;
  return options.kinds.includes(fix.kind) && (fix.safety === "safe" || options.unsafe);
}

interface Round {
  readonly snapshot: Snapshot;
  readonly platform: Platform;
  readonly options: FixOptions;
  readonly oracles: ReturnType<typeof createOracleSource>;
}

async function wantedEdits(judgement: Judgement, round: Round): Promise<readonly Edit[]> {
  const fixes = judgement.findings
    .map(({ finding }: Stamped) => finding.fix)
    .filter((fix) => isWanted(fix, round.options));
  const scaffolds = uniqueByPath(fixes.flatMap(({ scaffold }) => scaffold ?? []));
  const { snapshot, platform, oracles, options } = round;
  const created = await scaffoldTexts(scaffolds, {
    workspace: judgement.workspace,
    snapshot,
    platform,
    oracles,
    ...(options.progress === undefined ? {} : { progress: options.progress }),
  });
  return [...fixes.flatMap(({ edits }) => edits ?? []), ...created];
}

function uniqueByPath(scaffolds: readonly Scaffold[]): readonly Scaffold[] {
  return [...new Map(scaffolds.map((scaffold) => [scaffold.path, scaffold])).values()];
}

function applyEdits(edits: readonly Edit[], judgement: Judgement, snapshot: Snapshot): ReadonlyMap<string, string> {
  const changed = new Map<string, string>();
  for (const edit of edits) {
    if (edit.kind === "create" && !snapshot.files.has(edit.path)) changed.set(edit.path, edit.text);
  }
  const replaces = edits.filter((edit) => edit.kind === "replace");
  for (const path of new Set(replaces.map((edit) => edit.path))) {
    const text = judgement.texts.get(path);
    if (text === undefined) continue;
    const splices = replaces.filter((edit) => edit.path === path);
    const after = applySplices(text, splices);
    if (after !== text) changed.set(path, after);
  }
  return changed;
}

function fixedFiles(
  originals: ReadonlyMap<string, string | null>,
  texts: ReadonlyMap<string, string>,
): readonly FixedFile[] {
  return [...texts]
    .map(([path, after]) => ({ path, before: originals.get(path) ?? null, after }))
    .filter(({ before, after }) => before !== after)
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
