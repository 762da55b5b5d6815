/** Compares letters without regard to case or accents. */
export const collator = new Intl.Collator("en", { usage: "search", sensitivity: "base" });

/** The best `limit` matches: those at the beginning of the whole name first, then by name. */
export function searchGuests(query: string, guests: readonly string[], limit: number): readonly string[] {
  const wanted = query.trim();
  if (wanted === "") return [];
  return guests
    .map((guest) => ({ guest, rank: matchedName(wanted, guest) }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank || (a.guest < b.guest ? -1 : 1))
    .slice(0, limit)
    .map(({ guest }) => guest);
}

// The index of the first name that the query begins, -1 without one.
function matchedName(wanted: string, guest: string): number {
  return guest.split(" ").findIndex((name) => collator.compare(name.slice(0, wanted.length), wanted) === 0);
}
