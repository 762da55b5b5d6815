import type { Clock, Session } from "../sessions/session.ts";
import type { SessionStore } from "../sessions/store.ts";
import { type Invitation, invitationTo, isValid } from "./invitation.ts";

/** Invites guests and lets them in. */
export interface SharingService {
  /** Rejects where the session is not open. */
  invite(session: string, guest: string): Promise<Invitation>;
  /** The session that the code opens, null where it opens none. */
  join(code: string): Promise<Session | null>;
}

/** What the service needs from outside. */
export interface SharingOptions {
  readonly store: SessionStore;
  readonly clock: Clock;
  readonly random: (length: number) => Uint8Array;
}

/** A service that remembers its invitations as long as the process lives. */
export function sharingService(options: SharingOptions): SharingService {
  const invitations = new Map<string, Invitation>();

  async function openSession(id: string): Promise<Session | null> {
    const session = await options.store.find(id);
    return session?.state === "open" ? session : null;
  }

  return {
    async invite(session: string, guest: string): Promise<Invitation> {
      if ((await openSession(session)) === null) throw new Error(`the session ${session} is not open`);
      const invitation = invitationTo(session, guest, { at: options.clock(), random: options.random(8) });
      invitations.set(invitation.code, invitation);
      return invitation;
    },
    async join(code: string): Promise<Session | null> {
      const invitation = invitations.get(code);
      if (invitation === undefined || !isValid(invitation, options.clock())) return null;
      return openSession(invitation.session);
    },
  };
}
