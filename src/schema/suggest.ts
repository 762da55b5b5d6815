import { distance } from "fastest-levenshtein";

/** Words longer than this are no typos of anything; it also bounds the work that a hostile word can cause. */
const longestWord = 100;

/** The candidate that was probably meant, or null where none is near: a third of the word may differ (two letters from four on), letter case never counts. */
export function suggest(word: string, candidates: Iterable<string>): string | null {
  if (word === "" || word.length > longestWord) return null;
  const folded = word.toLowerCase();
  let best: string | null = null;
  let least = (word.length < 4 ? 1 : Math.max(2, Math.floor(word.length / 3))) + 1;
  for (const candidate of candidates) {
    if (candidate === word || Math.abs(candidate.length - word.length) >= least + 1) continue;
    const apart = distance(folded, candidate.toLowerCase());
    if (apart < least) {
      least = apart;
      best = candidate;
    }
  }
  return best;
}
