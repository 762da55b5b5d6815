import { setImmediate } from "node:timers/promises";
import { recall, type Seen } from "./commands/recall.ts";
import { findRoot } from "./host/repository.ts";
import type { ProcessIo } from "./main.ts";

/** What is loaded only for a run that has something new to say. */
export type Program = typeof import("./main.ts");

/** Runs one command line and gives its exit code; nothing is thrown. What an earlier run said is said again without `load`. */
export async function start(argv: readonly string[], io: ProcessIo, load: () => Program): Promise<number> {
  try {
    const recalled = await recall(argv, io);
    if (recalled === null) return await running(argv, io, load);
    if (recalled.kind === "new") return await remembering(io, recalled.keep, (kept) => load().main(argv, kept));
    io.stdout(recalled.output.stdout);
    io.stderr(recalled.output.stderr);
    return recalled.output.exitCode;
  } catch (error) {
    const { describeError } = await import("./commands/describe-error.ts");
    io.stderr(describeError(error));
    return 2;
  }
}

/** Git looks for the root while the program is loaded for a commit hook; where it fails, the program asks again and says why. */
async function running(argv: readonly string[], io: ProcessIo, load: () => Program): Promise<number> {
  if (!argv.includes("--staged")) return load().main(argv, io);
  const root = findRoot(io.cwd).catch(() => null);
  // Loading takes the thread: git has to be started before.
  await setImmediate();
  return load().main(argv, { ...io, root });
}

type Known = Extract<Awaited<ReturnType<typeof recall>>, { kind: "new" }>;

/** Keeps what a run says, where the run says that it would say it again. */
async function remembering(
  io: ProcessIo,
  keep: Known["keep"],
  run: (io: ProcessIo) => Promise<number>,
): Promise<number> {
  let [stdout, stderr] = ["", ""];
  let seen: Seen | null = null;
  const exitCode = await run({
    ...io,
    stdout(text) {
      stdout += text;
      io.stdout(text);
    },
    stderr(text) {
      stderr += text;
      io.stderr(text);
    },
    remember(found) {
      seen = found;
    },
  });
  if (seen !== null) await keep({ exitCode, stdout, stderr }, seen);
  return exitCode;
}
