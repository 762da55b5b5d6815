import { moveFile, writeEdits } from "../host/write.ts";
import { escapeControls } from "../report/escape.ts";
import type { Snapshot } from "../snapshot.ts";
import { UserError } from "../user-error.ts";
import { findProject } from "./find-project.ts";
import { checkId } from "./id.ts";
import type { CommandIo } from "./io.ts";
import { type MoveSteps, planMove } from "./mv/plan.ts";

/** What `mv` is asked for; `config` is the value of `--config`, null for the usual place. */
export interface MvRequest {
  readonly from: string;
  readonly to: string;
  readonly config: string | null;
}

/**
 * Moves what has the id `from` to the id `to` and rewrites every reference, all or nothing. Gives the exit code; rejects with
 * a `UserError` where it cannot be moved.
 */
export async function runMv({ from, to, config: file }: MvRequest, io: CommandIo): Promise<number> {
  checkId(to);
  const { root, snapshot, config } = await findProject(io.cwd, file);
  const project = { paths: new Set(snapshot.files.keys()), config, text: textReader(snapshot) };
  const steps = await planMove(project, { from: from.normalize("NFC"), to: to.normalize("NFC") });
  await carryOut(steps, root, snapshot);
  const lines = [
    ...[...steps.moves].map(([before, after]) => `moved    ${before} → ${after}`),
    ...steps.changed.map(({ path, references }) => {
      const count = `${references} ${references === 1 ? "reference" : "references"}`;
      return `changed  ${steps.moves.get(path) ?? path} (${count})`;
    }),
    ...steps.notes.map((note) => `→ ${note}`),
  ];
  io.stdout(`${escapeControls(lines.join("\n"))}\n`);
  return 0;
}

function textReader(snapshot: Snapshot): (path: string) => Promise<string | undefined> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  return async (path) => {
    const bytes = await snapshot.files.get(path)?.read();
    try {
      return bytes === undefined ? undefined : decoder.decode(bytes);
    } catch {
      return undefined; // no text: nothing in it can be rewritten
    }
  };
}

const wholeText = (path: string, before: string, text: string) => [
  { kind: "replace", path, range: { start: 0, end: before.length }, text } as const,
];

/** Each step puts its own undoing on the pile, so that a failure leaves the project as it was. */
async function carryOut({ moves, changed }: MoveSteps, root: string, snapshot: Snapshot): Promise<void> {
  const undo: (() => Promise<unknown>)[] = [];
  try {
    for (const { path, before, after } of changed) {
      await writeEdits(root, wholeText(path, before, after), snapshot);
      undo.push(() => writeEdits(root, wholeText(path, after, before)));
    }
    for (const [from, to] of moves) {
      await moveFile(root, from, to);
      undo.push(() => moveFile(root, to, from));
    }
  } catch (error) {
    throw await undone(undo, error);
  }
}

async function undone(undo: readonly (() => Promise<unknown>)[], cause: unknown): Promise<unknown> {
  const reason = cause instanceof Error ? cause.message : String(cause);
  try {
    for (const step of [...undo].reverse()) await step();
  } catch (error) {
    const further = error instanceof Error ? error.message : String(error);
    return new UserError("half-moved", `The move failed half way and could not be undone: ${reason}; ${further}`, {
      hint: "see `git status`, and restore with git what should not have changed",
    });
  }
  if (!(cause instanceof UserError)) return cause;
  const { code, hint, place } = cause;
  return new UserError(code, `Nothing was moved: ${reason}`, {
    ...(hint !== undefined && { hint }),
    ...(place !== undefined && { place }),
  });
}
