/** Steps of history whose emitted declarations changed and whose interface did not, each with the reason. */
export const explained: ReadonlyMap<string, string> = new Map([
  [
    "@tanstack/query-core 5.82.0 → 5.90.4 src/mutationObserver.ts",
    "only the type parameter TContext of the class got another name, TOnMutateResult",
  ],
  [
    "@tanstack/query-core 5.82.0 → 5.90.4 src/queryClient.ts",
    "only the type parameter TContext of a method got another name, TOnMutateResult",
  ],
  [
    "rxjs 7.5.0 → 7.5.7 src/internal/util/workarounds.ts",
    "a file without exports says so with `export {}`, which exports nothing",
  ],
]);
