import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { contentDigest, pinnedDigest } from "../../src/approval/digest.ts";
import { parseSigners } from "../../src/approval/signers.ts";
import { verifySshsig } from "../../src/approval/sshsig.ts";
import { type Statement, statementText } from "../../src/approval/statement.ts";
import { signedContent } from "../../src/document/facts.ts";
import { sshFolder, sshVerify } from "../support/ssh.ts";
import { type TempFolder, tempFolder } from "../support/temp-git.ts";

interface Vectors {
  readonly contents: readonly { name: string; base64: string; digest: string | null }[];
  readonly pins: readonly { name: string; content: string; component: string; digest: string | null }[];
  readonly statements: readonly { name: string; statement: Statement; text: string | null; sha256: string | null }[];
  readonly message: string;
  readonly signatures: readonly {
    name: string;
    key: string;
    armor: string;
    accepted: boolean;
    touched: boolean;
    verified: boolean;
  }[];
  readonly signers: readonly { name: string; file: string; signers: readonly object[] | null }[];
}

const vectors = JSON.parse(readFileSync("test/fixtures/approval-vectors/vectors.json", "utf8")) as Vectors;
const page = readFileSync("docs/vectors.md", "utf8");
const fixture = (file: string) => readFileSync(`test/fixtures/vectors/${file}`, "utf8");

/** The programs as the page prints them. */
function program(language: string, name: string): string {
  const blocks = [...page.matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\`$`, "gmu"))].map(
    ([, text = ""]) => text,
  );
  const found = blocks.find((text) => text.includes(name));
  if (found === undefined) throw new Error(`${name} is not on the page`);
  return found;
}

const folder = tempFolder();
for (const [language, name] of [
  ["awk", "content.awk"],
  ["awk", "pin.awk"],
  ["sh", "verify.sh"],
] as const)
  folder.write(name, program(language, name));

function awk(name: string, input: string | Buffer, ...args: readonly string[]): string | null {
  const { status, stdout } = spawnSync("awk", [...args, "-f", join(folder.path, name)], { input });
  return status === 0 ? `sha256:${createHash("sha256").update(stdout).digest("hex")}` : null;
}

describe("design-lint reproduces its published figures", () => {
  it.each(vectors.contents)("content: $name", ({ base64, digest }) => {
    const content = signedContent(Buffer.from(base64, "base64"));
    expect(content === null ? null : contentDigest(content)).toBe(digest);
  });

  it.each(vectors.pins)("pin: $name", ({ content, component, digest }) => {
    expect(pinnedDigest(content, component)).toBe(digest);
  });

  it.each(vectors.statements)("statement: $name", ({ statement, text, sha256 }) => {
    const made = statementText(statement);
    expect(made.ok ? made.text : null).toBe(text);
    expect(text === null ? null : createHash("sha256").update(text).digest("hex")).toBe(sha256);
  });

  it.each(vectors.signatures)("signature: $name", ({ armor, accepted, touched, verified }) => {
    const proof = verifySshsig(armor, vectors.message);
    expect(proof).toMatchObject(accepted ? { ok: true, touched, verified } : { ok: false });
  });

  it.each(vectors.signers)("signers: $name", ({ file, signers }) => {
    const parsed = parseSigners(file);
    expect(parsed.ok ? parsed.signers : null).toEqual(
      signers === null ? null : signers.map((signer) => expect.objectContaining(signer)),
    );
  });
});

describe("other programs reproduce them", () => {
  it("awk and SHA-256 give every digest that there is", () => {
    for (const { name, base64, digest } of vectors.contents) {
      const text = Buffer.from(base64, "base64").toString("latin1").replaceAll("\r\n", "\n");
      if (digest !== null) expect(awk("content.awk", Buffer.from(text, "latin1")), name).toBe(digest);
    }
    for (const { name, content, component, digest } of vectors.pins)
      if (digest !== null) expect(awk("pin.awk", content, "-v", `own=${component}`), name).toBe(digest);
  });

  it("ssh-keygen accepts every signature that is accepted", () => {
    const place = sshFolder();
    for (const { name, key, armor, accepted } of vectors.signatures) {
      const question = { signers: `alice ${key}\n`, principal: "alice", message: vectors.message, armor };
      if (accepted) expect(sshVerify(place, question), name).toBe(true);
    }
  });

  it("the programs on the page are those of the worked examples", () => {
    const bare = (text: string) => text.replace(/^#.*\n/gmu, "");
    for (const name of ["content.awk", "pin.awk"]) expect(bare(program("awk", name))).toBe(bare(fixture(name)));
  });
});

describe("the verifier in shell", () => {
  const document = "docs/design/sessions/orchestrator.md";
  const project = "urn:uuid:6e2e8d0e-4f7e-4b8a-9d8c-7f1b9a3b2c11";

  function repository(changes: Readonly<Record<string, string>> = {}): TempFolder {
    const root = tempFolder();
    const files = {
      [document]: fixture("component-approved.md"),
      "docs/architecture/sessions.md": fixture("context.md"),
      allowed_signers: fixture("allowed_signers"),
      ...changes,
    };
    for (const [path, text] of Object.entries(files)) root.write(path, text);
    return root;
  }

  function verify(root: TempFolder, urn = project): string {
    const args = [join(folder.path, "verify.sh"), urn, "allowed_signers", document, "sessions/orchestrator"];
    return execFileSync("sh", args, { cwd: root.path, encoding: "utf8" });
  }

  it("has at most 30 lines", () => {
    expect(program("sh", "verify.sh").trimEnd().split("\n").length).toBeLessThanOrEqual(30);
  });

  it("says that the worked example is right and current, in CRLF and beside a new neighbour too", () => {
    const right = "right current approve alice@example.com\n";
    expect(verify(repository())).toBe(right);
    expect(verify(repository({ [document]: fixture("component-approved.md").replaceAll("\n", "\r\n") }))).toBe(right);
    expect(verify(repository({ "docs/architecture/sessions.md": fixture("context-neighbour.md") }))).toBe(right);
  });

  it("tells stale, suspect, and what was not signed so", () => {
    const text = fixture("component-approved.md");
    const context = "docs/architecture/sessions.md";
    expect(verify(repository({ [document]: text.replace("ends", "stops") }))).toBe(
      "right stale approve alice@example.com\n",
    );
    expect(verify(repository({ [context]: fixture("context-own-line.md") }))).toBe(
      `suspect ${context}\nright current approve alice@example.com\n`,
    );
    const wrong = "WRONG current approve alice@example.com\n";
    for (const [from, to] of [
      ["gate: design", "gate: story"],
      ["00:20:00Z", "00:20:01Z"],
      ["AAABAa2C4", "AAABAa2C5"],
    ] as const)
      expect(verify(repository({ [document]: text.replace(from, to) }))).toBe(wrong);
    expect(verify(repository(), project.replace("6e2e", "6e2f"))).toBe(wrong);
  });
});
