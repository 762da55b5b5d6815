// `npm run mutation`: what decides whether an approval counts, and the tests beside it. Files can be named: `npm run mutation -- -m src/approval/digest.ts`.
//
// Survivors, all of them the same program in other words:
// - digest.ts, `inFence`: defaults that stand in for a match that is there whenever they would be used (`rest = ""`, `?? []`), and
//   `run.endsWith` for `run.startsWith`, which is the same for a run of one character.
// - signers.ts, `firstWord`: the anchor of `/^[ \t]+/`, since the text begins with a blank there.
export default {
  mutate: ["digest", "statement", "sshsig", "signers", "policy"].map((name) => `src/approval/${name}.ts`),
  testRunner: "vitest",
  vitest: { configFile: "vitest.mutation.config.ts" },
  coverageAnalysis: "perTest",
  concurrency: 1,
  timeoutMS: 20_000,
  tempDirName: "reports/stryker",
  ignorePatterns: ["dist", "docs", "examples", "scripts", "schemas", "templates", "coverage"],
  reporters: ["clear-text", "json"],
  jsonReporter: { fileName: "reports/mutation.json" },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  thresholds: { high: 98, low: 95, break: 95 },
};
