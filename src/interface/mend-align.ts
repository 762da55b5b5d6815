/** What makes one list into another: each step names an element of the left list, of the right list, or of both. */
export type Step<L, R> =
  | { readonly kind: "keep" | "replace"; readonly left: L; readonly right: R }
  | { readonly kind: "remove"; readonly left: L }
  | { readonly kind: "add"; readonly right: R };

const mostCells = 250_000;

/** The shortest way from one list to another that keeps what is the same on both sides; what lies between is replaced one by one, in order. */
export function align<L, R>(
  left: readonly L[],
  right: readonly R[],
  isSame: (left: L, right: R) => boolean,
): readonly Step<L, R>[] {
  const kept = left.length * right.length > mostCells ? [] : commonPairs(left, right, isSame);
  const steps: Step<L, R>[] = [];
  let from = { left: 0, right: 0 };
  for (const pair of [...kept, { left: left.length, right: right.length }]) {
    steps.push(...exchanged(left.slice(from.left, pair.left), right.slice(from.right, pair.right)));
    const [a] = left.slice(pair.left, pair.left + 1);
    const [b] = right.slice(pair.right, pair.right + 1);
    if (a !== undefined && b !== undefined) steps.push({ kind: "keep", left: a, right: b });
    from = { left: pair.left + 1, right: pair.right + 1 };
  }
  return steps;
}

function exchanged<L, R>(left: readonly L[], right: readonly R[]): readonly Step<L, R>[] {
  const replaced = left.slice(0, right.length).flatMap((one, index): Step<L, R>[] => {
    const other = right[index];
    return other === undefined ? [] : [{ kind: "replace", left: one, right: other }];
  });
  return [
    ...replaced,
    ...left.slice(right.length).map((one): Step<L, R> => ({ kind: "remove", left: one })),
    ...right.slice(left.length).map((one): Step<L, R> => ({ kind: "add", right: one })),
  ];
}

interface Indices {
  readonly left: number;
  readonly right: number;
}

/** A longest common subsequence, by the usual table. */
function commonPairs<L, R>(
  left: readonly L[],
  right: readonly R[],
  isSame: (left: L, right: R) => boolean,
): readonly Indices[] {
  const width = right.length + 1;
  const lengths = new Uint32Array((left.length + 1) * width);
  const lengthAt = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  const same = left.map((one) => right.map((other) => isSame(one, other)));
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      const skip = Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1));
      lengths[i * width + j] = same[i]?.[j] === true ? Math.max(skip, lengthAt(i + 1, j + 1) + 1) : skip;
    }
  }
  const pairs: Indices[] = [];
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    if (same[i]?.[j] === true && lengthAt(i, j) === lengthAt(i + 1, j + 1) + 1) pairs.push({ left: i++, right: j++ });
    else if (lengthAt(i + 1, j) >= lengthAt(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}
