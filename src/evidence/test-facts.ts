import type { Range } from "../range.ts";
import type { Suppression } from "../suppression.ts";

/** One test case by syntax. `title` is the text of its own title; `path` the titles of the suites around it. */
export interface TestCase {
  readonly title: string;
  readonly path: readonly string[];
  readonly state: "active" | "skip" | "todo";
  readonly range: Range;
}

/** What a test file shows without being run; a function of bytes and extension. */
export interface TestFacts {
  readonly cases: readonly TestCase[];
  /** True where tests are made in a way that syntax cannot count (a helper called at the top level, a loop). */
  readonly computed: boolean;
  readonly problems: readonly { readonly message: string; readonly range: Range }[];
  readonly suppressions: readonly Suppression[];
}
