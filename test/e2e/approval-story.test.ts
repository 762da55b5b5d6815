import { spawnSync } from "node:child_process";
import { chmodSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  configText,
  contextText,
  designText,
  paths,
  people,
  signed,
  signersFile,
} from "../support/approved-project.ts";
import { designLint, packageRoot } from "../support/program.ts";
import { type Agent, approveAtTerminal, startAgent } from "../support/signing-terminal.ts";
import { cleanEnvironment, commitAll, type TempFolder, tempFolder, tempRepository } from "../support/temp-git.ts";

let keys: ReadonlyMap<string, string> = new Map();
let agent: Agent = { env: {}, stop: () => undefined };
beforeAll(() => {
  keys = people(["alice", "bob", "mallory"]);
  agent = startAgent([...keys.values()].slice(0, 2));
});
afterAll(() => agent.stop());

const testText = 'import { it } from "vitest";\n\nit("empty: without a session the limit is one", () => {});\n';
const source = (value: number, more = "") => `export const limit: number = ${value};\n${more}`;

/** A clone of a new project, whose hook is the built program, and whose protected branch is main at its origin. */
function project(): TempFolder {
  const origin = tempFolder();
  origin.git("init", "--quiet", "--bare", "--initial-branch=main");
  const folder = tempRepository();
  folder.git("remote", "add", "origin", origin.path);
  folder.write(paths.config, configText(["alice", "bob"]));
  folder.write(paths.signers, signersFile(new Map([...keys].slice(0, 2))));
  commitAll(folder, "policy");
  folder.git("push", "--quiet", "--set-upstream", "origin", "main");
  folder.git("remote", "set-head", "origin", "main");
  const hook = `#!/bin/sh\nexec "${process.execPath}" "${join(packageRoot, "dist/cli.cjs")}" --staged\n`;
  chmodSync(folder.write(".git/hooks/pre-commit", hook), 0o755);
  return folder;
}

/** Commits everything through the hook; gives what the hook said. */
function commit(folder: TempFolder, message: string): { readonly ok: boolean; readonly said: string } {
  folder.git("add", "--all");
  const { CI: _, ...env } = cleanEnvironment();
  const ran = spawnSync("git", ["commit", "--quiet", "-m", message], { cwd: folder.path, env, encoding: "utf8" });
  return { ok: ran.status === 0, said: `${ran.stdout}${ran.stderr}` };
}

async function ci(folder: TempFolder) {
  const env = { CI: "true", GITHUB_BASE_REF: "main" };
  const { code, stdout } = await designLint(["--format", "json"], { cwd: folder.path, env });
  const report: { readonly diagnostics: readonly { rule: string; severity: string }[] } = JSON.parse(stdout);
  const errors = report.diagnostics.filter(({ severity }) => severity === "error").map(({ rule }) => rule);
  const suspects = report.diagnostics.filter(({ rule }) => rule === "approval/suspect");
  return { code, errors: [...new Set(errors)].sort(), suspects: suspects.length };
}
const green = { code: 0, errors: [], suspects: 0 };

const approve = async (folder: TempFolder, person: string, ...args: string[]) => {
  const ran = await approveAtTerminal(folder.path, [...args, "--key", `${keys.get(person)}.pub`], agent);
  expect(ran.code, ran.stdout).toBe(0);
};

/** What a forge does when a pull request is squashed. */
function merge(folder: TempFolder, branch: string): void {
  folder.git("checkout", "-q", "main");
  folder.git("merge", "-q", "--squash", branch);
  folder.git("commit", "-q", "--no-verify", "-m", branch);
  folder.git("push", "-q", "origin", "main");
}

function begin(folder: TempFolder, branch: string): void {
  folder.git("checkout", "-q", "-B", branch, "main");
}

const at = (folder: TempFolder, path: string) => folder.git("show", `main:${path}`);

it("the story of approvals, from the first context to an attack, with a real agent, hook, terminal and forge-like merges", async () => {
  const folder = project();

  begin(folder, "first");
  folder.write(paths.context, contextText);
  await approve(folder, "alice", paths.context);
  folder.write(paths.design, designText);
  await approve(folder, "bob", paths.design);
  folder.write(paths.source, source(1));
  folder.write(paths.test, testText);
  const first = commit(folder, "first");
  expect(first, first.said).toMatchObject({ ok: true });
  expect(await ci(folder)).toEqual(green);
  merge(folder, "first");
  expect(await ci(folder), "squash-merged").toEqual(green);

  begin(folder, "word");
  folder.write(paths.design, at(folder, paths.design).replace("one session", "each session"));
  const warned = commit(folder, "one word");
  expect(warned.ok).toBe(true);
  expect(warned.said).toContain("approval/stale");
  expect(await ci(folder)).toEqual({ ...green, code: 1, errors: ["approval/stale"] });
  folder.write(paths.source, source(2));
  const refused = commit(folder, "code under it");
  expect(refused.ok).toBe(false);
  expect(refused.said).toContain("approval/code-ahead");
  folder.git("reset", "-q", "--hard");

  begin(folder, "neighbour");
  const list = "keeps them\n- `sessions/clock`: tells the time\n";
  folder.write(paths.context, at(folder, paths.context).replace("keeps them\n", list));
  expect(await ci(folder)).toEqual({ ...green, code: 1, errors: ["approval/stale"] });
  await approve(folder, "alice", paths.context);
  expect(await ci(folder), "a new neighbour disturbs nobody").toEqual(green);
  expect(commit(folder, "neighbour").ok).toBe(true);
  merge(folder, "neighbour");

  begin(folder, "responsibility");
  folder.write(paths.context, at(folder, paths.context).replace("Everything about", "Half of what there is about"));
  await approve(folder, "alice", paths.context);
  expect(await ci(folder)).toEqual({ code: 1, errors: ["approval/suspect"], suspects: 1 });
  await approve(folder, "bob", "--suspect", paths.context);
  expect(await ci(folder)).toEqual(green);
  expect(commit(folder, "responsibility").ok).toBe(true);
  merge(folder, "responsibility");

  begin(folder, "design-first");
  const planned = at(folder, paths.design)
    .replace("limit: number;\n", "limit: number;\nexport declare const most: number;\n")
    .replace("status: implemented", "status: planned");
  folder.write(paths.design, planned);
  await approve(folder, "bob", paths.design);
  expect(commit(folder, "design first").ok).toBe(true);
  expect(await ci(folder)).toEqual(green);
  merge(folder, "design-first");
  expect(await ci(folder), "the design is ahead of its code").toEqual(green);
  begin(folder, "code-next");
  folder.write(paths.source, source(1, "export const most: number = 2;\n"));
  folder.write(paths.design, at(folder, paths.design).replace("status: planned", "status: implemented"));
  expect(commit(folder, "code next").ok).toBe(true);
  expect(await ci(folder)).toEqual(green);
  merge(folder, "code-next");
  expect(await ci(folder)).toEqual(green);

  begin(folder, "attack");
  const mallory = { key: keys.get("mallory") ?? "", signer: "bob@example.com", time: "2026-11-20T10:00:00Z" };
  folder.write(paths.signers, `${at(folder, paths.signers)}${signersFile(new Map([["bob", mallory.key]]))}`);
  const forged = at(folder, paths.design).replace("one session", "any session");
  const context = at(folder, paths.context);
  folder.write(paths.design, signed(forged, { path: paths.design, gate: "design", context, ...mallory }));
  folder.write(paths.source, source(3, "export const most: number = 2;\n"));
  const attack = commit(folder, "attack");
  expect(attack).toMatchObject({ ok: false, said: expect.stringContaining("approval/untrusted") });
  folder.git("commit", "-q", "--no-verify", "-am", "attack");
  expect(await ci(folder)).toEqual({ ...green, code: 1, errors: ["approval/code-ahead", "approval/untrusted"] });
}, 240_000);
