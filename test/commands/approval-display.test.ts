import { beforeAll, describe, expect, it } from "vitest";
import { openCourt } from "../../src/commands/approval-court.ts";
import { displayOf } from "../../src/commands/approval-display.ts";
import { draftOf, judgeInForce } from "../../src/commands/approval-drafts.ts";
import { approvedProject, contextText, designText, type Files, paths, people } from "../support/approved-project.ts";
import { recordingIo } from "../support/command-io.ts";
import { commitAll, tempRepository } from "../support/temp-git.ts";

let keys: ReadonlyMap<string, string> = new Map();
beforeAll(() => {
  keys = people(["alice", "bob"]);
});

/** What is shown for a document after a change of a project in which everything is approved and committed. */
async function display(change: Files, { base = {}, path = paths.design }: { base?: Files; path?: string } = {}) {
  const folder = tempRepository();
  for (const [name, text] of Object.entries({ ...approvedProject(keys), ...base })) folder.write(name, text);
  commitAll(folder);
  for (const [name, text] of Object.entries(change)) folder.write(name, text);
  const court = await openCourt({ subject: { kind: "worktree" }, policyRef: null }, recordingIo(folder.path));
  const judged = await judgeInForce(court);
  const standing = judged.standings.find(({ subject }) => subject.document.path === path);
  if (standing === undefined) throw new Error("no standing");
  const decision = { gate: null, reason: null, signer: "alice@example.com" };
  const draft = draftOf(standing, decision, { policy: judged.policy, now: court.input.now });
  return { text: await displayOf(draft, judged, court), statement: draft.statement };
}

describe("displayOf", () => {
  it("shows the interface in words, the text as a diff, what stands above, and the statement", async () => {
    const changed = designText
      .replace("one session", "two sessions")
      .replace("limit: number;", "limit: string;\nexport declare const more: number;");
    const { text, statement } = await display({ [paths.design]: changed });
    expect(text).toContain(`── ${paths.design}: missing`);
    expect(text).toContain("Changed since alice@example.com approved it at 2026-11-01T10:00:00Z:\nInterface:\n");
    expect(text).toMatch(/^ {2}limit has another type/mu);
    expect(text).toMatch(/^ {2}more is a new export$/mu);
    expect(text).toContain("-Keeps one session.\n+Keeps two sessions.");
    expect(text).toContain(`Under ${paths.context}: valid\n`);
    expect(text.endsWith(`\n${statement}\n`)).toBe(true);
  });

  it("text-only: a change that leaves the interface alone says nothing of it", async () => {
    const { text } = await display({ [paths.design]: designText.replace("one session", "two sessions") });
    expect(text).not.toContain("Interface:");
    expect(text).not.toContain("BEGIN SSH SIGNATURE");
  });

  it("never-approved: the whole text is new", async () => {
    const { text } = await display({}, { base: { [paths.design]: designText } });
    expect(text).toContain("Nothing of it was approved before:\n--- /dev/null");
    expect(text).toContain("+Keeps one session.");
  });

  it("suspect: what changed above it is shown, since that is what has to be read again", async () => {
    const { text } = await display({ [paths.context]: contextText.replace("Everything", "Half") });
    expect(text).toContain("Nothing changed in it since alice@example.com approved it");
    expect(text).toContain(`Under ${paths.context}: missing, and changed since\n`);
    expect(text).toContain("-Everything about sessions.\n+Half about sessions.");
  });

  it("context: a document without an interface has its text alone", async () => {
    const change = { [paths.context]: contextText.replace("Everything", "Half") };
    const { text } = await display(change, { path: paths.context });
    expect(text).toContain("+Half about sessions");
    expect(text).not.toContain("Interface:");
  });
});
