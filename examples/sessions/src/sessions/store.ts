import type { Session } from "./session.ts";

/** Where sessions are kept. */
export interface SessionStore {
  save(session: Session): Promise<void>;
  find(id: string): Promise<Session | null>;
  /** The open or paused session of a user; null without one. */
  findCurrent(user: string): Promise<Session | null>;
}

/** A store that forgets everything with the process. */
export function memoryStore(): SessionStore {
  const sessions = new Map<string, Session>();
  return {
    async save(session: Session): Promise<void> {
      sessions.set(session.id, session);
    },
    async find(id: string): Promise<Session | null> {
      return sessions.get(id) ?? null;
    },
    async findCurrent(user: string): Promise<Session | null> {
      for (const session of sessions.values()) {
        if (session.user === user && session.state !== "ended") return session;
      }
      return null;
    },
  };
}
