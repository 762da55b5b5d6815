/** zod 4: the source is the same in all steps; the compiler wrote the members of an inferred object in another order. */
const zodErrors = [
  "zod 4.0.0 → 4.0.10 src/v3/ZodError.ts",
  "zod 4.0.10 → 4.1.0 src/v3/ZodError.ts",
  "zod 4.1.0 → 4.2.0 src/v3/ZodError.ts",
  "zod 4.2.0 → 4.3.0 src/v3/ZodError.ts",
  "zod 4.3.0 → 4.4.0 src/v3/ZodError.ts",
  "zod 4.4.0 → 4.5.0 src/v3/ZodError.ts",
  "zod 4.6.0 → 4.6.7 src/v3/ZodError.ts",
].map((step) => [step, "the members of the inferred ZodIssueCode are written in another order"] as const);

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
  [
    "rxjs 7.8.0 → 7.8.2 src/internal/operators/throttleTime.ts",
    "the type of an optional parameter is written now and was inferred before: it needs an import and is the same",
  ],
  [
    "zod 4.2.0 → 4.3.0 src/v4/core/json-schema-generator.ts",
    "getters have written types now: type arguments that are the defaults are left out, `import(…)` became an import",
  ],
  ...zodErrors,
]);
