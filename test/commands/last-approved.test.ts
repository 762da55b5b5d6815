import { beforeAll, describe, expect, it } from "vitest";
import { openCourt } from "../../src/commands/approval-court.ts";
import { judgeInForce } from "../../src/commands/approval-drafts.ts";
import { lastApproved, pinnedVersion } from "../../src/commands/last-approved.ts";
import {
  approvedProject,
  contextText,
  designText,
  paths,
  people,
  type Signing,
  signed,
} from "../support/approved-project.ts";
import { recordingIo } from "../support/command-io.ts";
import { commitAll, type TempFolder, tempRepository } from "../support/temp-git.ts";

let keys: ReadonlyMap<string, string> = new Map();
beforeAll(() => {
  keys = people(["alice", "bob", "mallory"]);
});

function project(): TempFolder {
  const folder = tempRepository();
  for (const [path, text] of Object.entries(approvedProject(keys))) folder.write(path, text);
  commitAll(folder);
  return folder;
}

async function find(folder: TempFolder) {
  const court = await openCourt({ subject: { kind: "worktree" }, policyRef: null }, recordingIo(folder.path));
  const { policy, standings } = await judgeInForce(court);
  const standing = standings.find(({ subject }) => subject.document.path === paths.design);
  if (standing === undefined) throw new Error("no standing");
  const version = await lastApproved(standing, "design", { court, policy });
  return { court, standing, version, text: version === null ? null : Buffer.from(version.bytes).toString() };
}

const say = (words: string) => designText.replace("one session", words);
const by = (name: string, more: Partial<Signing> = {}): Signing => ({
  path: paths.design,
  gate: "design",
  context: contextText,
  key: keys.get(name) ?? "",
  signer: `${name}@example.com`,
  ...more,
});

describe("lastApproved", () => {
  it("is the document itself where it is approved", async () => {
    const { version, text } = await find(project());
    expect(text).toContain("Keeps one session.");
    expect(version?.entry.signer).toBe("alice@example.com");
  });

  it("history: content of an earlier commit, also where its approval was dropped since", async () => {
    const folder = project();
    folder.write(paths.design, say("two sessions"));
    commitAll(folder);
    folder.write(paths.design, say("three sessions"));
    commitAll(folder);
    expect((await find(folder)).text).toContain("Keeps one session.");
  });

  it("approved-later: content that was approved in a later commit than it was written in", async () => {
    const folder = project();
    folder.write(paths.design, say("two sessions"));
    commitAll(folder);
    folder.write(paths.design, signed(say("two sessions"), by("bob", { time: "2026-11-02T10:00:00Z" })));
    commitAll(folder);
    folder.write(paths.design, say("three sessions"));
    const { text, version } = await find(folder);
    expect(text).toContain("Keeps two sessions.");
    expect(version?.entry.signer).toBe("bob@example.com");
  });

  it("forged: what only a stranger approved was not approved", async () => {
    const folder = project();
    folder.write(paths.design, signed(say("two sessions"), by("mallory", { signer: "alice@example.com" })));
    commitAll(folder);
    expect((await find(folder)).text).toContain("Keeps one session.");
  });

  it("never: without any approval there is none", async () => {
    const folder = tempRepository();
    for (const [path, text] of Object.entries(approvedProject(keys))) folder.write(path, text);
    folder.write(paths.design, designText);
    commitAll(folder);
    expect((await find(folder)).version).toBeNull();
  });
});

describe("pinnedVersion", () => {
  it("pinned: finds what a document stood under by the digest that it pins", async () => {
    const folder = project();
    folder.write(paths.context, contextText.replace("Everything", "Half"));
    commitAll(folder);
    const { court, standing, version } = await find(folder);
    const [pin] = version?.entry.upstream ?? [];
    if (pin === undefined) throw new Error("no pin");
    const found = await pinnedVersion(pin, standing.subject.document, court);
    expect(Buffer.from(found ?? []).toString()).toContain("Everything about sessions");
    const gone = { path: pin.path, digest: `sha256:${"0".repeat(64)}` };
    expect(await pinnedVersion(gone, standing.subject.document, court)).toBeNull();
  });
});
