import type { Splice } from "../edit.ts";
import type { DeclaredModule } from "./block.ts";
import { type CompareInput, compareInterface } from "./compare.ts";
import { blockAfter } from "./mend-markdown.ts";
import { joined } from "./mend-text.ts";
import type { InterfaceFinding } from "./verdict.ts";

/** One possible mend: the findings that should go, and the edits of the virtual file. */
export interface Candidate {
  readonly findings: readonly InterfaceFinding[];
  readonly splices: readonly Splice[];
}

/** Tells which candidates mend what they promise, and break nothing. */
export interface Trial {
  /** The candidates whose findings are gone, and without new ones, when all those given back are applied together. */
  passing(candidates: readonly Candidate[]): readonly Candidate[];
}

/** Comparisons that trying may cost, in all; what is left then is for people. */
const mostComparisons = 200;

/** Tries candidates by comparing again. */
export function createTrial(
  input: CompareInput,
  { design, findings }: { readonly design: DeclaredModule; readonly findings: readonly InterfaceFinding[] },
): Trial {
  const known = new Set(findings.map(keyOf));
  let left = mostComparisons;
  const works = (candidates: readonly Candidate[]): boolean => {
    if (left === 0) return false;
    left--;
    const splices = joined(candidates.flatMap((candidate) => candidate.splices));
    const after = compareInterface({ ...input, blocks: [blockAfter(input.blocks, design, splices)] }).findings.map(
      keyOf,
    );
    const promised = new Set(candidates.flatMap((candidate) => candidate.findings.map(keyOf)));
    return after.every((key) => known.has(key) && !promised.has(key));
  };
  const passing = (candidates: readonly Candidate[]): readonly Candidate[] => {
    if (candidates.length === 0) return [];
    if (works(candidates)) return candidates;
    if (candidates.length === 1) return [];
    const middle = Math.ceil(candidates.length / 2);
    const first = passing(candidates.slice(0, middle));
    const second = passing(candidates.slice(middle));
    if (first.length === 0 || second.length === 0 || works([...first, ...second])) return [...first, ...second];

    return spaced(first, second, works);
  };
  return { passing };
}

/** Two that are right alone may touch the same place: the later one waits for the next round. */
function spaced(
  first: readonly Candidate[],
  second: readonly Candidate[],
  works: (candidates: readonly Candidate[]) => boolean,
): readonly Candidate[] {
  const kept = [...first];
  for (const next of second) {
    kept.push(next);
    if (!works(kept)) kept.pop();
  }
  return kept;
}

/** What stays the same of a finding when other things in the block change. */
function keyOf({ rule, export: name, member, change }: InterfaceFinding): string {
  return JSON.stringify([rule, name, member, change]);
}
