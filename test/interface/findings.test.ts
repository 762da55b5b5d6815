import ts from "typescript";
import { describe, expect, it } from "vitest";
import { changed, type Places, trailAt, undecided } from "../../src/interface/difference.ts";
import { findingsOf, hiddenFindings } from "../../src/interface/findings.ts";
import { leaf } from "../../src/interface/form.ts";
import { firstNode, sidesOf } from "../support/interface/sides.ts";

const declared = "export declare function f(a: string): number;";
const actual = "export function f(a: number): number { return 1; }\nexport class K { m(): void { log(); } }";
const sides = sidesOf(declared, actual);
const input = { design: sides.design, source: sides.source, reasons: new Map<string, string>() };

const parts = { declared: leaf("keyword", "string", null), actual: leaf("keyword", "number", null) };
const change = (places: Places, id = "parameter-type") => ({
  name: "f",
  difference: changed(trailAt(places), id, parts),
});
const atParameter = {
  declared: [firstNode(sides.design.module.file, ts.isParameter)],
  actual: [firstNode(sides.source.file, ts.isParameter)],
};

describe("findingsOf", () => {
  it("one-place: one change at one place is told once", () => {
    const found = [change(atParameter), change(atParameter), change(atParameter, "parameter-rest")];
    expect(findingsOf(found, input).map((finding) => finding.change)).toEqual(["parameter-type", "parameter-rest"]);
  });

  it("one-undecided: an export has one undecided finding, however many of its parts are open", () => {
    const open = [atParameter, { declared: [], actual: [] }].map((places) => ({
      name: "f",
      difference: undecided(trailAt(places), "its type is inferred", {}),
    }));
    const findings = findingsOf(open, input);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      rule: "interface/undecided",
      message: "f could not be compared: its type is inferred",
    });
  });

  it("compiler-reason: why the compiler could not say goes before why syntax could not", () => {
    const difference = undecided(trailAt(atParameter), "its type is inferred", {});
    const findings = findingsOf([{ name: "f", difference }], { ...input, reasons: new Map([["f", "it is circular"]]) });
    expect(findings[0]?.message).toBe("f could not be compared: it is circular");
  });

  it("smallest-place: a finding stands at the innermost node of its own file", () => {
    const elsewhere = sidesOf("", "export type Other = 1;").source.file;
    const inner = firstNode(elsewhere, ts.isTypeNode);
    const [finding] = findingsOf([change({ ...atParameter, actual: [...atParameter.actual, inner] })], input);
    expect(actual.slice(finding?.actual?.start, finding?.actual?.end)).toBe("a: number");
    expect(declared.slice(finding?.declared?.start, finding?.declared?.end)).toBe("a: string");
  });

  it("marked-part: a declaration is marked by its name, a method without its body", () => {
    const marked = (node: ts.Node): string => {
      const [finding] = findingsOf([change({ declared: [], actual: [node] })], input);
      expect(finding).not.toHaveProperty("declared");
      return actual.slice(finding?.actual?.start, finding?.actual?.end);
    };
    expect(marked(firstNode(sides.source.file, ts.isFunctionDeclaration))).toBe("f");
    expect(marked(firstNode(sides.source.file, ts.isMethodDeclaration))).toBe("m(): void");
  });
});

describe("hiddenFindings", () => {
  it("hidden-name: a name that the source keeps to itself is to be written out", () => {
    const name = firstNode(sides.design.module.file, ts.isIdentifier);
    expect(hiddenFindings([name], input)).toMatchObject([
      {
        rule: "interface/unknown-name",
        export: "f",
        mend: "Write the declaration of f into the Interface block, without `export`",
        declared: { start: declared.indexOf("f("), end: declared.indexOf("f(") + 1 },
      },
    ]);
  });
});
