import { describe, expect, it } from "vitest";
import { proveDifferential } from "../support/approval-differential.ts";
import { approvalProperties } from "../support/approval-properties.ts";
import { proveTampering } from "../support/approval-tampering.ts";
import { people } from "../support/approved-project.ts";

const many = 10_000;

describe("approvals: properties", () => {
  for (const { name, prove } of approvalProperties) it(name, () => prove(many));

  it("edits of a change alone never turn a failure into a pass", async () => {
    expect(await proveTampering(people(["alice", "bob"]), many)).toBeGreaterThan(many / 3);
  });

  it("what we accept, ssh-keygen accepts: 2,000 cases", () => {
    const counted = proveDifferential(2000);
    process.stdout.write(`ssh-keygen: ${JSON.stringify(counted)}\n`);
    expect(counted.both).toBeGreaterThan(300);
  });
});
