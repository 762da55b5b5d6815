import type { Splice } from "../edit.ts";
import type { DeclaredModule } from "./block.ts";
import { type CompareInput, compareInterface } from "./compare.ts";
import { blockAfter } from "./mend-markdown.ts";
import { joined } from "./mend-text.ts";
import { isDrift } from "./mendable.ts";
import type { SameAnswer, TypeOracle } from "./type-oracle.ts";
import type { InterfaceFinding } from "./verdict.ts";

/** One possible mend: the findings that should go, and the edits of the virtual file. */
export interface Candidate {
  readonly findings: readonly InterfaceFinding[];
  readonly splices: readonly Splice[];
}

/** Tells which candidates mend what they promise, and break nothing. */
export interface Trial {
  /** Candidates that, applied together, make their findings go and bring no new ones. */
  passing(candidates: readonly Candidate[]): readonly Candidate[];
}

/** Comparisons that trying may cost, in all; what is left then is for people. */
const mostComparisons = 200;

/** Tries candidates on a virtual file by comparing again. */
export function createTrial(input: CompareInput, design: DeclaredModule): Trial {
  const { oracle, before } = knownAnswers(input);
  const known = new Set(before.map(keyOf));
  let left = mostComparisons;
  const works = (candidates: readonly Candidate[]): boolean => {
    if (left === 0) return false;
    left--;
    const splices = joined(candidates.flatMap((candidate) => candidate.splices));
    const { findings } = compareInterface({ ...input, oracle, blocks: [blockAfter(input.blocks, design, splices)] });
    const after = findings.filter(isDrift).map(keyOf);
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

/** The findings as they are, and an oracle that compares only types that were compared for them: each new question would cost a program. */
function knownAnswers(input: CompareInput): {
  readonly oracle: TypeOracle | null;
  readonly before: readonly InterfaceFinding[];
} {
  const { oracle } = input;
  const answers = new Map<string, SameAnswer>();
  const recording: TypeOracle | null = oracle && {
    declarationOf: (path, name) => oracle.declarationOf(path, name),
    sameType(path, question) {
      const answer = oracle.sameType?.(path, question) ?? notAsked;
      answers.set(JSON.stringify([path, question]), answer);
      return answer;
    },
  };
  const before = compareInterface({ ...input, oracle: recording }).findings.filter(isDrift);
  const known: TypeOracle | null = oracle && {
    declarationOf: (path, name) => oracle.declarationOf(path, name),
    sameType: (path, question) => answers.get(JSON.stringify([path, question])) ?? notAsked,
  };
  return { oracle: known, before };
}

const notAsked = { ok: false, reason: "the compiler was not asked" } as const;

/** What stays the same of a finding when other things in the block change. */
function keyOf({ rule, export: name, member, change }: InterfaceFinding): string {
  return JSON.stringify([rule, name, member, change]);
}
