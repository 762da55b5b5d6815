import { PassThrough } from "node:stream";

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
    env: {},
    columns: 80,
  };
  return { io, said };
}
