/** The right to join a session, held by whoever knows the code. */
export interface Invitation {
  readonly code: string;
  readonly session: string;
  readonly guest: string;
  /** Milliseconds since the start of 1970. */
  readonly expiresAt: number;
}

interface Issue {
  readonly at: number;
  readonly random: Uint8Array;
}

// 32 characters, so that every byte hits each of them equally often; no 0, 1, I or O.
const alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const codeLength = 8;
const day = 24 * 60 * 60 * 1_000;

/** An invitation that is good for a day. Throws a `RangeError` on fewer than eight random bytes. */
export function invitationTo(session: string, guest: string, issue: Issue): Invitation {
  if (issue.random.length < codeLength) throw new RangeError(`expected ${codeLength} random bytes`);
  const code = Array.from(issue.random.subarray(0, codeLength), (byte) => alphabet.charAt(byte % alphabet.length));
  return { code: code.join(""), session, guest, expiresAt: issue.at + day };
}

/** Whether a guest may still join with the invitation. */
export function isValid(invitation: Invitation, now: number): boolean {
  return now <= invitation.expiresAt;
}
