import { describe, expect, it } from "vitest";
import { invitationTo, isValid } from "../../src/sharing/invitation.ts";

const random = Uint8Array.from([0, 1, 2, 3, 4, 5, 6, 255]);

describe("invitation", () => {
  it("has a code that people can read out", () => {
    expect(invitationTo("s1", "grace", { at: 0, random }).code).toBe("2345678Z");
  });

  it("short-random: fewer than eight random bytes are refused", () => {
    const issue = { at: 0, random: random.subarray(1) };
    expect(() => invitationTo("s1", "grace", issue)).toThrow(RangeError);
  });

  it("last-moment: it is good until its last millisecond", () => {
    const invitation = invitationTo("s1", "grace", { at: 5, random });
    expect(isValid(invitation, invitation.expiresAt)).toBe(true);
    expect(isValid(invitation, invitation.expiresAt + 1)).toBe(false);
  });
});
