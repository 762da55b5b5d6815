import { beforeAll, describe, expect, it } from "vitest";
import { approvalState, restsOnSoftware } from "../../../src/workspace/approvals/approval-state.ts";
import {
  approvedProject,
  contextText,
  designText,
  type Files,
  judgeFiles,
  paths,
  people,
  type Signing,
  signed,
  signersFile,
} from "../../support/approved-project.ts";
import { token } from "../../support/ssh.ts";

let keys: ReadonlyMap<string, string> = new Map();
beforeAll(() => {
  keys = people(["alice", "bob", "mallory"]);
});

const project = () => approvedProject(keys);
const alice = (): Signing => ({
  path: paths.design,
  gate: "design",
  context: contextText,
  key: keys.get("alice") ?? "",
  signer: "alice@example.com",
});

async function standingOf(files: Files) {
  const { standings } = await judgeFiles(files, { base: files });
  const found = standings.find(({ subject }) => subject.document.path === paths.design);
  if (found === undefined) throw new Error("no standing");
  return found;
}

const stateOf = async (design: string, rest: Files = {}) =>
  approvalState(await standingOf({ ...project(), ...rest, [paths.design]: design }));

describe("approvalState", () => {
  it("says valid, stale, suspect, missing and untrusted as the gate does", async () => {
    const approved = project()[paths.design] ?? "";
    expect(await stateOf(approved)).toBe("valid");
    expect(await stateOf(approved.replace("one session", "two"))).toBe("stale");
    expect(await stateOf(approved, { [paths.context]: contextText.replace("Everything", "Half") })).toBe("suspect");
    expect(await stateOf(designText)).toBe("missing");
    const strange = { ...alice(), key: keys.get("mallory") ?? "" };
    expect(await stateOf(signed(designText, strange))).toBe("untrusted");
  });

  it("revoked: what was taken back is told apart from what nobody approved", async () => {
    const approved = project()[paths.design] ?? "";
    const taken = { ...alice(), decision: "revoke", reason: "wrong", time: "2026-11-02T10:00:00Z" } as const;
    expect(await stateOf(signed(approved, taken))).toBe("revoked");
    expect(await stateOf(signed(approved, { ...taken, key: keys.get("mallory") ?? "" }))).toBe("valid");
    const again = { ...alice(), time: "2026-11-03T10:00:00Z" };
    expect(await stateOf(signed(signed(approved, taken), again))).toBe("valid");
    expect(await stateOf(signed(approved, taken).replace("one session", "two"))).toBe("stale");
  });

  it("not-asked: a draft, or a document that has to pass no gate, has no state", async () => {
    expect(await stateOf(designText.replace("status: implemented", "status: draft"))).toBeNull();
    const files = approvedProject(keys, { gates: { architecture: { role: "reviewer" } } });
    expect(approvalState(await standingOf(files))).toBeNull();
  });
});

it("software: only what is valid can rest on a software key, and what hardware signed does not", async () => {
  expect(restsOnSoftware(await standingOf(project()))).toBe(true);
  expect(restsOnSoftware(await standingOf({ ...project(), [paths.design]: designText }))).toBe(false);
  const hardware = token("ed25519");
  const files = {
    ...project(),
    [paths.signers]: `${signersFile(keys)}bob@example.com ${hardware.line}\n`,
    [paths.design]: signed(designText, { ...alice(), signer: "bob@example.com", sign: hardware.sign }),
  };
  expect(approvalState(await standingOf(files))).toBe("valid");
  expect(restsOnSoftware(await standingOf(files))).toBe(false);
});
