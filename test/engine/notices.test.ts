import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config/load.ts";
import { unjudged } from "../../src/engine/notices.ts";
import { createPlatform } from "../../src/host/platform.ts";
import { memorySnapshot } from "../../src/snapshot.ts";

async function messages(config: object): Promise<readonly string[]> {
  const snapshot = memorySnapshot({ ".designrc.json": JSON.stringify(config) });
  return unjudged(await loadConfig(snapshot, createPlatform())).map(({ message }) => message);
}

describe("unjudged", () => {
  it("no-gates: approvals are off, in two words", async () => {
    expect(await messages({})).toEqual(["approvals: off"]);
  });

  it("gates: a config that asks for approvals is told that nobody verifies them", async () => {
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

  it("evidence: evidence that is named and not read is said too", async () => {
    expect(await messages({ evidence: { coverage: ["c.json"] } })).toContainEqual(expect.stringContaining("coverage"));
  });
});
