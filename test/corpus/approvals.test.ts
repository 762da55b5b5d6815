import { describe, expect, it } from "vitest";
import { proveDifferential } from "../support/approval-differential.ts";
import { approvalProperties } from "../support/approval-properties.ts";
import { proveTampering } from "../support/approval-tampering.ts";
import { people } from "../support/approved-project.ts";

const many = 10_000;

describe("approvals: properties", () => {
  for (const { name, prove } of approvalProperties) it(name, () => prove(many));

  // Each case judges two whole projects.
  it("edits of a change alone never turn a failure into a pass", { timeout: 3_600_000 }, async () => {
    const judged = await proveTampering(people(["alice", "bob"]), many);
    process.stdout.write(`tampering: ${judged} of ${many} could be judged, none passes\n`);
    expect(judged).toBeGreaterThan(many / 3);
  });

  it("what we accept, ssh-keygen accepts: 2,000 cases", () => {
    const counted = proveDifferential(2000);
    process.stdout.write(`ssh-keygen: ${JSON.stringify(counted)}\n`);
    expect(counted.both).toBeGreaterThan(300);
  });
});
