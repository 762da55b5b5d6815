import { beforeAll, describe, expect, it } from "vitest";
import type { InterfaceVerdict } from "../../src/interface/verdict.ts";
import { comparedTogether } from "../support/interface/compared-together.ts";
import { languagePairs } from "../support/interface/language-pairs.ts";

const verdicts: { list: readonly InterfaceVerdict[] } = { list: [] };

beforeAll(() => {
  verdicts.list = comparedTogether(
    languagePairs.map(([, declared, actual, , path]) => ({ declared, actual, path: path ?? "src/a.ts" })),
  );
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
});
