import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import {
  approvedProject,
  configText,
  contextText,
  designText,
  type Files,
  judgeFiles,
  paths,
  people,
  rulesOf,
  type Signing,
  signed,
  signersFile,
} from "../../support/approved-project.ts";
import { publicLine, token } from "../../support/ssh.ts";

let keys: ReadonlyMap<string, string> = new Map();
let base: Files = {};
beforeAll(() => {
  keys = people(["alice", "bob", "mallory", "second"]);
  base = approvedProject(keys);
});

const keyOf = (name: string) => keys.get(name) ?? "";
const by = (name: string, more: Partial<Signing> = {}) => ({
  key: keyOf(name),
  signer: `${name}@example.com`,
  ...more,
});
const design = (text: string, more: Partial<Signing> = {}) =>
  signed(text, {
    path: paths.design,
    gate: "design",
    context: contextText,
    time: "2026-11-05T10:00:00Z",
    ...by("alice"),
    ...more,
  });
const edited = designText.replace("one session", "two sessions");
/** The base with its design as it is not approved, so that each attack has to get it through. */
const change = (text: string, more: Files = {}): Files => ({ ...base, [paths.design]: text, ...more });

describe("judgeApprovals", () => {
  it("finds nothing where everything is approved, with and without a base", async () => {
    expect(await rulesOf(base, { base })).toEqual([]);
    expect((await judgeFiles(base)).standings.map(({ state }) => state.state)).toEqual(["valid", "valid"]);
  });

  it("missing, stale and suspect are told apart", async () => {
    expect(await rulesOf(change(designText), { base: change(designText) })).toEqual(["missing"]);
    const stale = base[paths.design]?.replace("one session", "two sessions") ?? "";
    expect(await rulesOf(change(stale), { base })).toEqual(["stale"]);
    const context = signed(contextText.replace("Everything", "Half"), {
      path: paths.context,
      gate: "architecture",
      ...by("bob", { time: "2026-11-02T00:00:00Z" }),
    });
    expect(await rulesOf({ ...base, [paths.context]: context }, { base })).toEqual(["suspect"]);
  });

  it("draft: a draft asks for no approval", async () => {
    const files = { ...base, "docs/design/a.md": designText.replace("status: implemented", "status: draft") };
    expect(await rulesOf(files, { base })).toEqual([]);
  });

  it("no-digest: a document without digest has no approval", async () => {
    for (const spoil of ["\u0000", "\u202e", "\r"])
      expect(
        await rulesOf(
          change(
            design(edited).replace("Keeps one", `Keeps ${spoil} one`).replace("two sessions", `two${spoil} sessions`),
          ),
          { base },
        ),
      ).toContain("missing");
  });

  it("revoked: the latest entry of a person counts, and a tie counts as revoked", async () => {
    const revoke = { decision: "revoke", reason: "it was wrong" } as const;
    const text = base[paths.design] ?? "";
    const revoked = design(text, { ...revoke, time: "2026-11-01T10:00:00Z" });
    expect(await rulesOf(change(revoked), { base })).toEqual(["missing"]);
    const later = design(text, { ...revoke, time: "2026-11-02T10:00:00Z" });
    expect(await rulesOf(change(later), { base })).toEqual(["missing"]);
    const again = design(later, { time: "2026-11-03T10:00:00Z" });
    expect(await rulesOf(change(again), { base })).toEqual([]);
    const others = design(text, { ...revoke, ...by("bob"), time: "2026-11-02T10:00:00Z" });
    expect(await rulesOf(change(others), { base })).toEqual([]);
  });

  it("gate-order: nothing new is approved under what is not approved", async () => {
    const context = contextText.replace("Everything", "Half");
    const files = {
      ...base,
      [paths.context]: context,
      [paths.design]: design(edited, { context, time: "2026-11-02T00:00:00Z" }),
    };
    expect(await rulesOf(files, { base })).toContain("gate-order");
    const stale = { ...base, [paths.context]: base[paths.context]?.replace("Keeps sessions", "Kept") ?? "" };
    expect(await rulesOf(stale, { base })).not.toContain("gate-order");
  });
});

describe("attacks", () => {
  it("own-key: an own key, added to the signers in the change, does not count", async () => {
    const mallory = `alice@example.com namespaces="approval.v1@design-lint" ${publicLine(keyOf("mallory"))}\n`;
    const signers = `${signersFile(new Map([["alice", keyOf("alice")]]))}${mallory}`;
    const files = change(design(edited, { key: keyOf("mallory") }), { [paths.signers]: signers });
    expect(await rulesOf(files, { base })).toEqual(["untrusted"]);
    const naive = await rulesOf(files);
    expect(naive, "without a base the change's own signers judge, so the attack would work").toEqual([]);
  });

  const weakened: readonly (readonly [string, Record<string, unknown>])[] = [
    ["gates", { gates: {} }],
    ["role", { roles: { reviewer: ["mallory"] }, people: { mallory: ["mallory@example.com"] } }],
    ["people", { people: { alice: ["alice@example.com", "mallory@example.com"], bob: ["bob@example.com"] } }],
  ];
  it.each(weakened)("weakened-policy: the knob %s, weakened in the change, weakens nothing", async (_, approvals) => {
    const signers = signersFile(new Map([["mallory", keyOf("mallory")]]));
    const config = configText(["alice", "bob"], approvals);
    const files = change(design(edited, by("mallory")), { [paths.signers]: signers, [paths.config]: config });
    expect(await rulesOf(files, { base })).toEqual(["untrusted"]);
  });

  it("no-approvals-key: a config without approvals at all weakens nothing", async () => {
    expect(await rulesOf(change(edited, { [paths.config]: '{ "version": 1 }' }), { base })).toContain("missing");
  });

  it("replayed: an approval of another document, gate or project proves nothing", async () => {
    for (const other of [
      { signedPath: "docs/design/other.md" },
      { project: "urn:uuid:00000000-4f7e-4b8a-9d8c-7f1b9a3b2c11" },
    ])
      expect(await rulesOf(change(design(edited, other)), { base })).toContain("invalid");
    const elsewhere = { ...base, "docs/design/other.md": base[paths.design] ?? "" };
    expect(await rulesOf(elsewhere, { base })).toEqual(["invalid", "missing"]);
    const gate = (base[paths.context] ?? "").replace("gate: architecture", "gate: design");
    expect(await rulesOf({ ...base, [paths.context]: gate }, { base })).toEqual(
      ["invalid", "missing"].concat("removed"),
    );
  });

  it("removed-key: a key that the protected ref has removed does not count in a branch that was cut before", async () => {
    const tip = { ...base, [paths.signers]: signersFile(new Map([["bob", keyOf("bob")]])) };
    expect(await rulesOf(change(design(edited)), { base: tip, mergeBase: base })).toContain("untrusted");
  });

  it("merged-edits: two changes, each approved, are stale together", async () => {
    const both = design(design(edited).replace("# Store", "# The store"));
    expect(await rulesOf(change(both), { base })).toEqual([]);
    const merged = design(edited).replace("# Store", "# The store");
    expect(await rulesOf(change(merged), { base })).toEqual(["stale"]);
  });

  it("self-approval: with notAuthor an author's approval does not count, under any of their addresses", async () => {
    const gates = { architecture: { role: "reviewer" }, design: { role: "reviewer", notAuthor: true } };
    const strict = { ...base, [paths.config]: configText(["alice", "bob"], { gates }) };
    const files = { ...strict, [paths.design]: design(edited) };
    expect(await rulesOf(files, { base: strict, authors: ["alice@example.com"] })).toEqual(["untrusted"]);
    expect(await rulesOf(files, { base: strict, authors: ["bob@example.com"] })).toEqual([]);
    expect(await rulesOf(strict, { base: strict, authors: ["alice@example.com"] }), "settled").toEqual([]);
  });

  it("two-keys: two keys of one person are one person, and one key of two people is refused", async () => {
    const gates = { design: { role: "reviewer", threshold: 2 } };
    const config = configText(["alice", "bob"], { gates });
    const second = `alice@example.com ${publicLine(keyOf("second"))}\n`;
    const signers = `${base[paths.signers]}${second}`;
    const strict = { ...base, [paths.config]: config, [paths.signers]: signers };
    const twice = design(design(edited), { key: keyOf("second"), time: "2026-11-01T11:00:00Z" });
    expect(await rulesOf({ ...strict, [paths.design]: twice }, { base: strict })).toEqual(["untrusted"]);
    const pair = design(design(edited), by("bob"));
    expect(await rulesOf({ ...strict, [paths.design]: pair }, { base: strict })).toEqual([]);
    const shared = `${base[paths.signers]}bob@example.com ${publicLine(keyOf("alice"))}\n`;
    await expect(rulesOf({ ...strict, [paths.signers]: shared })).rejects.toMatchObject({ code: "signers-invalid" });
  });

  it("no-touch: a software key, an untouched hardware key and an agent do not count", async () => {
    const gates = { design: { role: "reviewer", userPresence: true } };
    const config = configText(["alice", "bob"], { gates, agents: ["bot@example.com"] });
    const key = token("ed25519");
    const bot = `bot@example.com ${publicLine(keyOf("second"))}\n`;
    const signers = `${base[paths.signers]}alice@example.com ${key.line}\n${bot}`;
    const strict = { ...base, [paths.config]: config, [paths.signers]: signers };
    const attempt = (more: Partial<Signing>) =>
      rulesOf({ ...strict, [paths.design]: design(edited, more) }, { base: strict });
    expect(await attempt({})).toEqual(["untrusted"]);
    expect(await attempt({ sign: (statement) => key.sign(statement, 0) })).toEqual(["untrusted"]);
    expect(await attempt({ sign: (statement) => key.sign(statement, 1) })).toEqual([]);
    expect(await attempt({ key: keyOf("second"), signer: "bot@example.com" })).toEqual(["untrusted"]);
  });

  it("look-alikes: principals that look alike are refused by the grammar of the block", async () => {
    const text = design(edited).replace("alice@example.com", "аlice@example.com");
    expect(await rulesOf(change(text), { base })).toContain("missing");
  });

  it("claimed-time: a time in the future is refused, and a claimed time extends no validity", async () => {
    expect(await rulesOf(change(design(edited, { time: "2026-11-22T00:06:00Z" })), { base })).toEqual([
      "invalid",
      "missing",
    ]);
    expect(await rulesOf(change(design(edited, { time: "2026-11-22T00:04:00Z" })), { base })).toEqual([]);
    const expired = (base[paths.signers] ?? "").replace("namespaces", 'valid-before="20261115Z",namespaces');
    const tip = { ...base, [paths.signers]: expired };
    expect(await rulesOf({ ...tip, [paths.design]: design(edited) }, { base: tip })).toEqual(["untrusted"]);
    expect(await rulesOf(tip, { base: tip }), "settled").toEqual([]);
  });

  it("key-states: a retired key counts only for what the base holds, a revoked one never", async () => {
    const line = (base[paths.signers] ?? "").split("\n")[0] ?? "";
    const fingerprint = (await judgeFiles(base)).standings.length === 2 ? fingerprintOf(line) : "";
    for (const [state, settled] of [
      ["retired", []],
      ["revoked", ["untrusted"]],
    ] as const) {
      const tip = { ...base, [paths.config]: configText(["alice", "bob"], { keys: { [fingerprint]: state } }) };
      expect(await rulesOf({ ...tip, [paths.design]: design(edited) }, { base: tip })).toContain("untrusted");
      expect(await rulesOf(tip, { base: tip })).toEqual(settled);
    }
  });

  it("reflowed: a signature that was reflowed, or has text behind it, voids the whole block", async () => {
    const text = design(edited);
    const reflowed = text.replace(/^( {6}[A-Za-z0-9+/]{60})([A-Za-z0-9+/]{10})$/mu, "$1\n      $2");
    expect(await rulesOf(change(reflowed), { base })).toContain("missing");
    const after = text.replace("-----END SSH SIGNATURE-----", "-----END SSH SIGNATURE-----\n      x");
    expect(await rulesOf(change(after), { base })).toContain("missing");
  });

  it("conflicts: conflict markers and more entries than allowed leave no approval", async () => {
    const text = design(edited);
    const conflict = text.replace("  - gate", "<<<<<<< a\n  - gate");
    expect(await rulesOf(change(conflict), { base })).toContain("missing");
    const entry = text.slice(text.indexOf("  - gate"), text.indexOf("---\n\n"));
    const many = text.replace(entry, entry.repeat(100));
    expect(await rulesOf(change(many), { base })).toContain("missing");
  });
});

function fingerprintOf(line: string): string {
  const blob = Buffer.from(line.split(" ").at(-1) ?? "", "base64");
  return `SHA256:${createHash("sha256").update(blob).digest("base64").replace(/=+$/u, "")}`;
}
