import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { policyDigest, policyFileHash } from "../../src/approval/policy-digest.ts";
import { tempFolder } from "../support/temp-git.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const file = (path: string, text: string) => ({ path, hash: policyFileHash(bytes(text)) });

it("outsider: sha256sum of the files, sorted, hashed again, gives the same digest", () => {
  const folder = tempFolder();
  const files = { ".designrc.json": '{ "version": 1 }\n', ".design/allowed_signers": "a@b ssh-ed25519 AAAA\n" };
  for (const [path, text] of Object.entries(files)) folder.write(path, text);
  const script = "sha256sum .design/allowed_signers .designrc.json | sha256sum | cut -c 1-64";
  const sum = execFileSync("sh", ["-c", script], { cwd: folder.path, encoding: "utf8" }).trim();
  expect(policyDigest(Object.entries(files).map(([path, text]) => file(path, text)))).toBe(`sha256:${sum}`);
});

it("line-ends: CRLF counts as LF, a bare CR stays, and bytes that are no UTF-8 are kept apart", () => {
  expect(policyFileHash(bytes("a\r\nb\r\n"))).toBe(policyFileHash(bytes("a\nb\n")));
  expect(policyFileHash(bytes("a\rb"))).not.toBe(policyFileHash(bytes("a\nb")));
  expect(policyFileHash(Uint8Array.of(0xff))).not.toBe(policyFileHash(Uint8Array.of(0xfe)));
});

it("order: files are sorted by the bytes of their paths, whatever order they come in", () => {
  const files = [file("b", "1"), file("a", "2"), file("\u{10000}", "3"), file("\uffff", "4")];
  expect(policyDigest(files)).toBe(policyDigest([...files].reverse()));
  expect(policyDigest(files)).toBe(
    policyDigest([files[3], files[0], files[2], files[1]].flatMap((each) => each ?? [])),
  );
});

it("path: the same text at another path is another policy", () => {
  expect(policyDigest([file("a", "1")])).not.toBe(policyDigest([file("b", "1")]));
});
