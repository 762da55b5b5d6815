import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type ApproveRequest, runApprove } from "../../src/commands/approve.ts";
import { runVerify } from "../../src/commands/verify.ts";
import { signedContent } from "../../src/document/facts.ts";
import { policyApprovalsPath } from "../../src/document/policy-approvals.ts";
import { approvedProject, contextText, designText, paths, people, signed } from "../support/approved-project.ts";
import { recordingIo } from "../support/command-io.ts";
import { commitAll, type TempFolder, tempRepository } from "../support/temp-git.ts";

let keys: ReadonlyMap<string, string> = new Map();
beforeAll(() => {
  keys = people(["alice", "bob", "mallory"]);
});

/** A committed project in which everything is approved, but the design, which says something new. */
function project(approvals: Record<string, unknown> = {}): TempFolder {
  const folder = tempRepository();
  for (const [path, text] of Object.entries(approvedProject(keys, approvals))) folder.write(path, text);
  commitAll(folder);
  folder.write(paths.design, designText.replace("one session", "two sessions"));
  return folder;
}

const textOf = (folder: TempFolder, path: string) => readFileSync(join(folder.path, path), "utf8");
const typing = async (question: string) => /Type ([0-9a-f]{8}) /u.exec(question)?.[1] ?? null;

async function approve(folder: TempFolder, request: Partial<ApproveRequest> = {}, ask = typing) {
  const io = recordingIo(folder.path, { isTTY: true });
  const code = await runApprove({ paths: [paths.design], key: keys.get("alice") ?? "", ...request }, io, ask);
  return { code, out: io.out() };
}

const verify = (folder: TempFolder) => runVerify({}, recordingIo(folder.path));

describe("approve", () => {
  it("shows what changed and what is signed, signs, and keeps every other byte", async () => {
    const folder = project();
    const before = textOf(folder, paths.design);
    const { code, out } = await approve(folder);
    expect(code).toBe(0);
    expect(out).toContain("+Keeps two sessions.");
    expect(out).toContain("design-lint approval v1\n");
    const after = textOf(folder, paths.design);
    expect(signedContent(Buffer.from(after))).toBe(signedContent(Buffer.from(before)));
    expect(after.replace(/approvals:\n(?: .*\n)+/u, "")).toBe(before);
    expect(await verify(folder)).toBe(0);
  });

  it("no-terminal: without a terminal nothing is signed", async () => {
    const folder = project();
    const run = runApprove({ paths: [paths.design], key: keys.get("alice") ?? "" }, recordingIo(folder.path), typing);
    await expect(run).rejects.toMatchObject({ code: "no-terminal" });
  });

  it("policy: the policy is signed in a file of its own, which is made where there is none", async () => {
    const gates = { policy: { role: "reviewer" } };
    const folder = project({ gates });
    const config = textOf(folder, paths.config);
    folder.write(paths.config, config.replace('"version": 1', '"version": 1, "routing": {}'));
    expect(await verify(folder)).toBe(1);
    const request = { paths: [policyApprovalsPath] };
    const { out } = await approve(folder, request);
    expect(out).toContain('+  "version": 1, "routing": {},');
    expect(out).toContain(`gate: policy\ndecision: approve\ndocument: ${policyApprovalsPath}\n`);
    expect(await verify(folder)).toBe(0);
    folder.write(paths.config, config);
    await approve(folder, { ...request, key: keys.get("bob") ?? "" });
    expect(textOf(folder, policyApprovalsPath).match(/signer: /gu)).toHaveLength(2);
    expect(await verify(folder)).toBe(0);
  });

  it("outdone: an approval that a later revocation of the same person outdoes is not written", async () => {
    const folder = project();
    const time = new Date(Date.now() + 120_000).toISOString().replace(/\.\d+/u, "");
    const revoked = signed(textOf(folder, paths.design), {
      path: paths.design,
      gate: "design",
      decision: "revoke",
      reason: "too early",
      key: keys.get("alice") ?? "",
      signer: "alice@example.com",
      time,
    });
    folder.write(paths.design, revoked);
    await expect(approve(folder)).rejects.toMatchObject({
      code: "would-not-count",
      message: expect.stringContaining(time),
    });
    expect(textOf(folder, paths.design)).toBe(revoked);
    expect((await approve(folder, { key: keys.get("bob") ?? "" })).code, "it is nobody else's").toBe(0);
  });

  it("declined: whoever types anything else signs nothing", async () => {
    const folder = project();
    const before = textOf(folder, paths.design);
    for (const answer of ["", "y", "00000000", null])
      await expect(approve(folder, {}, async () => answer)).rejects.toMatchObject({ code: "declined" });
    expect(textOf(folder, paths.design)).toBe(before);
  });

  it("strange-key: a key that the protected ref does not know is refused", async () => {
    const folder = project();
    await expect(approve(folder, { key: keys.get("mallory") ?? "" })).rejects.toMatchObject({ code: "untrusted-key" });
  });

  it("would-not-count: what the policy would not count is not written", async () => {
    const folder = project({ gates: { design: { role: "reviewer", userPresence: true } } });
    const before = textOf(folder, paths.design);
    await expect(approve(folder)).rejects.toMatchObject({ code: "would-not-count" });
    expect(textOf(folder, paths.design)).toBe(before);
  });

  it("no-key: without a key it says how to name one; git's own signing key is taken", async () => {
    const folder = project();
    const io = recordingIo(folder.path, { isTTY: true });
    await expect(runApprove({ paths: [paths.design] }, io, typing)).rejects.toMatchObject({ code: "no-signing-key" });
    folder.git("config", "gpg.format", "ssh");
    folder.git("config", "user.signingkey", keys.get("bob") ?? "");
    expect(await runApprove({ paths: [paths.design] }, io, typing)).toBe(0);
    expect(textOf(folder, paths.design)).toContain("signer: bob@example.com");
  });

  it("suspect: everything below a context that changed is signed again at once", async () => {
    const folder = tempRepository();
    for (const [path, text] of Object.entries(approvedProject(keys))) folder.write(path, text);
    commitAll(folder);
    const alice = { key: keys.get("alice") ?? "", signer: "alice@example.com", time: "2026-11-02T10:00:00Z" };
    const context = contextText.replace("Everything", "Half");
    folder.write(paths.context, signed(context, { path: paths.context, gate: "architecture", ...alice }));
    expect(await verify(folder)).toBe(1);
    expect((await approve(folder, { paths: [], suspect: paths.context })).code).toBe(0);
    expect(await verify(folder)).toBe(0);
    await expect(approve(folder, { paths: [], suspect: paths.context })).rejects.toMatchObject({
      code: "nothing-suspect",
    });
  });

  it("nothing-named: without a document it is a usage error", async () => {
    await expect(approve(project(), { paths: [] })).rejects.toMatchObject({ code: "usage" });
  });

  it("line-ends: a document in CRLF stays one", async () => {
    const folder = project();
    folder.write(paths.design, designText.replace("one session", "two sessions").replaceAll("\n", "\r\n"));
    await approve(folder);
    expect(textOf(folder, paths.design).replaceAll("\r\n", "")).not.toContain("\n");
    expect(await verify(folder)).toBe(0);
  });
});

it("revocation: revoking is an entry of its own, and takes the approval away", async () => {
  const folder = project();
  await approve(folder);
  expect(await verify(folder)).toBe(0);
  await approve(folder, { reason: "the limit is wrong" });
  expect(textOf(folder, paths.design)).toContain("reason: the limit is wrong");
  expect(await verify(folder)).toBe(1);
  await expect(approve(folder, { reason: " " })).rejects.toMatchObject({ code: "not-approvable" });
});
