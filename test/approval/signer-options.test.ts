import { describe, expect, it } from "vitest";
import { signerOptions } from "../../src/approval/signer-options.ts";

const none = { isAuthority: false, namespaces: null, validAfter: null, validBefore: null };

describe("signerOptions", () => {
  it("without options the text begins with the type of the key", () => {
    expect(signerOptions("ssh-ed25519 AAAA")).toEqual({ ...none, rest: "ssh-ed25519 AAAA" });
    expect(signerOptions("sk-ssh-ed25519@openssh.com AAAA")).toMatchObject(none);
  });

  it("reads all options, and leaves the rest", () => {
    const text = 'namespaces="git,a@b",valid-after="20260101Z",valid-before="202602011030Z" \tssh-rsa AAAA';
    expect(signerOptions(text)).toEqual({
      isAuthority: false,
      namespaces: ["git", "a@b"],
      validAfter: Date.parse("2026-01-01T00:00:00Z"),
      validBefore: Date.parse("2026-02-01T10:30:00Z"),
      rest: "ssh-rsa AAAA",
    });
  });

  it("unknown-option: an option that nobody knows is refused", () => {
    expect(signerOptions('valid="x" ssh-rsa AAAA')).toMatchObject({
      message: expect.stringContaining("Unknown option"),
    });
  });

  it("second-option: an option that stands twice is refused", () => {
    expect(signerOptions('namespaces="a",Namespaces="b" ssh-rsa A')).toEqual({
      message: "Unexpected second option `namespaces`",
    });
  });

  it("local-time: a time without `Z`, or that does not exist, is refused", () => {
    for (const time of ["20260101", "20260230Z", "2026010124Z", "202601012400Z", "20260101Z ", ""])
      expect(signerOptions(`valid-after="${time}" ssh-rsa A`)).toMatchObject({
        message: expect.stringContaining("Unexpected time"),
      });
  });

  it("wrong-form: a value where none belongs, or none where one does, is refused", () => {
    expect(signerOptions('cert-authority="x" ssh-rsa A')).toMatchObject({ message: expect.any(String) });
    expect(signerOptions("namespaces ssh-rsa A")).toMatchObject({ message: expect.any(String) });
  });

  it("empty-period: valid-before has to be later than valid-after", () => {
    expect(signerOptions('valid-after="20260101Z",valid-before="20260101Z" ssh-rsa A')).toMatchObject({
      message: expect.stringContaining("valid-before"),
    });
  });

  it("trailing-comma: a comma needs another option after it", () => {
    expect(signerOptions("cert-authority, ssh-rsa A")).toMatchObject({ message: expect.any(String) });
  });
});
