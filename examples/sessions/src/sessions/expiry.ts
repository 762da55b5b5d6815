import type { Session } from "./session.ts";

/** How long a session may rest, in milliseconds. */
export const idleLimit = minutes(30);

/** Whether a session was left too long ago to be resumed. */
export function isExpired(session: Session, now: number): boolean {
  return now - session.seenAt > idleLimit;
}

function minutes(count: number): number {
  return count * 60_000;
}
