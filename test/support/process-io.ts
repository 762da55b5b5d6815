import { PassThrough } from "node:stream";
import { userCache } from "./program.ts";

/** What a process without a terminal gives to the program, and what the program says to it. */
export function recordedProcess() {
  const said = { out: "", err: "" };
  const io = {
    stdout: (text: string): void => {
      said.out += text;
    },
    stderr: (text: string): void => {
      said.err += text;
    },
    isTTY: false,
    stdoutIsTTY: false,
    stderrIsTTY: false,
    progressStream: new PassThrough(),
    env: { XDG_CACHE_HOME: userCache },
    columns: 80,
  };
  return { io, said };
}
