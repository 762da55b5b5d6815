import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BreakingRow, breakingRows, furtherRows } from "../support/interface/breaking-rows.ts";
import { compared } from "../support/interface/compared.ts";

const cases = (rows: readonly BreakingRow[]): readonly (readonly [string, BreakingRow])[] =>
  rows.map((row) => [row.row, row]);

const drift = ["interface/changed", "interface/missing-export", "interface/undeclared-export"];
const nameOfExport =
  /\b(export (?:declare |abstract |const )*(?:function|class|interface|type|enum|namespace|const|let) )[A-Za-z]+/gu;

function check(row: BreakingRow): void {
  const { findings } = compared(row.declared, row.actual, { exactOptional: row.exactOptional === true });
  const told = JSON.stringify(findings, null, 1);
  expect(findings.map(({ change }) => change).sort(), told).toEqual([...row.changes].sort());
  const isInformation = row.verdict === "information";
  expect(
    findings.filter(({ information }) => (information === true) !== isInformation),
    told,
  ).toEqual([]);
  for (const { rule } of findings) expect(drift).toContain(rule);
  const some = (who: "consumer" | "implementer"): boolean => findings.some(({ breaking }) => breaking?.[who] === true);
  if (row.consumer !== null) expect(some("consumer"), `consumer ${told}`).toBe(row.consumer);
  if (row.implementer !== null) expect(some("implementer"), `implementer ${told}`).toBe(row.implementer);
  for (const { breaking } of findings) expect(breaking).toBeDefined();
}

describe("breaking", () => {
  it("table: there are 90 rows, in order", () => {
    expect(breakingRows.map(({ row }) => Number.parseInt(row, 10))).toEqual(
      Array.from({ length: 90 }, (_, i) => i + 1),
    );
  });

  it("named: whatever is compared with whatever, each difference has a change id and says whom it breaks", () => {
    const texts = [...breakingRows, ...furtherRows].flatMap(({ declared, actual }) => [declared, actual]);
    const oneName = texts.map((text) => text.replace(nameOfExport, "$1X"));
    fc.assert(
      fc.property(fc.constantFrom(...oneName), fc.constantFrom(...oneName), (declared, actual) => {
        for (const { rule, change, breaking, message } of compared(declared, actual).findings) {
          expect(message).not.toContain("cannot be named");
          if (drift.includes(rule)) expect([change, breaking?.consumer]).not.toContain(undefined);
        }
      }),
      { numRuns: 400 },
    );
  });

  it.each(cases(breakingRows))("row: %s", (_, row) => check(row));
  it.each(cases(furtherRows))("further: %s", (_, row) => check(row));
});
