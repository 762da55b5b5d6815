import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { runApprove } from "../../../src/commands/approve.ts";
import { policyApprovalsPath } from "../../../src/document/policy-approvals.ts";
import {
  configText,
  contextText,
  designText,
  paths,
  policyEntry,
  projectId,
  signersFile,
} from "../../support/approved-project.ts";
import { type Attack, edited, expectRefused, ownKey, type Scene, sceneOf, team, verify } from "../../support/attack.ts";
import { recordingIo } from "../../support/command-io.ts";
import {
  anySubject,
  believesDocument,
  countSignatures,
  digestAlone,
  filesOf,
  ownPolicy,
  sshKeygen,
  yamlWord,
} from "../../support/naive-checks.ts";
import { publicLine, token } from "../../support/ssh.ts";
import { commitAll } from "../../support/temp-git.ts";

const keyOf = (name: string) => team.get(name) ?? "";
const reviewed = { architecture: { role: "reviewer" } };
const design = (more: object) => ({ gates: { ...reviewed, design: { role: "reviewer", ...more } } });
const everybody = ["alice", "bob"];
const line = (name: string, key: string) =>
  `${name}@example.com namespaces="approval.v1@design-lint" ${publicLine(keyOf(key))}\n`;
const signEdited =
  (more = {}) =>
  (scene: Scene) =>
    void scene.write(paths.design, scene.approve(edited, more));
const both =
  (...steps: readonly ((scene: Scene) => void)[]) =>
  (scene: Scene) =>
    steps.forEach((step) => void step(scene));
const config = (approvals: object) => (scene: Scene) =>
  void scene.write(paths.config, configText(everybody, { ...approvals }));
const signers = (text: string) => (scene: Scene) =>
  void scene.write(paths.signers, `${scene.read(paths.signers)}${text}`);

const rows: readonly Attack[] = [
  {
    name: "1: an own key for alice, added to the signers in the change",
    change: both(signers(line("alice", "mallory")), signEdited(ownKey)),
    code: 1,
    rules: ["policy/changed", "untrusted"],
    naive: ownPolicy,
  },
  ...(
    [
      ["gates", {}, { gates: {} }, (scene: Scene) => void scene.write(paths.design, edited), ["missing"]],
      ["role", { roles: { reviewer: ["bob"], author: everybody } }, {}, signEdited(), ["gate-order", "untrusted"]],
      [
        "people",
        { people: { alice: ["alice@example.com"], bob: ["b@example.com"] } },
        {},
        signEdited({ key: keyOf("bob"), signer: "bob@example.com" }),
        ["untrusted"],
      ],
      ["threshold", design({ threshold: 2 }), {}, signEdited(), ["untrusted"]],
      [
        "notAuthor",
        {
          ...design({ notAuthor: true }),
          people: { alice: ["alice@example.com", "ada@example.com"], bob: ["bob@example.com"] },
        },
        {},
        signEdited(),
        ["untrusted"],
      ],
      ["userPresence", design({ userPresence: true }), {}, signEdited(), ["untrusted"]],
      ["userVerification", design({ userVerification: true }), {}, signEdited(), ["untrusted"]],
      [
        "agents",
        { people: { bob: ["bob@example.com"] }, roles: { reviewer: ["bob"] }, agents: ["alice@example.com"] },
        {},
        signEdited(),
        ["gate-order", "untrusted"],
      ],
    ] as const
  ).map(
    ([knob, strong, weak, use, rules]): Attack => ({
      name: `2: the knob ${knob}, weakened in the change that profits from it`,
      approvals: strong,
      // Where the strong policy does not accept alice, the base is approved again under it.
      change: both(config(weak), use),
      code: 1,
      rules: ["policy/changed", ...rules].sort(),
      naive: ownPolicy,
    }),
  ),
  {
    name: "2: a revoked key, made active again in the change",
    prepare: both(signers(line("bob", "second")), (scene) => {
      const print = fingerprint(scene, "second");
      config({ keys: { [print]: "revoked" } })(scene);
    }),
    change: both(config({}), signEdited({ key: keyOf("second"), signer: "bob@example.com" })),
    code: 1,
    rules: ["policy/changed", "untrusted"],
    naive: ownPolicy,
  },
  {
    name: "2: another signers file, named in the change",
    change: both(
      (scene) => void scene.write("keys", signersFile(new Map([["alice", keyOf("mallory")]]))),
      config({ signers: "keys" }),
      (scene) => {
        scene.write(paths.design, scene.approve(edited, ownKey));
        scene.write(paths.context, scene.approveContext(contextText, ownKey));
      },
    ),
    code: 1,
    rules: ["gate-order", "policy/changed", "removed", "untrusted"],
    naive: ownPolicy,
  },
  {
    name: "2: a gate that no longer asks for direct components, in the change that makes one direct",
    change: both(config(design({ direct: false })), (scene) => {
      scene.write(paths.design, edited.replace("context:", "route: direct\ncontext:"));
    }),
    code: 1,
    rules: ["missing", "policy/changed"],
    naive: believesDocument,
  },
  {
    name: "2: an own project, so that approvals of another one count",
    change: both(
      (scene) => scene.edit(paths.config, projectId, "urn:uuid:00000000-4f7e-4b8a-9d8c-7f1b9a3b2c11"),
      signEdited({ project: "urn:uuid:00000000-4f7e-4b8a-9d8c-7f1b9a3b2c11" }),
    ),
    code: 1,
    rules: ["invalid", "missing", "policy/changed"],
    naive: (scene) => anySubject(scene, paths.design, [{ project: "urn:uuid:00000000-4f7e-4b8a-9d8c-7f1b9a3b2c11" }]),
  },
  {
    name: "9: a branch that was cut before the key was removed",
    change: (scene) => {
      scene.git("checkout", "-q", "base");
      scene.write(paths.signers, line("bob", "bob"));
      commitAll(scene, "alice has left");
      scene.git("checkout", "-q", "change");
      signEdited()(scene);
    },
    code: 1,
    rules: ["gate-order", "untrusted"],
    naive: ownPolicy,
  },
  {
    name: "11: an approval by a co-author, named in a trailer",
    approvals: design({ notAuthor: true }),
    change: (scene) => {
      scene.write(paths.design, edited);
      scene.git("commit", "-qam", "edit\n\nCo-authored-by: Alice <Alice@Example.com>");
      signEdited()(scene);
    },
    code: 1,
    rules: ["untrusted"],
    naive: ownPolicy,
  },
  {
    name: "12: one person with two keys, for a threshold of two",
    approvals: design({ threshold: 2 }),
    prepare: both(signers(line("alice", "second")), (scene) => {
      scene.write(
        paths.design,
        scene.approve(scene.read(paths.design), { key: keyOf("bob"), signer: "bob@example.com" }),
      );
    }),
    change: (scene) => {
      const once = scene.approve(edited);
      scene.write(paths.design, scene.approve(once, { key: keyOf("second"), time: "2026-11-05T11:00:00Z" }));
    },
    code: 1,
    rules: ["untrusted"],
    naive: (scene) => countSignatures(scene, 2),
  },
  {
    name: "13: a hardware key that nobody touched",
    approvals: design({ userPresence: true }),
    prepare: (scene) => {
      scene.write(paths.signers, `${scene.read(paths.signers)}alice@example.com ${hardware.line}\n`);
      scene.write(paths.design, scene.approve(designText, { sign: (statement) => hardware.sign(statement, 1) }));
    },
    change: signEdited({ sign: (statement: string) => hardware.sign(statement, 0) }),
    code: 1,
    rules: ["untrusted"],
    naive: sshKeygen,
  },
  {
    name: "13: an agent's principal",
    prepare: both(signers(line("bot", "second")), config({ agents: ["bot@example.com"] })),
    change: signEdited({ key: keyOf("second"), signer: "bot@example.com" }),
    code: 1,
    rules: ["untrusted"],
    naive: sshKeygen,
  },
  {
    name: "15: a route with fewer gates",
    approvals: design({ direct: false }),
    change: (scene) => void scene.write(paths.design, edited.replace("context:", "route: direct\ncontext:")),
    code: 1,
    rules: ["downgrade", "missing"],
    naive: believesDocument,
  },
  {
    name: "15: a type whose route is direct",
    approvals: design({ direct: false }),
    change: (scene) => void scene.write(paths.design, edited.replace("type: module", "type: policy")),
    code: 1,
    rules: ["downgrade", "missing"],
    naive: believesDocument,
  },
  {
    name: "15: a new file that claims to be direct",
    approvals: design({ direct: false }),
    change: (scene) => {
      scene.write("docs/design/sessions/clock.md", edited.replace("context:", "route: direct\ncontext:"));
      scene.write("src/sessions/clock.ts", "export const limit: number = 1;\n");
    },
    code: 1,
    rules: ["code-ahead", "missing"],
    naive: (scene) => believesDocument(scene, "docs/design/sessions/clock.md"),
  },
  {
    name: "20: a claimed time from before the key ran out",
    prepare: (scene) => scene.edit(paths.signers, "namespaces", 'valid-before="20261103Z",namespaces'),
    change: signEdited({ time: "2026-11-02T10:00:00Z" }),
    code: 1,
    rules: ["untrusted"],
    naive: (scene) => sshKeygen(scene, paths.design, "claimed"),
  },
  {
    name: "20: a claimed time in the future, which no revocation could outdo",
    change: signEdited({ time: "2099-01-01T00:00:00Z" }),
    code: 1,
    rules: ["invalid", "missing"],
    naive: sshKeygen,
  },
  {
    name: "21: a retired key, for something new",
    prepare: (scene) => config({ keys: { [fingerprint(scene, "alice")]: "retired" } })(scene),
    change: signEdited(),
    code: 1,
    rules: ["untrusted"],
    naive: sshKeygen,
  },
  {
    name: "21: a key that was revoked, for what it had approved before",
    prepare: (scene) => {
      scene.write(
        paths.context,
        scene.approveContext(scene.read(paths.context), { key: keyOf("bob"), signer: "bob@example.com" }),
      );
      config({ keys: { [fingerprint(scene, "alice")]: "revoked" } })(scene);
    },
    change: (scene) => void scene.write("notes.txt", "nothing"),
    code: 1,
    rules: ["untrusted"],
    naive: sshKeygen,
  },
];

const hardware = token("ed25519");

function fingerprint(scene: Scene, name: string): string {
  return execFileSync("ssh-keygen", ["-lf", `${scene.key(name)}.pub`], { encoding: "utf8" }).split(" ")[1] ?? "";
}

describe("attacks on trust", () => {
  it.each(rows)("$name", (attack) => expectRefused(attack));

  it("2: a policy change and its use in two pull requests: what was merged counts, and not before", async () => {
    const scene = await sceneOf({});
    signers(line("alice", "mallory"))(scene);
    commitAll(scene, "a second key");
    expect(await verify(scene)).toMatchObject({ code: 0, rules: ["policy/changed"] });
    scene.git("branch", "-f", "base", "change");
    signEdited(ownKey)(scene);
    expect(await verify(scene)).toMatchObject({ code: 0, rules: [] });
  });

  it("3: a schema, or a template, emptied: with a policy gate nobody may, and without one it is said", async () => {
    const types = '"types": { "gateway": { "schema": "design/gateway.json", "template": "design/gateway.md" } },';
    for (const [path, empty] of [
      ["design/gateway.json", "{}"],
      ["design/gateway.md", ""],
    ] as const)
      for (const guarded of [false, true]) {
        const scene = await sceneOf({
          prepare: async (base) => {
            if (guarded) config({ gates: { ...reviewed, policy: { role: "reviewer" } } })(base);
            base.edit(paths.config, "{", `{ ${types}`);
            base.write("design/gateway.json", '{ "required": ["sections"] }');
            base.write("design/gateway.md", "# {{title}}\n");
            const alice = { key: keyOf("alice"), signer: "alice@example.com", time: "2026-11-01T10:00:00Z" };
            if (guarded)
              base.write(policyApprovalsPath, Object.values(await policyEntry(filesOf(base), alice))[0] ?? "");
          },
        });
        scene.write(path, empty);
        expect(await verify(scene), path).toMatchObject({ code: guarded ? 1 : 0, rules: ["policy/changed"] });
        expect(digestAlone(scene), "a check of the documents alone sees nothing").toBe(true);
      }
  });

  it("13: approve without a terminal signs nothing, whatever is piped into it", async () => {
    const scene = await sceneOf({});
    scene.write(paths.design, edited);
    const request = { paths: [paths.design], key: scene.key("alice") };
    await expect(runApprove(request, recordingIo(scene.path))).rejects.toMatchObject({ code: "no-terminal" });
    scene.write(paths.design, scene.approve(edited));
    expect(sshKeygen(scene), "a signer that asks nobody signs for any program").toBe(true);
    expect(yamlWord(scene)).toBe(true);
  });
});
