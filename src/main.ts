import type { CheckIo } from "./commands/check.ts";
import type { Request } from "./commands/program.ts";
import type { Recall, Seen } from "./commands/recall.ts";

/** What the bin hands in: the only part of the process that the program sees. */
export interface ProcessIo extends Omit<CheckIo, "color" | "remember"> {
  readonly stdoutIsTTY: boolean;
  /** Names this very program; without it no run is recalled. */
  readonly build?: string;
}

/** Runs one command line and gives its exit code; nothing is thrown. Each command is loaded only when it is asked for. */
export async function main(argv: readonly string[], io: ProcessIo): Promise<number> {
  if (argv.length === 1 && (argv[0] === "--version" || argv[0] === "-V")) {
    io.stdout(`${io.version}\n`);
    return 0;
  }
  try {
    const { recall } = await import("./commands/recall.ts");
    const recalled = await recall(argv, io);
    if (recalled === null) return await obey(argv, io);
    if (recalled.kind === "new") return await remembering(argv, io, recalled);
    io.stdout(recalled.output.stdout);
    io.stderr(recalled.output.stderr);
    return recalled.output.exitCode;
  } catch (error) {
    const { describeError } = await import("./commands/describe-error.ts");
    io.stderr(describeError(error));
    return 2;
  }
}

/** Keeps what a run says, where the run says that it would say it again. */
async function remembering(
  argv: readonly string[],
  io: ProcessIo,
  { keep }: Extract<Recall, { kind: "new" }>,
): Promise<number> {
  let [stdout, stderr] = ["", ""];
  let seen: Seen | null = null;
  const exitCode = await obey(argv, {
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

/** Does what the command line asks for; a failure is said and is exit code 2. */
async function obey(argv: readonly string[], io: Omit<CheckIo, "color"> & ProcessIo): Promise<number> {
  try {
    const { readCommandLine } = await import("./commands/program.ts");
    const request = readCommandLine(argv, io);
    const { colorWanted } = await import("./host/terminal.ts");
    const color = colorWanted({ flag: colorFlag(argv), env: io.env, isTTY: io.stdoutIsTTY });
    return await run(request, { ...io, color });
  } catch (error) {
    const { describeError } = await import("./commands/describe-error.ts");
    io.stderr(describeError(error));
    return 2;
  }
}

async function run(request: Request, io: CheckIo): Promise<number> {
  switch (request.command) {
    case "check":
      return (await import("./commands/check.ts")).runCheck(request.paths, request.flags, io);
    case "init":
      return (await import("./commands/init.ts")).runInit({ yes: request.yes }, io);
    case "new":
      return (await import("./commands/new.ts")).runNew(request, io);
    case "mv":
      return (await import("./commands/mv.ts")).runMv(request, io);
    case "verify":
      return (await import("./commands/verify.ts")).runVerify(request.flags, io);
    case "payload":
      return (await import("./commands/payload.ts")).runPayload(request.path, request.flags, io);
    case "approve":
      return (await import("./commands/approve.ts")).runApprove(request.request, io);
    case "status":
      return (await import("./commands/status.ts")).runStatus(request.ids, request.flags, io);
    case "doctor":
      return (await import("./commands/doctor.ts")).runDoctor(request.flags, io);
    case "explain":
      return (await import("./commands/explain.ts")).runExplain(request.rule, io);
    case "rules":
      return (await import("./commands/rules.ts")).runRules(request.format, io);
    case "done":
      return request.exitCode;
  }
}

/** The last of `--color` and `--no-color` wins, as the argument parser has it. */
function colorFlag(argv: readonly string[]): boolean | undefined {
  const last = argv.filter((word) => word === "--color" || word === "--no-color").at(-1);
  return last === undefined ? undefined : last === "--color";
}
