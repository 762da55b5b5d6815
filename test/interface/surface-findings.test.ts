import { describe, expect, it } from "vitest";
import { compareSurfaces } from "../../src/interface/surface.ts";
import { surfaceFindings } from "../../src/interface/surface-findings.ts";
import { sidesOf } from "../support/interface/sides.ts";

function findings(
  declared: string,
  actual: string,
  block: { start: number; end: number } | null = { start: 0, end: 5 },
) {
  const { design, source, graph } = sidesOf(declared, actual);
  return surfaceFindings({ design, surface: compareSurfaces(design.module, source, graph), block });
}

const messages = (declared: string, actual: string): readonly string[] =>
  findings(declared, actual).map(({ message }) => message);

describe("surfaceFindings", () => {
  it("near-name: a name that is nearly another one is taken for a slip or a change of name", () => {
    expect(messages("export declare const session: 1;", "export const sesion = 1;")).toEqual([
      "Expected the source to export session, as the design says; did you mean sesion?",
      "Unexpected export sesion, which the design does not declare; did the design mean sesion where it says session?",
    ]);
    expect(messages("export declare const session: 1;", "export const store = 1;")).toEqual([
      "Expected the source to export session, as the design says",
      "Unexpected export store, which the design does not declare",
    ]);
  });

  it("unnamed: a default and an `export =` are called what they are", () => {
    expect(messages("", "export default 1;")).toEqual([
      "Unexpected export a default, which the design does not declare",
    ]);
    expect(messages("declare const a: 1; export = a;", "")).toEqual([
      "Expected the source to export `export =`, as the design says",
    ]);
  });

  it("places: what is missing stands in the design, what is undeclared in the source and at the block", () => {
    const declared = "export declare const alpha: 1;";
    const actual = "export const omega = 1;";
    const [missing, undeclared] = findings(declared, actual);
    expect(declared.slice(missing?.declared?.start, missing?.declared?.end)).toBe("alpha");
    expect(missing?.actual).toBeUndefined();
    expect(undeclared?.declared).toEqual({ start: 0, end: 5 });
    expect(actual.slice(undeclared?.actual?.start, undeclared?.actual?.end)).toBe("omega");
    expect(findings("", actual, null)[0]).not.toHaveProperty("declared");
  });

  it("stars: a star is told as it is written", () => {
    expect(messages(`export type * from "./b";`, "")).toEqual([
      'Expected the source to have `export type * from "./b"`, as the design says',
    ]);
    expect(findings("", `export * from "./b";`)).toMatchObject([
      { rule: "interface/undeclared-export", export: "* from ./b", change: "export-undeclared" },
    ]);
  });

  it("doubt: what a package may bring is undecided, not missing", () => {
    expect(findings("export declare const a: 1;", `export * from "rxjs";`)).toMatchObject([
      {
        rule: "interface/undecided",
        export: "a",
        change: "export-missing",
        mend: "Name what is exported from the package instead of a star",
      },
    ]);
  });
});
