import type { Presence, PresenceMap } from "./presence.ts";

/** Every word of the list, in the language of the reader. */
export interface GuestListLabels {
  readonly title: string;
  readonly here: string;
  readonly away: string;
  /** Stands in place of the list while nobody has joined. */
  readonly empty: string;
}

/** The guests of a session as HTML; whoever is here stands first. */
export function guestList(guests: PresenceMap, labels: GuestListLabels): string {
  const entries = [...guests].sort(byPresenceThenName);
  const items = entries.map(([name, { state }]) => `<li>${escape(name)} <small>${escape(labels[state])}</small></li>`);
  const content = items.length === 0 ? `<p>${escape(labels.empty)}</p>` : `<ul>${items.join("")}</ul>`;
  return `<section aria-label="${escape(labels.title)}" aria-live="polite">${content}</section>`;
}

function byPresenceThenName([a, mine]: [string, Presence], [b, theirs]: [string, Presence]): number {
  if (mine.state !== theirs.state) return mine.state === "here" ? -1 : 1;
  return a < b ? -1 : 1;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
