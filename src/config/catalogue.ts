/** What configs know of a rule that runs: its id, how it stands by default, and which options it takes. */
export interface CatalogueRule {
  readonly id: string;
  /** Default severity, in the report's words. */
  readonly severity: "error" | "warning" | "info";
  /** Whether `design-lint/adopt` makes it a warning. */
  readonly adopt: boolean;
  /** JSON Schema 2020-12 of its options; without it the rule has none. */
  readonly options?: Readonly<Record<string, unknown>>;
}

/** Every rule that runs. */
export type Catalogue = readonly CatalogueRule[];
