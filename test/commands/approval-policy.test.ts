import { expect, it } from "vitest";
import { openCourt } from "../../src/commands/approval-court.ts";
import { draftOf, judgeInForce, namedStandings } from "../../src/commands/approval-drafts.ts";
import { policyDisplay, policyEdit, policyPathsOf } from "../../src/commands/approval-policy.ts";
import { policyApprovalsPath, policyApprovalsText } from "../../src/document/policy-approvals.ts";
import { approvedProject, configText, paths, people } from "../support/approved-project.ts";
import { recordingIo } from "../support/command-io.ts";
import { policyEntry as entry } from "../support/policy-entry.ts";
import { commitAll, type TempFolder, tempRepository } from "../support/temp-git.ts";

const keys = people(["alice", "bob"]);

function project(): TempFolder {
  const folder = tempRepository();
  const gates = { policy: { role: "reviewer" } };
  for (const [path, text] of Object.entries(approvedProject(keys, { gates }))) folder.write(path, text);
  folder.write("lib/.designrc.json", "{}\n");
  commitAll(folder);
  return folder;
}

const court = (folder: TempFolder) =>
  openCourt({ subject: { kind: "worktree" }, policyRef: null }, recordingIo(folder.path));

it("changes: changed, new and deleted files of the policy are shown, and nothing else", async () => {
  const folder = project();
  const gates = { policy: { role: "reviewer" }, design: { role: "reviewer" } };
  folder.write(paths.config, configText(["alice", "bob"], { gates }));
  folder.write("src/.designrc.json", "{}\n");
  folder.remove("lib/.designrc.json");
  folder.write(paths.source, "export const limit = 2;\n");
  const opened = await court(folder);
  const judged = await judgeInForce(opened);
  const [standing] = namedStandings([policyApprovalsPath], judged, { cwd: folder.path, root: folder.path });
  if (standing === undefined) throw new Error("the policy has no standing");
  const decision = { gate: null, reason: null, signer: "alice@example.com" };
  const text = await policyDisplay(draftOf(standing, decision, { policy: judged.policy, now: 0 }), opened);
  expect([...text.matchAll(/^\+\+\+ b\/(.*)$/gmu)].map(([, path]) => path)).toEqual([
    paths.config,
    "lib/.designrc.json",
    "src/.designrc.json",
  ]);
  expect(policyPathsOf(opened.input)).toContain("lib/.designrc.json");
  expect(text).toContain("gate: policy\n");
});

it("line-ends: a file of approvals in CRLF stays one", async () => {
  const folder = project();
  expect(await policyEdit(entry, await court(folder))).toMatchObject({
    kind: "create",
    text: policyApprovalsText([entry]),
  });
  folder.write(policyApprovalsPath, policyApprovalsText([entry]).replaceAll("\n", "\r\n"));
  const later = { ...entry, time: "2026-11-02T10:00:00Z" };
  const edit = await policyEdit(later, await court(folder));
  expect(edit).toMatchObject({
    kind: "replace",
    text: policyApprovalsText([entry, later]).replaceAll("\n", "\r\n"),
  });
});

it("unreadable: a file of approvals that cannot be read is never replaced", async () => {
  const folder = project();
  folder.write(policyApprovalsPath, "approvals: none\n");
  await expect(policyEdit(entry, await court(folder))).rejects.toMatchObject({ code: "not-approvable" });
});
