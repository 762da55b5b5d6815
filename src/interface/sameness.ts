import type ts from "typescript";

/** Whether two types are one: `unknown` where a part of them waits for type parameters, or could not be resolved. */
export type Sameness = "same" | "different" | "unknown";

/** What the parts of the comparison need of each other. */
export interface SameContext {
  readonly checker: ts.TypeChecker;
  /** Type parameters of signatures that stand for each other while those are compared. */
  readonly stands: Map<ts.Type, ts.Type>;
  types(a: ts.Type, b: ts.Type): Sameness;
}

/** The worst of several answers; those after a difference are not asked for. */
export function allSame(answers: Iterable<Sameness>): Sameness {
  let worst: Sameness = "same";
  for (const answer of answers) {
    if (answer === "different") return answer;
    if (answer === "unknown") worst = answer;
  }
  return worst;
}

/** Types one by one, in their order. */
export function sameLists(a: readonly ts.Type[], b: readonly ts.Type[], context: SameContext): Sameness {
  if (a.length !== b.length) return "different";
  const answers = function* (): Iterable<Sameness> {
    for (const [index, type] of a.entries()) {
      const other = b[index];
      yield other === undefined ? "different" : context.types(type, other);
    }
  };
  return allSame(answers());
}
