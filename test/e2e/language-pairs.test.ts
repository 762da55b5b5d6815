import { beforeAll, describe, expect, it } from "vitest";
import type { InterfaceVerdict } from "../../src/interface/verdict.ts";
import { comparedTogether } from "../support/interface/compared-together.ts";
import { languagePairs } from "../support/interface/language-pairs.ts";

const verdicts: { list: readonly InterfaceVerdict[] } = { list: [] };

// A block is TypeScript; what is JavaScript cannot stand in it.
const isTypeScript = (path = "src/a.ts"): boolean => !/\.[cm]?jsx?$/u.test(path);
// What a source may leave to the compiler, a block cannot: nobody infers what stands in a document. Names of imports it takes from the source alone.
const oneWay = new Set([
  "ES module file",
  "async arrow whose type is inferred",
  "destructured export",
  "enums in a circle",
  "generator whose type is inferred",
  "getter whose type is inferred",
  "import renamed by the source",
  "inferred predicate",
  "inferred utility type",
  "method whose type is inferred",
  "object with a getter",
  "object with a getter that is written",
  "object with getter and setter",
  "object with shorthand",
  "object with spread",
  "optional chaining is inferred",
  "satisfies",
  "satisfies keeps literals",
  "this inferred",
]);
const turned = languagePairs.filter(([what, , , , path]) => isTypeScript(path) && !oneWay.has(what));

beforeAll(() => {
  verdicts.list = comparedTogether([
    ...languagePairs.map(([, declared, actual, , path]) => ({ declared, actual, path: path ?? "src/a.ts" })),
    ...turned.map(([, declared, actual, , path]) => ({
      declared: actual,
      actual: declared,
      path: path ?? "src/a.ts",
    })),
  ]);
}, 120_000);

describe("language pairs", () => {
  it.each(languagePairs.map(([what, , , expected], index) => [what, index, expected] as const))(
    "%s",
    (_, index, expected) => {
      const findings = verdicts.list[index]?.findings ?? [];
      const names = findings.map(({ rule, change }) => (rule === "interface/changed" ? (change ?? "") : rule));
      expect([...new Set(names)].sort(), findings.map(({ message }) => message).join("\n")).toEqual([...expected]);
    },
  );

  it.each(turned.map(([what, , , expected], index) => [what, index, expected.length === 0] as const))(
    "swapped: %s",
    (_, index, isEqual) => {
      const found = verdicts.list[languagePairs.length + index]?.findings ?? [];
      const drift = found.filter(({ information }) => information !== true);
      expect(drift.length === 0, found.map(({ message }) => message).join("\n")).toBe(isEqual);
    },
  );
});
