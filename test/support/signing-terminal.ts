import { execFileSync, spawn } from "node:child_process";
import { join } from "node:path";
import { packageRoot, type Ran } from "./program.ts";
import { sshFolder } from "./ssh.ts";
import { cleanEnvironment } from "./temp-git.ts";

/** A real `ssh-agent` that holds the private halves of keys. */
export interface Agent {
  readonly env: Readonly<Record<string, string>>;
  stop(): void;
}

/** Starts an agent and hands it keys, by the paths of their private halves. */
export function startAgent(keys: Iterable<string>): Agent {
  const printed = execFileSync("ssh-agent", ["-s", "-a", join(sshFolder(), "agent")]).toString();
  const env = Object.fromEntries(
    [...printed.matchAll(/^(SSH_\w+)=([^;]+);/gmu)].map(([, name = "", value = ""]) => [name, value]),
  );
  for (const key of keys) execFileSync("ssh-add", ["-q", key], { env: { ...process.env, ...env } });
  return { env, stop: () => void execFileSync("ssh-agent", ["-k"], { env: { ...process.env, ...env } }) };
}

/** Runs `approve` of the built program in a real terminal, and types what it asks for. */
export function approveAtTerminal(cwd: string, args: readonly string[], agent: Agent): Promise<Ran> {
  const program = [process.execPath, join(packageRoot, "dist/cli.cjs"), "approve", ...args];
  const { CI: _, ...env } = { ...cleanEnvironment(), ...agent.env };
  const child = spawn("script", ["-qec", program.join(" "), "/dev/null"], { cwd, env });
  let stdout = "";
  child.stdout.on("data", (chunk: Buffer) => {
    const asked = /Type ([0-9a-f]{8}) /u;
    const before = asked.test(stdout);
    stdout += chunk.toString();
    const wanted = asked.exec(stdout)?.[1];
    if (!before && wanted !== undefined) child.stdin.write(`${wanted}\n`);
  });
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, stdout, stderr: "" })));
}
