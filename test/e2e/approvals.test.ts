import { afterAll, beforeAll, expect, it } from "vitest";
import { configText, contextText, designText, paths, people, signersFile } from "../support/approved-project.ts";
import { designLint, type Ran } from "../support/program.ts";
import { type Agent, approveAtTerminal, startAgent } from "../support/signing-terminal.ts";
import { commitAll, type TempFolder, tempRepository } from "../support/temp-git.ts";

let keys: ReadonlyMap<string, string> = new Map();
let agent: Agent = { env: {}, stop: () => undefined };

beforeAll(() => {
  keys = people(["alice", "bob"]);
  agent = startAgent(keys.values());
});
afterAll(() => agent.stop());

/** Only the public half of the key is at hand, the agent has the other. */
function approve(folder: TempFolder, person: string, ...args: string[]): Promise<Ran> {
  return approveAtTerminal(folder.path, [...args, "--key", `${keys.get(person)}.pub`], agent);
}

async function verify(folder: TempFolder, args: string[] = [], env: Record<string, string> = {}) {
  const { code, stdout, stderr } = await designLint(["verify", ...args], { cwd: folder.path, env });
  const rules = [...new Set([...stdout.matchAll(/\((approval\/[a-z-]+)\)$/gmu)].map(([, rule]) => rule))].sort();
  return { code, rules, stderr };
}

it("from the first approval to a squashed merge, with a real agent, a real terminal and the built program", async () => {
  const folder = tempRepository();
  folder.write(paths.config, configText(["alice", "bob"]));
  folder.write(paths.signers, signersFile(keys));
  commitAll(folder, "policy");
  folder.git("update-ref", "refs/remotes/origin/main", "main");
  folder.git("checkout", "-q", "-b", "change");
  folder.write(paths.context, contextText);
  folder.write(paths.design, designText.replace("status: implemented", "status: planned"));
  const main = ["--policy-ref", "origin/main"];

  expect(await verify(folder, main)).toMatchObject({ code: 1, rules: ["approval/missing"] });
  expect((await approve(folder, "alice", paths.context, ...main)).code).toBe(0);
  expect((await approve(folder, "bob", paths.design, ...main)).code).toBe(0);
  expect(await verify(folder, main)).toMatchObject({ code: 0, rules: [] });
  folder.write(paths.source, "export const limit: number = 1;\n");
  folder.git("add", "--all");
  expect(await verify(folder, ["--staged", ...main])).toMatchObject({ code: 0, rules: [] });
  commitAll(folder, "built");

  folder.git("checkout", "-q", "main");
  folder.git("merge", "-q", "--squash", "change");
  commitAll(folder, "squashed");
  expect(await verify(folder, main)).toMatchObject({ code: 0, rules: [] });

  folder.git("update-ref", "refs/remotes/origin/main", "main");
  const approved = folder.git("show", `HEAD:${paths.design}`);
  folder.write(paths.design, approved.replace("one session", "each session"));
  folder.git("add", "--all");
  expect(await verify(folder, ["--staged", ...main])).toMatchObject({ code: 0, rules: ["approval/stale"] });
  expect(await verify(folder, ["--staged", ...main], { CI: "true" })).toMatchObject({
    code: 1,
    rules: ["approval/stale"],
  });
  folder.write(paths.source, "export const limit: number = 2;\n");
  folder.git("add", "--all");
  expect(await verify(folder, ["--staged", ...main])).toMatchObject({
    code: 1,
    rules: ["approval/code-ahead", "approval/stale"],
  });
  expect((await approve(folder, "alice", paths.design, ...main)).code).toBe(0);
  expect(await verify(folder, main)).toMatchObject({ code: 0, rules: [] });
}, 120_000);

it("no-terminal: without a terminal approve is exit code 2, and a pipe cannot answer", async () => {
  const folder = tempRepository();
  folder.write(paths.config, configText(["alice", "bob"]));
  folder.write(paths.signers, signersFile(keys));
  folder.write(paths.design, designText);
  const ran = await designLint(["approve", paths.design], { cwd: folder.path, input: "00000000\n" });
  expect(ran).toMatchObject({ code: 2, stdout: "" });
  expect(ran.stderr).toContain("terminal");
});

it("missing-ref: in CI a base that is not here is exit code 2 with the command to run", async () => {
  const folder = tempRepository();
  folder.write(paths.config, configText(["alice", "bob"]));
  commitAll(folder);
  folder.git("remote", "add", "origin", "https://example.invalid/x.git");
  const ran = await verify(folder, [], { CI: "true", GITHUB_BASE_REF: "main" });
  expect(ran.code).toBe(2);
  expect(ran.stderr).toContain("git fetch origin main:refs/remotes/origin/main");
});
