import { expect, it } from "vitest";
import { policyApprovalsPath } from "../../../src/document/policy-approvals.ts";
import { team } from "../../support/approval-rules.ts";
import { configText, type Files, judgeFiles, paths, policyEntry, type Trial } from "../../support/approved-project.ts";

const { base, key } = team();
const gates = { policy: { role: "reviewer" } };
const guarded: Files = { ...base, [paths.config]: configText(["alice", "bob"], { gates }) };
const by = (name: string, time = "2026-11-05T10:00:00Z") => ({ key: key(name), signer: `${name}@example.com`, time });
const signed = async (files: Files, name = "alice", time?: string): Promise<Files> => ({
  ...files,
  ...(await policyEntry(files, by(name, time))),
});
const edited = (files: Files, more: string): Files => ({ ...files, [paths.signers]: `${files[paths.signers]}${more}` });
const found = async (files: Files, trial: Trial = {}) =>
  (await judgeFiles(files, trial)).findings.map(
    ({ rule, path, atLeast }) => `${rule} ${path}${atLeast ? " error" : ""}`,
  );

it("unchanged: a policy that nobody approved is missing its approval also where no change touches it", async () => {
  expect(await found(guarded, { base: guarded })).toEqual([`approval/missing ${policyApprovalsPath}`]);
  const tip = await signed(guarded);
  expect(await found(tip, { base: tip })).toEqual([]);
  const crlf = { ...tip, [paths.signers]: (tip[paths.signers] ?? "").replaceAll("\n", "\r\n") };
  expect(await found(crlf, { base: tip }), "line ends are nobody's business").toEqual([]);
});

it("signed-apart: two policy changes, each approved, are not approved together", async () => {
  const [one, two] = ["# one\n", "# two\n"];
  const tip = await signed(edited(guarded, one));
  const other = await signed(edited(guarded, two));
  expect(await found(other, { base: guarded })).toEqual([`policy/changed ${paths.signers}`]);
  const merged = { ...edited(tip, two), [policyApprovalsPath]: other[policyApprovalsPath] ?? "" };
  expect(await found(merged, { base: tip, mergeBase: guarded })).toEqual([`policy/changed ${paths.signers} error`]);
});

it("lost: an approval of the policy as it is may not go, nor may an older policy come back", async () => {
  const first = await signed(guarded, "alice", "2026-11-01T10:00:00Z");
  expect(await found(guarded, { base: first })).toEqual([
    `approval/missing ${policyApprovalsPath}`,
    `approval/removed ${policyApprovalsPath}`,
  ]);
  const second = await signed(edited(first, "# more\n"));
  const back = { ...first, [policyApprovalsPath]: second[policyApprovalsPath] ?? "" };
  expect(await found(back, { base: second })).toEqual([
    `approval/rollback ${policyApprovalsPath}`,
    `policy/changed ${paths.signers}`,
  ]);
  expect(await found(first, { base: second, mergeBase: first }), "a branch that lags behind").toEqual([]);
});

it("authors: with notAuthor an author of the policy cannot approve it", async () => {
  const strict = { policy: { role: "reviewer", notAuthor: true } };
  const tip = { ...guarded, [paths.config]: configText(["alice", "bob"], { gates: strict }) };
  const change = await signed(edited(tip, "# more\n"));
  const trial = { base: tip, authors: ["alice@example.com"] };
  expect(await found(change, trial)).toEqual([
    `approval/untrusted ${policyApprovalsPath}`,
    `policy/changed ${paths.signers} error`,
  ]);
  expect(await found(await signed(edited(tip, "# more\n"), "bob"), trial)).toEqual([`policy/changed ${paths.signers}`]);
});

it("broken-file: a file of approvals that cannot be read approves nothing", async () => {
  const tip = await signed(guarded);
  const broken = { ...tip, [policyApprovalsPath]: `# by alice\n${tip[policyApprovalsPath]}` };
  expect(await found(broken, { base: tip })).toEqual([
    `approval/invalid ${policyApprovalsPath}`,
    `approval/missing ${policyApprovalsPath}`,
    `approval/removed ${policyApprovalsPath}`,
  ]);
});

it("own-gate: the change cannot take the gate away", async () => {
  const tip = await signed(guarded);
  for (const text of [configText(["alice", "bob"], { gates: {} }), '{ "version": 1 }'])
    expect(await found({ ...tip, [paths.config]: text }, { base: tip })).toContain(
      `policy/changed ${paths.config} error`,
    );
  const { [paths.config]: _, ...gone } = tip;
  expect(await found(gone, { base: tip })).toContain(`policy/changed ${paths.config} error`);
});
