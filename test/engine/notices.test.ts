import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config/load.ts";
import { unjudged } from "../../src/engine/notices.ts";
import { createPlatform } from "../../src/host/platform.ts";
import { memorySnapshot } from "../../src/snapshot.ts";
import type { ApprovalJudgement } from "../../src/workspace/approvals/judgement.ts";
import { approvedProject, judgeFiles, people } from "../support/approved-project.ts";

async function messages(config: object, approvals?: ApprovalJudgement): Promise<readonly string[]> {
  const snapshot = memorySnapshot({ ".designrc.json": JSON.stringify(config) });
  const read = await loadConfig(snapshot, createPlatform());
  return unjudged({ config: read, ...(approvals === undefined ? {} : { approvals }) }).map(({ message }) => message);
}

const judged: ApprovalJudgement = { policy: null, standings: [], findings: [], notices: [], rulingConfig: null };

describe("unjudged", () => {
  it("no-gates: approvals are off, in two words", async () => {
    expect(await messages({})).toEqual(["approvals: off"]);
  });

  it("gates: a config that asks for approvals is told where nobody verified them", async () => {
    const approvals = {
      signers: "signers",
      people: { alice: ["alice@example.com"] },
      roles: { reviewer: ["alice"] },
      gates: { design: { role: "reviewer", threshold: 1 } },
    };
    expect(await messages({ project: "urn:uuid:6e2e8d0e-4f7e-4b8a-9d8c-7f1b9a3b2c11", approvals })).toEqual([
      expect.stringMatching(/gates \(design\).*`design-lint verify` does/u),
    ]);
  });

  it("judged: how many documents have the approval that they ask for, after what is to be said of the base", async () => {
    const { standings, policy } = await judgeFiles(approvedProject(people(["alice", "bob"])));
    const notices = [{ code: "no-base", message: "there is no base" }];
    expect(await messages({}, { ...judged, policy, standings, notices })).toEqual([
      "there is no base",
      "approvals: 2 of the 2 documents that ask for approval have it",
    ]);
    expect(await messages({}, judged)).toEqual(["approvals: off"]);
  });

  it("evidence: evidence that is named and not read is said too", async () => {
    expect(await messages({ evidence: { coverage: ["c.json"] } })).toContainEqual(expect.stringContaining("coverage"));
  });
});
