import { createHash, sign as cryptoSign, generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { wireString } from "../../../src/approval/wire.ts";
import { runCheck } from "../../../src/commands/check.ts";
import { documentFacts } from "../../../src/document/facts.ts";
import { contextText, designText, paths } from "../../support/approved-project.ts";
import {
  type Attack,
  edited,
  expectRefused,
  ownKey,
  type Scene,
  sceneOf,
  source,
  verify,
} from "../../support/attack.ts";
import { recordingIo } from "../../support/command-io.ts";
import {
  anySubject,
  believesDocument,
  countSignatures,
  digestAlone,
  entriesIn,
  ownPolicy,
  presentAreGood,
  yamlWord,
} from "../../support/naive-checks.ts";
import { armorOf, blobOf, makeKey, mpint, publicLine, signedData, sshFolder } from "../../support/ssh.ts";
import { commitAll } from "../../support/temp-git.ts";

const clock = "docs/design/sessions/clock.md";
const design = (change: (text: string, scene: Scene) => string) => (scene: Scene) =>
  void scene.write(paths.design, change(scene.read(paths.design), scene));
const stale = (text: string) => text.replace("one session", "two sessions");

/** The entries of a document, and the document without them. */
function parted(text: string): readonly [bare: string, block: string] {
  const block = /^approvals:\n(?: .*\n)+/mu.exec(text)?.[0] ?? "";
  return [text.replace(block, ""), block];
}

/** Another word in the document, and its old approvals in a form that a forgiving parser reads all the same. */
const trick = (name: string, write: (block: string, bare: string) => string): Attack => ({
  name: `16: ${name}`,
  change: design((text) => {
    const [bare, block] = parted(stale(text));
    return write(block, bare);
  }),
  code: 1,
  rules: ["missing"],
  naive: yamlWord,
});
const atEnd = (bare: string, block: string) => bare.replace("status: implemented\n", `status: implemented\n${block}`);

const replays: readonly Attack[] = [
  {
    name: "5: an approval copied to another document",
    change: (scene) => {
      scene.write(clock, scene.read(paths.design));
      scene.write("src/sessions/clock.ts", source);
    },
    code: 1,
    rules: ["code-ahead", "invalid", "missing"],
    naive: (scene) => digestAlone(scene, clock) && anySubject(scene, clock, [{ document: paths.design }]),
  },
  {
    name: "6: an approval of another gate",
    change: (scene) => {
      const other = contextText.replace("Everything", "Half");
      scene.write(
        paths.context,
        scene.approveContext(other, { gate: "design" }).replace("gate: design", "gate: architecture"),
      );
    },
    code: 1,
    rules: ["invalid", "missing", "suspect"],
    naive: (scene) => anySubject(scene, paths.context, [{ gate: "design" }]),
  },
  {
    name: "7: content rolled back to an older approved version",
    prepare: (scene) => {
      scene.write(paths.design, scene.approve(stale(scene.read(paths.design))));
    },
    change: design((text) => text.replace("two sessions", "one session")),
    code: 1,
    rules: ["rollback"],
    naive: ownPolicy,
  },
  {
    name: "8: an approval of another project",
    change: (scene) => {
      const project = "urn:uuid:00000000-4f7e-4b8a-9d8c-7f1b9a3b2c11";
      scene.write(paths.design, scene.approve(edited, { project }));
    },
    code: 1,
    rules: ["invalid", "missing"],
    naive: digestAlone,
  },
];

const hidden: readonly Attack[] = [
  {
    name: "14: the approval deleted",
    change: design((text) => parted(text)[0]),
    code: 1,
    rules: ["missing", "removed"],
    naive: presentAreGood,
  },
  {
    name: "14: the document deleted",
    change: (scene) => scene.remove(paths.design),
    code: 1,
    rules: ["removed"],
    naive: presentAreGood,
  },
  {
    name: "14: the YAML broken",
    change: design((text) => parted(stale(text))[0].replace("type: module", "type: [module")),
    code: 1,
    rules: ["missing"],
    naive: presentAreGood,
  },
  {
    name: "14: the document moved out of the docs root",
    change: (scene) => {
      scene.write("docs/old/store.md", stale(scene.read(paths.design)));
      scene.remove(paths.design);
      scene.write(paths.source, source);
    },
    code: 1,
    rules: ["code-ahead", "removed"],
    naive: presentAreGood,
  },
  {
    name: "14: the status set back to draft",
    change: design((text) => stale(text).replace("status: implemented", "status: draft")),
    code: 1,
    rules: ["downgrade"],
    naive: believesDocument,
  },
  {
    name: "14: the source exempted",
    change: (scene) => {
      scene.edit(
        paths.config,
        "{",
        '{ "exempt": [{ "files": ["src/**", "docs/design/**", "test/**"], "reason": "later" }],',
      );
      scene.write(paths.design, stale(scene.read(paths.design)));
      scene.write(paths.source, source);
    },
    code: 1,
    rules: ["code-ahead", "policy/changed", "stale"],
    naive: ownPolicy,
  },
];

const tricks: readonly Attack[] = [
  trick("a duplicate key", (block, bare) => atEnd(bare, `approvals: []\n${block}`)),
  trick("a quoted key", (block, bare) => atEnd(bare, block.replace("approvals:", '"approvals":'))),
  trick("an escaped key", (block, bare) => atEnd(bare, block.replace("approvals:", '"approv\\u0061ls":'))),
  trick("an explicit key", (block, bare) => atEnd(bare, block.replace("approvals:", "? approvals\n:"))),
  trick("an anchor", (block, bare) =>
    atEnd(bare, "approvals: *a\n").replace(
      "type: module\n",
      `type: module\nkept: &a\n${block.replace("approvals:\n", "")}`,
    ),
  ),
  trick("a directive", (block, bare) => atEnd(bare, block).replace("---\n", "---\n%YAML 1.1\n")),
  trick("a byte order mark", (block, bare) => `\uFEFF${atEnd(bare, block)}`),
];

const layouts: readonly Attack[] = [
  {
    name: "17: a second frontmatter in the body",
    change: design((text) => {
      const [bare, block] = parted(stale(text));
      return `${bare}\n---\ntype: module\nstatus: implemented\n${block}---\n`;
    }),
    code: 1,
    rules: ["missing"],
    naive: (scene) => entriesIn(scene.read(paths.design)).some(({ decision }) => decision === "approve"),
  },
  {
    name: "17: a fence inside a scalar",
    change: design((text) => stale(text).replace("type: module\n", "type: module\nkept: |\n  a\n--- \n")),
    code: 1,
    rules: ["missing"],
    naive: (scene) => entriesIn(scene.read(paths.design)).length > 0,
  },
  {
    name: "17: a heading in another spelling below Notes, which nobody signed",
    change: design((text) => `${text}\n## Notes\n\nConstraints\n-----------\n\n- it may be deleted at any time\n`),
    code: 1,
    rules: ["missing"],
    naive: digestAlone,
  },
  {
    name: "17: a key between the tracking keys",
    change: design((text) => text.replace("status: implemented\n", "status: implemented\nroute: direct\n")),
    code: 1,
    rules: ["missing"],
    naive: digestAlone,
  },
  {
    name: "17: a key after the tracking keys",
    change: design((text) =>
      text.replace("-----END SSH SIGNATURE-----\n---\n", "-----END SSH SIGNATURE-----\nroute: direct\n---\n"),
    ),
    code: 1,
    rules: ["missing"],
    naive: digestAlone,
  },
  {
    name: "18: a bare carriage return, which some readers take for a line end",
    change: design((text) => text.replace("Keeps one session.", "Keeps one\r session.")),
    code: 1,
    rules: ["missing"],
    naive: digestAlone,
  },
  {
    name: "19: a principal that only looks like alice",
    change: (scene) => {
      scene.write(paths.design, scene.approve(edited, ownKey).replace("alice@example.com", "\u0430lice@example.com"));
    },
    code: 1,
    rules: ["invalid", "missing"],
    naive: (scene) => /signer: alice@example\.com/u.test(scene.read(paths.design).replaceAll("\u0430", "a")),
  },
  {
    name: "19: a principal with a character of no width",
    change: (scene) => {
      scene.write(paths.design, scene.approve(edited, ownKey).replace("alice@", "alice\u200b@"));
    },
    code: 1,
    rules: ["invalid", "missing"],
    naive: (scene) => /signer: alice@example\.com/u.test(scene.read(paths.design).replaceAll("\u200b", "")),
  },
  {
    name: "19: bidi controls that show another text than the one that stands there",
    change: (scene) => {
      const text = designText.replace("one session", "one \u202enoisses\u202c");
      scene.write(
        paths.design,
        text.replace("status: implemented\n", `status: implemented\n${parted(scene.read(paths.design))[1]}`),
      );
    },
    code: 1,
    rules: ["missing"],
    naive: yamlWord,
  },
  {
    name: "29: conflict markers around two versions",
    change: design((text) => {
      const [bare, block] = parted(text);
      return atEnd(bare, `<<<<<<< ours\n${block}=======\napprovals: []\n>>>>>>> theirs\n`);
    }),
    code: 1,
    rules: ["missing"],
    naive: (scene) => entriesIn(scene.read(paths.design)).length > 0,
  },
];

const forged = (name: string, forge: (statement: string) => string, rules = ["invalid", "missing"]): Attack => ({
  name,
  change: (scene) => void scene.write(paths.design, scene.approve(edited, { sign: forge })),
  code: 1,
  rules,
  naive: (scene) => looseSignature(entriesIn(scene.read(paths.design))[0]?.signature ?? ""),
});

const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
const shortRsa = generateKeyPairSync("rsa", { modulusLength: 1024 });
const ed25519 = generateKeyPairSync("ed25519");

function rsaBlob({ publicKey, privateKey }: typeof rsa, algorithm: string, hash: string, message: string): Buffer {
  const { n, e } = publicKey.export({ format: "jwk" });
  const key = Buffer.concat([
    wireString("ssh-rsa"),
    mpint(Buffer.from(String(e), "base64url")),
    mpint(Buffer.from(String(n), "base64url")),
  ]);
  const raw = cryptoSign(hash, signedData(message), privateKey);
  return blobOf({ publicKey: key, signature: Buffer.concat([wireString(algorithm), wireString(raw)]) });
}

function edBlob(message: string, more: { version?: number; reserved?: string }): Buffer {
  const x = Buffer.from(String(ed25519.publicKey.export({ format: "jwk" }).x), "base64url");
  const key = Buffer.concat(["ssh-ed25519", x].map(wireString));
  const raw = cryptoSign(null, signedData(message, more), ed25519.privateKey);
  return blobOf({ publicKey: key, signature: Buffer.concat([wireString("ssh-ed25519"), wireString(raw)]), ...more });
}

/** Whatever stands between the markers, in base64 of any shape, that begins as a signature does. */
function looseSignature(armor: string): boolean {
  const inside = /BEGIN SSH SIGNATURE-----([\s\S]*?)-----END/u.exec(armor)?.[1] ?? "";
  const bytes = Buffer.from(inside.replace(/\s/gu, ""), "base64");
  const magic = bytes.subarray(0, 6).toString("latin1") === "SSHSIG";
  return magic && bytes.includes("approval.v1@design-lint") && bytes.length > 150;
}

const signatures: readonly Attack[] = [
  forged("22: SHA-1", (statement) => armorOf(rsaBlob(rsa, "ssh-rsa", "sha1", statement))),
  forged("22: a short RSA key", (statement) => armorOf(rsaBlob(shortRsa, "rsa-sha2-512", "sha512", statement))),
  forged("23: version 0", (statement) => armorOf(edBlob(statement, { version: 0 }))),
  forged("23: a reserved field that is not empty", (statement) => armorOf(edBlob(statement, { reserved: "x" }))),
  {
    name: "23: a reflowed signature",
    change: (scene) => {
      scene.write(
        paths.design,
        scene.approve(edited).replace(/^( {6}[A-Za-z0-9+/]{60})([A-Za-z0-9+/]{10})$/mu, "$1\n      $2"),
      );
    },
    code: 1,
    rules: ["invalid", "missing"],
    naive: (scene) => looseSignature(scene.read(paths.design)),
  },
  {
    name: "23: text after the footer",
    change: (scene) => {
      const footer = "      -----END SSH SIGNATURE-----\n";
      scene.write(paths.design, scene.approve(edited).replace(footer, `${footer}      approved by bob too\n`));
    },
    code: 1,
    rules: ["invalid", "missing"],
    naive: (scene) => looseSignature(scene.read(paths.design)),
  },
  {
    name: "23: the other signature that follows from an ECDSA signature, for a threshold of two",
    approvals: { gates: { architecture: { role: "reviewer" }, design: { role: "reviewer", threshold: 2 } } },
    prepare: (scene) => {
      scene.write(paths.signers, `${scene.read(paths.signers)}alice@example.com ${publicLine(ecdsaKey)}\n`);
    },
    change: (scene) => {
      const once = scene.approve(edited, { key: ecdsaKey });
      const [entry] = entriesIn(once);
      scene.write(paths.design, scene.approve(once, { key: ecdsaKey, sign: () => malleated(entry?.signature ?? "") }));
    },
    code: 1,
    rules: ["untrusted"],
    naive: (scene) => countSignatures(scene, 2),
  },
];

const ecdsaKey = makeKey(sshFolder(), "ecdsa", ["-t", "ecdsa", "-b", "256"]);

const order = BigInt("0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");

/** The fields of a run of length-prefixed strings. */
function fieldsOf(bytes: Buffer): readonly Buffer[] {
  const fields: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = at + 4 + bytes.readUInt32BE(at);
    fields.push(bytes.subarray(at + 4, end));
    at = end;
  }
  return fields;
}

/** Whoever has (r, s) has (r, n - s) too, without the key. */
function malleated(armor: string): string {
  const bytes = Buffer.from(armor.split("\n").slice(1, -1).join(""), "base64");
  const [publicKey = bytes, , , , signature = bytes] = fieldsOf(bytes.subarray(10));
  const [type = bytes, pair = bytes] = fieldsOf(signature);
  const [r = bytes, s = bytes] = fieldsOf(pair);
  const other = (order - BigInt(`0x${s.toString("hex")}`)).toString(16).padStart(64, "0");
  const twin = Buffer.concat([mpint(r), mpint(Buffer.from(other, "hex"))]);
  return armorOf(blobOf({ publicKey, signature: Buffer.concat([type, twin].map(wireString)) }));
}

describe("attacks by replay", () => {
  it.each(replays)("$name", (attack) => expectRefused(attack));

  it("10: two changes, each approved, are stale when git has merged them without a conflict", async () => {
    const long = designText.replace("## Edge cases", "Nothing else is kept.\n\n## Edge cases");
    const scene = await sceneOf({ prepare: (base) => void base.write(paths.design, base.approve(long)) });
    const [one, two] = [stale(long), long.replace("Nothing else", "No clock")];
    scene.write(paths.design, scene.approve(one, { time: "2026-11-06T10:00:00Z" }));
    commitAll(scene, "one");
    expect(await verify(scene)).toMatchObject({ code: 0 });
    scene.git("checkout", "-q", "-b", "other", "base");
    scene.write(paths.design, scene.approve(two, { time: "2026-11-06T10:00:00Z" }));
    commitAll(scene, "two");
    expect(await verify(scene), "a check of each branch by itself").toMatchObject({ code: 0 });
    scene.write(paths.design, scene.read(paths.design).replace("one session", "two sessions"));
    commitAll(scene, "what git makes of both");
    expect(await verify(scene)).toMatchObject({ code: 1, rules: ["stale"] });
  });
});

describe("attacks by hiding", () => {
  it.each(hidden)("$name", (attack) => expectRefused(attack));

  it("14: the finding suppressed, baselined, or its rule switched off", async () => {
    const attempts: readonly ((scene: Scene) => void)[] = [
      () => undefined,
      (scene) =>
        scene.write(".design-baseline.json", JSON.stringify({ [paths.design]: { "approval/stale": { count: 9 } } })),
      (scene) => scene.edit(paths.config, "{", '{ "rules": { "approval/stale": "off", "policy/changed": "off" },'),
    ];
    for (const [index, attempt] of attempts.entries()) {
      const scene = await sceneOf({});
      const comment = "<!-- design-lint-disable-next-line approval/stale -- later -->\n";
      scene.write(
        paths.design,
        stale(scene.read(paths.design)).replace("Keeps", index === 0 ? `${comment}Keeps` : "Keeps"),
      );
      attempt(scene);
      expect(await verify(scene), `attempt ${index}`).toMatchObject({
        code: 1,
        rules: expect.arrayContaining(["stale"]),
      });
      const checked = await check(scene);
      expect(checked.code).toBe(1);
      expect(checked.out).toContain("error approval/stale");
      expect(obeys(scene), "a check that obeys comment, baseline or config").toBe(true);
    }
  });
});

describe("attacks by form", () => {
  it.each([...tricks, ...layouts])("$name", (attack) => expectRefused(attack));

  it("17: a link definition below Notes leads no link of the signed text anywhere", async () => {
    const scene = await sceneOf({
      prepare: (base) => {
        base.write(paths.design, base.approve(designText.replace("one session.", "one session, as [agreed].")));
      },
    });
    scene.write(paths.design, `${scene.read(paths.design)}\n## Notes\n\n[agreed]: https://example.com/other\n`);
    expect(await verify(scene)).toMatchObject({ code: 0, rules: [] });
    const text = scene.read(paths.design);
    expect(documentFacts(Buffer.from(text)).links).toEqual([]);
    expect(/\[agreed\][\s\S]*^\[agreed\]: https/mu.test(text), "a reader of the whole file follows it").toBe(true);
  });

  it("18: line ends of a checkout change nothing, where a hash of the file would say otherwise", async () => {
    const scene = await sceneOf({});
    scene.git("config", "core.autocrlf", "true");
    const hash = () => createHash("sha256").update(scene.read(paths.design)).digest("hex");
    const before = hash();
    for (const path of [paths.design, paths.context, paths.config, paths.signers])
      scene.write(path, scene.read(path).replaceAll("\n", "\r\n"));
    expect(await verify(scene)).toMatchObject({ code: 0, rules: [] });
    expect(hash()).not.toBe(before);
    scene.git("config", "core.autocrlf", "false");
    commitAll(scene, "as it is on disk");
    expect(await verify(scene)).toMatchObject({ code: 0, rules: [] });
  });

  it("30: a huge file and 100,000 approvals are refused, and soon", async () => {
    const entry = (text: string) => / {2}- gate[\s\S]*SIGNATURE-----\n(?=---)/u.exec(text)?.[0] ?? "";
    for (const spoil of [
      (text: string) => text.replace(entry(text), entry(text).repeat(100_000)),
      (text: string) => `${text}\n${"word ".repeat(1 << 20)}\n`,
      (text: string) => text.replace("Keeps", `${"[".repeat(100_000)}Keeps`),
    ]) {
      const scene = await sceneOf({});
      scene.write(paths.design, spoil(scene.read(paths.design)));
      const begun = performance.now();
      const said = await verify(scene);
      expect(said.code).toBe(1);
      expect(performance.now() - begun).toBeLessThan(20_000);
      expect(/decision: approve/u.test(scene.read(paths.design)), "a search for the word").toBe(true);
    }
  });

  it("31: terminal escapes in a document reach no terminal", async () => {
    const scene = await sceneOf({});
    const path = "docs/design/sessions/\u001b[2J\u001b]0;x.md";
    scene.write(path, edited.replace("# Store", "# \u001b[31mStore"));
    for (const { out, code } of [await verify(scene), await check(scene)]) {
      expect(code).toBe(1);
      expect(out).toContain("\\u{1b}");
      expect(out.includes("\u001b"), "no escape is obeyed").toBe(false);
    }
    expect(scene.git("-c", "core.quotePath=false", "ls-files", "-o", "-z").includes("\u001b"), "printed as it is").toBe(
      true,
    );
  });
});

describe("attacks on signatures", () => {
  it.each(signatures)("$name", (attack) => expectRefused(attack));
});

async function check(scene: Scene): Promise<{ readonly code: number; readonly out: string }> {
  const io = recordingIo(scene.path);
  const flags = { format: ["concise"], policyRef: "base", cache: false };
  const code = await runCheck([], flags, {
    ...io,
    version: "0.0.0",
    progressStream: process.stderr,
    stderrIsTTY: false,
  });
  return { code, out: io.out() };
}

/** What the change asks not to be told. */
function obeys(scene: Scene): boolean {
  const told = [paths.design, paths.config].map((path) => scene.read(path)).join("");
  const files = scene.git("ls-files", "-o", "--exclude-standard");
  return /disable-next-line approval\/stale|"approval\/stale": "off"/u.test(told) || files.includes("baseline");
}
