import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { verifySshsig } from "../../src/approval/sshsig.ts";
import { findRoot } from "../../src/host/repository.ts";
import { gitSetting, readSigningKey, signWithKey } from "../../src/host/ssh-signer.ts";
import { makeKey, publicLine, sshFolder } from "../support/ssh.ts";
import { tempRepository } from "../support/temp-git.ts";

const folder = sshFolder();
const where = { namespace: "approval.v1@design-lint", cwd: folder };
let key = "";
beforeAll(() => {
  key = makeKey(folder, "alice");
});

it("signs with a key's file", async () => {
  const found = await readSigningKey(key, folder);
  const proof = verifySshsig(await signWithKey(found, "message", where), "message");
  expect(proof.ok && proof.key.fingerprint).toBe(found.fingerprint);
});

it("literal-key: the text of a public key names a key as git's setting does", async () => {
  const named = await readSigningKey(key, folder);
  for (const text of [publicLine(key), `key::${publicLine(key)}`])
    expect((await readSigningKey(text, folder)).fingerprint).toBe(named.fingerprint);
});

it("no-key: what is no key is refused", async () => {
  writeFileSync(join(folder, "text"), "hello\n");
  for (const name of [join(folder, "none"), join(folder, "text")])
    await expect(readSigningKey(name, folder)).rejects.toMatchObject({ code: "no-signing-key" });
});

it("not-signed: a key whose private half is nowhere signs nothing", async () => {
  const lonely = makeKey(sshFolder(), "lonely");
  const found = await readSigningKey(publicLine(lonely), folder);
  await expect(signWithKey(found, "message", where)).rejects.toMatchObject({ code: "not-signed" });
});

it("unset: a git setting that is not there is null", async () => {
  const repository = tempRepository();
  repository.git("config", "gpg.format", "ssh");
  const root = await findRoot(repository.path);
  if (root.repository === null) throw new Error("no repository");
  expect(await gitSetting(root.repository, "gpg.format")).toBe("ssh");
  expect(await gitSetting(root.repository, "user.signingkey")).toBeNull();
});
