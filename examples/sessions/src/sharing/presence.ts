/** Whether a guest is at the screen, and since when. */
export interface Presence {
  readonly state: "here" | "away";
  /** When the guest's own device saw it, in milliseconds since the start of 1970. */
  readonly at: number;
}

/** Guest → what is known of them. */
export type PresenceMap = ReadonlyMap<string, Presence>;

/** What two devices know together; for each guest the newer entry wins. */
export function mergePresence(local: PresenceMap, remote: PresenceMap): PresenceMap {
  const merged = new Map(local);
  for (const [guest, theirs] of remote) {
    const ours = merged.get(guest);
    merged.set(guest, ours === undefined ? theirs : newer(ours, theirs));
  }
  return merged;
}

// A tie has to end alike on both devices, whichever of the two merges.
function newer(a: Presence, b: Presence): Presence {
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return a.state === "away" ? a : b;
}
