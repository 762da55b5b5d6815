import { isExpired } from "./expiry.ts";
import type { Clock, Session, SessionState } from "./session.ts";
import type { SessionStore } from "./store.ts";

/** What an orchestrator needs from outside. */
export interface OrchestratorOptions {
  readonly store: SessionStore;
  readonly clock: Clock;
  /** Makes an id that was never used before. */
  readonly nextId: () => string;
}

/** A step that the state of the session does not allow. */
export class SessionError extends Error {
  readonly reason: "already-open" | "not-found" | "not-allowed" | "expired";

  constructor(reason: SessionError["reason"], message: string) {
    super(message);
    this.reason = reason;
  }
}

/** Moves sessions through their life. Every step rejects with a `SessionError` where it is not allowed. */
export class Orchestrator {
  readonly #options: OrchestratorOptions;

  constructor(options: OrchestratorOptions) {
    this.#options = options;
  }

  /** Opens a new session; a user has one at most. */
  async start(user: string): Promise<Session> {
    const current = await this.#options.store.findCurrent(user);
    if (current !== null) throw new SessionError("already-open", `${user} has the session ${current.id}`);
    return this.#save({ id: this.#options.nextId(), user, state: "open", seenAt: this.#options.clock() });
  }

  async pause(id: string): Promise<Session> {
    return this.#move(await this.#load(id, ["open"]), "paused");
  }

  /** Opens a paused session again; one that has expired is ended instead. */
  async resume(id: string): Promise<Session> {
    const session = await this.#load(id, ["paused"]);
    if (!isExpired(session, this.#options.clock())) return this.#move(session, "open");
    await this.#move(session, "ended");
    throw new SessionError("expired", `the session ${id} was left too long ago`);
  }

  async end(id: string): Promise<Session> {
    return this.#move(await this.#load(id, ["open", "paused"]), "ended");
  }

  async #load(id: string, allowed: readonly SessionState[]): Promise<Session> {
    const session = await this.#options.store.find(id);
    if (session === null) throw new SessionError("not-found", `there is no session ${id}`);
    if (!allowed.includes(session.state)) throw new SessionError("not-allowed", `the session ${id} is ${session.state}`);
    return session;
  }

  #move(session: Session, state: SessionState): Promise<Session> {
    return this.#save({ ...session, state, seenAt: this.#options.clock() });
  }

  async #save(session: Session): Promise<Session> {
    await this.#options.store.save(session);
    return session;
  }
}
