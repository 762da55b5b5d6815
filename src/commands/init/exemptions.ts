import { globMatcher } from "../../config/settings.ts";
import { compilePattern } from "../../workspace/pattern.ts";

/** One entry of `exempt` as `init` writes it. */
export interface ExemptEntry {
  readonly files: readonly string[];
  readonly reason: string;
}

interface Patterns {
  readonly source: string;
  readonly test: string;
}

const customary: readonly ExemptEntry[] = [
  { files: ["**/generated/**", "**/__generated__/**", "**/*.generated.*", "**/*.gen.*"], reason: "generated" },
  { files: ["**/__mocks__/**", "**/__fixtures__/**"], reason: "data and stand-ins for tests" },
  { files: ["**/*.stories.*"], reason: "shown in Storybook, imported by nothing" },
  { files: ["**/*.config.*", "**/.*.*"], reason: "configuration of tools" },
];

const testLike = [
  { glob: "**/__tests__/**", fits: /(?:^|\/)__tests__\//u },
  { glob: "**/*.test.*", fits: /\.test\.[a-z]+$/u },
  { glob: "**/*.spec.*", fits: /\.spec\.[a-z]+$/u },
  { glob: "**/{test,tests,spec,specs}/**", fits: /(?:^|\/)(?:test|spec)s?\//u },
];

const mostListed = 20;

const matcher = (pattern: string) => {
  const compiled = compilePattern(pattern, "");
  return (path: string) => compiled.match(path) !== null;
};

/** Tests among the sources that the test pattern does not fit: by a glob that spares the fitting ones, else one by one. */
function strayTests(sources: readonly string[], tests: readonly string[]): readonly string[] {
  const globs: string[] = [];
  let rest = sources.filter((path) => testLike.some(({ fits }) => fits.test(path)));
  for (const { glob, fits } of testLike) {
    const covers = globMatcher([glob], "");
    if (!rest.some((path) => fits.test(path)) || tests.some((path) => covers(path))) continue;
    globs.push(glob);
    rest = rest.filter((path) => !covers(path));
  }
  return rest.length <= mostListed ? [...globs, ...rest] : globs;
}

/** What a project's config exempts from the start: only globs that fit one of its sources, and no test that fits its pattern. */
export function exemptions(files: readonly string[], components: readonly Patterns[]): readonly ExemptEntry[] {
  const isSource = components.map(({ source }) => matcher(source));
  const isTest = components.map(({ test }) => matcher(test));
  const tests = files.filter((path) => isTest.some((fits) => fits(path)));
  const sources = files.filter((path) => isSource.some((fits) => fits(path)) && !isTest.some((fits) => fits(path)));
  const fitting = customary.flatMap(({ files: globs, reason }) => {
    const used = globs.filter((glob) => {
      const covers = globMatcher([glob], "");
      return sources.some((path) => covers(path));
    });
    return used.length > 0 ? [{ files: used, reason }] : [];
  });
  const exempted = globMatcher(
    fitting.flatMap(({ files: globs }) => globs),
    "",
  );
  const stray = strayTests(
    sources.filter((path) => !exempted(path)),
    tests,
  );
  return stray.length > 0 ? [...fitting, { files: stray, reason: "tests that belong to no single source" }] : fitting;
}
