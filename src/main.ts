import type { CheckIo } from "./commands/check.ts";
import type { Request } from "./commands/program.ts";

/** What the bin hands in: the only part of the process that the program sees. */
export interface ProcessIo extends Omit<CheckIo, "color"> {
  readonly stdoutIsTTY: boolean;
}

/** Does what a command line asks for and gives its exit code; a failure is said and is exit code 2. Each command is loaded only when it is asked for. */
export async function main(argv: readonly string[], io: ProcessIo): Promise<number> {
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
