import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { approvedProject, designText, paths, people, signed } from "../support/approved-project.ts";
import { designLint, packageRoot } from "../support/program.ts";
import { commitAll, type TempFolder, tempFolder, tempRepository } from "../support/temp-git.ts";

const keys = people(["alice", "bob", "mallory"]);
const recipe = readFileSync(join(packageRoot, "docs/approvals.md"), "utf8");
const [, command = ""] = /run: npx design-lint (verify .*)\n/u.exec(recipe) ?? [];

/** What the forge does for a pull request, then the job `verify` of the recipe in a checkout of the base. */
async function verifyJob(change: (folder: TempFolder) => void) {
  const folder = tempRepository();
  for (const [path, text] of Object.entries(approvedProject(keys))) folder.write(path, text);
  commitAll(folder, "base");
  folder.git("checkout", "-q", "-b", "change");
  change(folder);
  commitAll(folder, "change");
  folder.git("checkout", "-q", "-b", "merge", "main");
  folder.git("merge", "-q", "--no-ff", "-m", "merge", "change");
  folder.git("update-ref", "refs/pull/1/merge", "merge");
  folder.git("checkout", "-q", "main");
  const runner = tempFolder();
  runner.git("clone", "-q", folder.path, ".");
  runner.git("fetch", "-q", "origin", "refs/pull/1/merge");
  const env = { CI: "true", GITHUB_BASE_REF: "main", GITHUB_REF_NAME: "main" };
  const args = command.replaceAll('"', "").replace("$GITHUB_BASE_REF", env.GITHUB_BASE_REF).split(" ");
  const ran = await designLint(args, { cwd: runner.path, env });
  expect(runner.git("status", "--porcelain"), "nothing of the change is checked out").toBe("");
  return ran;
}

it("the recipe refuses what nobody approved, whoever the change appoints, and lets through what was", async () => {
  expect(command).toBe('verify --policy-ref "origin/$GITHUB_BASE_REF" --tree FETCH_HEAD');
  const edited = designText.replace("one session", "two sessions");
  const approved = signed(edited, {
    path: paths.design,
    gate: "design",
    context: approvedProject(keys)[paths.context] ?? "",
    key: keys.get("bob") ?? "",
    signer: "bob@example.com",
    time: "2026-11-10T10:00:00Z",
  });
  expect(await verifyJob((folder) => folder.write(paths.design, approved))).toMatchObject({ code: 0 });
  const refused = await verifyJob((folder) => {
    folder.write(paths.design, edited);
    folder.write(paths.config, '{ "version": 1, "rules": { "approval/missing": "off", "policy/changed": "off" } }\n');
  });
  expect(refused.stdout).toContain("(approval/missing)");
  expect(refused.code).toBe(1);
});
