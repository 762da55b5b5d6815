import { describe, expect, it } from "vitest";
import { compared } from "../support/interface/compared.ts";

describe("surface-findings", () => {
  it("did-you-mean: a name that is nearly the same is suggested on both sides", () => {
    const { findings } = compared("export declare const sesion: 1;", "export const session = 2;");
    expect(findings.map(({ message }) => message)).toEqual([
      "Expected the source to export sesion, as the design says; did you mean session?",
      "Unexpected export session, which the design does not declare; did the design mean session where it says sesion?",
    ]);
  });

  it("too-many: among very many names no misspelling is looked for", () => {
    const many = (head: string, count: number) =>
      Array.from({ length: count }, (_, at) => `export declare const ${head}${at}: "${head}";`).join("\n");
    const hinted = (count: number) =>
      compared(
        `${many("a", count)}\nexport declare const session: "x";`,
        `${many("b", count)}\nexport declare const sesion: "y";`,
      ).findings.some(({ export: name, message }) => name === "session" && message.includes("did you mean sesion?"));
    expect([hinted(3), hinted(250)]).toEqual([true, false]);
  });

  it("undeclared-place: an undeclared export stands at the first line of the block and at its name in the source", () => {
    const actual = "export const first = 1;\nexport const zebra = 1;";
    const [finding] = compared("export declare const first: 1;\nexport {};", actual).findings;
    expect(finding?.declared).toEqual({ start: 0, end: 30 });
    expect(actual.slice(finding?.actual?.start, finding?.actual?.end)).toBe("zebra");
  });

  it("breaking: what is missing breaks everybody, what is undeclared nobody", () => {
    const { findings } = compared("export declare const a: 1;", "export const zebra = 2;");
    expect(findings.map(({ change, breaking }) => [change, breaking?.consumer, breaking?.implementer])).toEqual([
      ["export-missing", true, true],
      ["export-undeclared", false, false],
    ]);
  });

  it("special-names: default exports and `export =` are called by what they are", () => {
    const { findings } = compared("declare const a: 1;\nexport default a;", "const a = 2;\nexport = a;");
    expect(findings.map(({ message }) => message.split(",")[0])).toEqual([
      "Expected the source to export a default",
      "Unexpected `export =`",
    ]);
    const [unstated] = compared("export {};", "export default function f(): void {}").findings;
    expect(unstated?.message).toBe("Unexpected default export, which the design does not declare");
  });
});
