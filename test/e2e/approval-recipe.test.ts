import { chmodSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import {
  approvedProject,
  configText,
  designText,
  paths,
  people,
  signed,
  signersFile,
} from "../support/approved-project.ts";
import { designLint, packageRoot, type Ran, runCommand } from "../support/program.ts";
import { commitAll, type TempFolder, tempFolder, tempRepository } from "../support/temp-git.ts";

const keys = people(["alice", "bob", "mallory"]);
const edited = designText.replace("one session", "two sessions");
const asker = approvedProject(keys);

interface Job {
  readonly uses?: string;
  readonly run?: string;
}

/** The steps that `init` writes for a job, in a repository with an npm lock file. */
async function jobSteps(path: string, job: string): Promise<readonly Job[]> {
  const folder = tempRepository();
  folder.write("src/a.ts", "export {};\n");
  folder.write("package-lock.json", "{}\n");
  folder.write(".github/CODEOWNERS", "* @alice\n");
  expect(await designLint(["init", "--yes"], { cwd: folder.path })).toMatchObject({ code: 0 });
  return parse(readFileSync(join(folder.path, path), "utf8")).jobs[job].steps;
}

/** What the forge has after somebody opened a pull request: base, change, the result of the merge, and all tags. */
function forge(change: (folder: TempFolder) => void): TempFolder {
  const folder = tempRepository();
  for (const [path, text] of Object.entries(asker)) folder.write(path, text);
  commitAll(folder, "base");
  folder.git("checkout", "-q", "-b", "change");
  change(folder);
  commitAll(folder, "change");
  folder.git("checkout", "-q", "-b", "merge", "main");
  folder.git("merge", "-q", "--no-ff", "-m", "merge", "change");
  folder.git("update-ref", "refs/pull/1/merge", "merge");
  folder.git("checkout", "-q", "main");
  return folder;
}

/** Checks out what the job checks out, and runs its steps in a shell as a runner does; packages are installed already. */
async function runJob(steps: readonly Job[], origin: TempFolder, ref: string): Promise<Ran> {
  const runner = tempFolder();
  runner.git("clone", "-q", origin.path, ".");
  runner.git("fetch", "-q", "origin", "+refs/tags/*:refs/tags/*", "refs/pull/1/merge");
  runner.git("-c", "advice.detachedHead=false", "checkout", "-q", ref === "merge" ? "FETCH_HEAD" : ref);
  runner.write(".git/info/exclude", "node_modules\n");
  mkdirSync(join(runner.path, "node_modules/.bin"), { recursive: true });
  const bin = join(runner.path, "node_modules/.bin/design-lint");
  if (!steps.some(({ run }) => run?.startsWith("./"))) symlinkSync(join(packageRoot, "dist/cli.cjs"), bin);
  const env = { CI: "true", GITHUB_BASE_REF: "main", GITHUB_REF_NAME: "main" };
  let ran: Ran = { code: null, stdout: "", stderr: "" };
  for (const { run } of steps) {
    if (run === undefined || run.startsWith("npm ci")) continue;
    const command = run.replace("${{ github.event.number }}", "1");
    ran = await runCommand("bash", ["-e", "-c", command], { cwd: runner.path, env });
    if (ran.code !== 0) break;
  }
  if (ref !== "merge") expect(runner.git("status", "--porcelain"), "nothing of the change is checked out").toBe("");
  return ran;
}

const approve = (text: string, key: string, signer: string) =>
  signed(text, {
    path: paths.design,
    gate: "design",
    context: asker[paths.context] ?? "",
    key: keys.get(key) ?? "",
    signer,
    time: "2026-11-10T10:00:00Z",
  });

const attacks: Readonly<Record<string, readonly [change: (folder: TempFolder) => void, said: string]>> = {
  "rules switched off": [
    (folder) => {
      folder.write(paths.design, edited);
      folder.write(paths.config, '{ "version": 1, "rules": { "approval/missing": "off", "policy/changed": "off" } }\n');
    },
    "(approval/missing)",
  ],
  "its author appointed": [
    (folder) => {
      folder.write(paths.design, approve(edited, "mallory", "mallory@example.com"));
      folder.write(paths.signers, signersFile(keys));
      folder.write(paths.config, configText(["alice", "bob", "mallory"]));
    },
    "(approval/untrusted)",
  ],
  "a tool of its own": [
    (folder) => {
      folder.write(paths.design, edited);
      folder.write("package.json", '{ "scripts": { "preinstall": "exit 0" }, "bin": { "design-lint": "lint" } }\n');
      const tool = folder.write("node_modules/.bin/design-lint", "#!/bin/sh\nexit 0\n");
      chmodSync(tool, 0o755);
      folder.git("add", "--all", "--force");
    },
    "(approval/missing)",
  ],
  "a tag with the name of the protected branch": [
    (folder) => {
      folder.write(paths.design, edited);
      commitAll(folder, "what the tag names");
      folder.git("tag", "origin/main");
    },
    "(approval/missing)",
  ],
};

it("the recipe lets through what was approved, and refuses every change that nobody approved", {
  timeout: 120_000,
}, async () => {
  const steps = await jobSteps(".github/workflows/design-lint-verify.yml", "verify");
  const honest = forge((folder) => folder.write(paths.design, approve(edited, "bob", "bob@example.com")));
  const passed = await runJob(steps, honest, "main");
  expect(passed, passed.stdout + passed.stderr).toMatchObject({ code: 0 });
  for (const [name, [change, said]] of Object.entries(attacks)) {
    const refused = await runJob(steps, forge(change), "main");
    expect(refused.stdout, `${name}: ${refused.stderr}`).toContain(said);
    expect(refused.code, name).toBe(1);
  }
});

it("a recipe that checks out the change, or names the base in short, is fooled: the attacks bite", {
  timeout: 60_000,
}, async () => {
  const ownTool = forge(attacks["a tool of its own"]?.[0] ?? (() => undefined));
  const inChange = [{ run: "./node_modules/.bin/design-lint verify --policy-ref refs/remotes/origin/main" }];
  expect(await runJob(inChange, ownTool, "merge")).toMatchObject({ code: 0 });
  const tagged = forge(attacks["a tag with the name of the protected branch"]?.[0] ?? (() => undefined));
  const byGit = [{ run: 'git diff --exit-code "origin/$GITHUB_BASE_REF" "refs/remotes/origin/change"' }];
  expect(await runJob(byGit, tagged, "main"), "git takes the tag for the base").toMatchObject({ code: 0 });
});

it("`check` judges the change itself, with annotations", { timeout: 60_000 }, async () => {
  const steps = await jobSteps(".github/workflows/design-lint.yml", "check");
  const honest = await runJob(
    steps,
    forge((folder) => folder.write(paths.design, approve(edited, "bob", "bob@example.com"))),
    "merge",
  );
  expect(honest, honest.stdout + honest.stderr).toMatchObject({ code: 0 });
  const refused = await runJob(
    steps,
    forge((folder) => folder.write(paths.design, edited)),
    "merge",
  );
  expect(refused).toMatchObject({
    code: 1,
    stdout: expect.stringContaining("::error file=docs/design/sessions/store.md"),
  });
});
