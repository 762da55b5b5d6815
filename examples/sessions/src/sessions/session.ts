/** Where a session stands in its life; an ended one never comes back. */
export type SessionState = "open" | "paused" | "ended";

/** One visit of one person. Never changed in place: each step of its life is a new value. */
export interface Session {
  readonly id: string;
  readonly user: string;
  readonly state: SessionState;
  /** When the user was last active, in milliseconds since the start of 1970. */
  readonly seenAt: number;
}

/** Tells the time in milliseconds since the start of 1970. Injected, so that a test can stop it. */
export type Clock = () => number;
