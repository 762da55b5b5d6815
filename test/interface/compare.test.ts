import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareInterface } from "../../src/interface/compare.ts";
import type { InterfaceFinding, InterfaceVerdict } from "../../src/interface/verdict.ts";
import { anyInterface, mutated, spelled } from "../support/interface/any-interface.ts";
import { blockOf, compared, filesOf } from "../support/interface/compared.ts";
import { differentPairs } from "../support/interface/different-pairs.ts";
import { equalPairs, pairFiles } from "../support/interface/equal-pairs.ts";
import { symmetricPairs } from "../support/interface/symmetric-pairs.ts";

const drift = ({ findings }: InterfaceVerdict): readonly InterfaceFinding[] =>
  findings.filter(({ information }) => information !== true);

describe("equal pairs", () => {
  it.each(equalPairs)("equal: %s", (_, declared, actual) => {
    expect(drift(compared(declared, actual, { files: pairFiles }))).toEqual([]);
  });
});

const nameOf = ({ rule, change }: InterfaceFinding): string =>
  ["interface/changed", "interface/missing-export", "interface/undeclared-export"].includes(rule)
    ? (change ?? "")
    : rule;

describe("different pairs", () => {
  it.each(differentPairs)("different: %s", (_, declared, actual, expected) => {
    const findings = drift(compared(declared, actual, { files: pairFiles }));
    const names = findings.map(nameOf);
    expect(
      [...new Set(names)].sort(),
      JSON.stringify(
        findings.map((finding) => finding.message),
        null,
        1,
      ),
    ).toEqual([...new Set(expected)].sort());
  });
});

// What a design may leave out, a source may not: these pairs say something else the other way round.
const oneWay = new Set([
  "no export keyword exports everything",
  "private members need not be shown",
  "private parameter property",
  "enum with a computed value",
  "imports need not be repeated",
  "re-export named only",
  "local class with private members in a result",
  "65 private brand stated",
  "shadowed global",
]);

describe("swapped pairs", () => {
  it.each(equalPairs.filter(([what]) => !oneWay.has(what)))("swapped equal: %s", (_, declared, actual) => {
    expect(drift(compared(actual, declared, { files: pairFiles }))).toEqual([]);
  });

  it.each(symmetricPairs)("equal in all ways: %s", (_, declared, actual) => {
    for (const [left, right] of [
      [declared, actual],
      [actual.replaceAll("private x = 1; ", ""), declared],
      [declared, declared],
    ])
      expect(drift(compared(left ?? "", right ?? ""))).toEqual([]);
  });

  it.each(differentPairs.filter(([what]) => !oneWay.has(what)))("swapped different: %s", (_, declared, actual) => {
    expect(compared(actual, declared, { files: pairFiles }).findings).not.toEqual([]);
  });
});

describe("rewriting", () => {
  it("rewritten: other spellings of one interface are equal", () => {
    fc.assert(
      fc.property(anyInterface, fc.nat(), fc.nat(), (declarations, one, other) => {
        const declared = spelled(declarations, { seed: one, source: false });
        const actual = spelled(declarations, { seed: other, source: true });
        expect(drift(compared(declared, actual)), `${declared}\n---\n${actual}`).toEqual([]);
      }),
    );
  });

  it("mutated: one leaf of a type exchanged is one change, at that leaf", () => {
    fc.assert(
      fc.property(anyInterface, fc.nat(), fc.nat(), (declarations, seed, leaf) => {
        const declared = spelled(declarations, { seed, source: false });
        const actual = spelled(mutated(declarations, leaf), { seed: seed + 1, source: true });
        const findings = drift(compared(declared, actual));
        expect(
          findings.map(({ rule }) => rule),
          `${declared}\n---\n${actual}`,
        ).toEqual(["interface/changed"]);
      }),
    );
  });
});

describe("verdict", () => {
  it("ranges: a finding spans the smallest differing slot on both sides", () => {
    const declared = "export declare class A {\n  start(id: string): Promise<string>;\n}";
    const actual = "export class A {\n  async start(id: string): Promise<string | null> { return null; }\n}";
    const [finding] = compared(declared, actual).findings;
    expect(finding).toMatchObject({ rule: "interface/changed", export: "A", member: "start", change: "return-type" });
    expect(finding?.message).toBe(
      "A.start(id) returns Promise<string | null>, the design says Promise<string> — callers may break",
    );
    expect(declared.slice(finding?.declared?.start, finding?.declared?.end)).toBe("string");
    expect(actual.slice(finding?.actual?.start, finding?.actual?.end)).toBe("string | null");
  });

  it("no-block: without a block every export is undeclared, at no place in the document", () => {
    const { findings } = compared(null, "export const a = 1;\nexport const b = 2;");
    expect(findings.map(({ rule, declared }) => [rule, declared])).toEqual([
      ["interface/undeclared-export", undefined],
      ["interface/undeclared-export", undefined],
    ]);
    expect(compared(null, "console.log(1);").findings).toEqual([]);
  });

  it("counted: `compared` counts the exports that both sides have, undecided ones included", () => {
    const actual = "export const a = f(), b = 2;\nexport const c = 3;\nexport * from './x';\ndeclare function f(): 1;";
    const verdict = compared("export declare const a: 1;\nexport declare const b: 2;\nexport * from './x';", actual);
    expect(verdict.compared).toBe(3);
    expect(verdict.findings.map(({ rule }) => rule)).toEqual(["interface/undeclared-export", "interface/undecided"]);
  });

  it("consulted: the verdict names the files that it depends on", () => {
    const actual = `import { Renamed } from "./barrel";\nexport function f(a: Renamed): void {}`;
    const declared = `import { Session } from "./session";\nexport declare function f(a: Session): void;`;
    const { consulted, findings } = compared(declared, actual, { files: pairFiles });
    expect(findings).toEqual([]);
    expect(consulted).toEqual(["src/barrel.ts", "src/session.ts"]);
  });

  it("consulted-nothing: a verdict that words alone can give depends on no other file", () => {
    const actual = `import { Renamed } from "./barrel";\nexport function f(a: Renamed): void {}`;
    const { consulted, findings } = compared("export declare function f(a: Renamed): void;", actual, {
      files: pairFiles,
    });
    expect(findings).toEqual([]);
    expect(consulted).toEqual([]);
  });

  it("exact-optional: `undefined` counts where the project says so", () => {
    const pair = ["export interface A { a?: string }", "export interface A { a?: string | undefined }"] as const;
    expect(compared(...pair).findings).toEqual([]);
    expect(compared(...pair, { exactOptional: true }).findings.map(({ change }) => change)).toEqual(["member-type"]);
  });

  it("oracle: what is inferred is asked of the compiler, and only that", () => {
    const asked: string[] = [];
    const oracle = {
      declarationOf: (_: string, name: string) => {
        asked.push(name);
        return { ok: true, text: "export declare function f(): Promise<string>;", consulted: ["src/b.ts"] } as const;
      },
    };
    const actual = "export function f() { return g(); }\nexport const a = 1;\ndeclare function g(): Promise<string>;";
    const equal = compared("export declare function f(): Promise<string>;\nexport declare const a: 1;", actual, {
      oracle,
    });
    expect(equal).toMatchObject({ findings: [], consulted: ["src/b.ts"] });
    expect(asked).toEqual(["f"]);
    const different = compared("export declare function f(): Promise<number>;\nexport declare const a: 1;", actual, {
      oracle,
    });
    expect(different.findings.map(({ change }) => change)).toEqual(["return-type"]);
  });

  it("too-deep: nesting that overflows is a finding, not a crash", () => {
    const type = `${"{ a: ".repeat(3000)}1${" }".repeat(3000)}`;
    const { findings } = compared(`export type A = ${type};`, `export type A = ${type};`);
    expect(findings.every(({ rule }) => rule === "interface/undecided" || rule === "interface/unparseable")).toBe(true);
  });

  it("several-blocks: blocks of one section are one file, each finding at its own place", () => {
    const first = blockOf("export interface A { b: B }", 100);
    const second = blockOf("export interface B { c: 1 }", 200);
    const actual = "export interface A { b: B }\nexport interface B { c: 2 }";
    const input = {
      source: { path: "src/a.ts", text: actual },
      document: { path: "a.md" },
      files: filesOf({}),
      oracle: null,
    };
    const { findings } = compareInterface({ ...input, blocks: [first, second] });
    expect(findings.map(({ declared }) => declared)).toEqual([{ start: 224, end: 225 }]);
  });
});
