import { describe, expect, it } from "vitest";
import { idleLimit, isExpired } from "../../src/sessions/expiry.ts";
import type { Session } from "../../src/sessions/session.ts";

const session: Session = { id: "s1", user: "ada", state: "paused", seenAt: 1_000 };

describe("isExpired", () => {
  it("ends a session after half an hour", () => {
    expect(isExpired(session, 1_000 + 30 * 60 * 1_000 + 1)).toBe(true);
  });

  it("exactly-at-limit: the last millisecond still counts", () => {
    expect(isExpired(session, 1_000 + idleLimit)).toBe(false);
  });

  it("clock-behind: a session that was seen in the future has not expired", () => {
    expect(isExpired(session, 0)).toBe(false);
  });
});
