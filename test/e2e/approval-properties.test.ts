import { describe, expect, it } from "vitest";
import { proveDifferential } from "../support/approval-differential.ts";
import { approvalProperties } from "../support/approval-properties.ts";
import { proveTampering } from "../support/approval-tampering.ts";
import { people } from "../support/approved-project.ts";

// `npm run test:corpus` proves the same in 10,000 cases each, and asks ssh-keygen about 2,000.
describe("approvals: properties", () => {
  for (const { name, prove } of approvalProperties) it(name, () => prove(100));

  it("edits of a change alone never turn a failure into a pass", async () => {
    expect(await proveTampering(people(["alice", "bob"]), 40)).toBeGreaterThan(10);
  });

  it("what we accept, ssh-keygen accepts", () => {
    expect(proveDifferential(60).both).toBeGreaterThan(0);
  });
});
