import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isDrift } from "../../src/interface/mendable.ts";
import { anyInterface, mutated, spelled } from "../support/interface/any-interface.ts";
import { differentPairs } from "../support/interface/different-pairs.ts";
import { pairFiles } from "../support/interface/equal-pairs.ts";
import { blockIn, documentOf, mended, verdictOn } from "../support/interface/mended.ts";
import { memoryOracle } from "../support/oracle.ts";

/** Pairs whose differences no declaration of the source can mend, or only with the compiler. */
const forPeople = new Set([
  "3 class to type-only",
  "name that leads nowhere",
  "star of another module",
  "commonjs augment",
  "default constant changed",
  "export assignment and default",
]);

const isMended = (rule: string): boolean =>
  ["interface/changed", "interface/spelling", "interface/undeclared-export"].includes(rule);

describe("mending of pairs", () => {
  it.each(differentPairs.filter(([what]) => !forPeople.has(what)))("pairs: %s", async (_, declared, actual) => {
    const { text, rounds, left } = await mended(documentOf(declared), actual, { files: pairFiles });
    expect(
      left.filter((finding) => isDrift(finding) && isMended(finding.rule)),
      text,
    ).toEqual([]);
    expect(rounds).toBeLessThan(4);
    const outside = (markdown: string) => markdown.replace(/```ts\n[\s\S]*?\n?```/u, "");
    expect(outside(text)).toBe(outside(documentOf(declared)));
  });

  it.each(differentPairs.filter(([what]) => forPeople.has(what)))("for-people: %s", async (_, declared, actual) => {
    const { left } = await mended(documentOf(declared), actual, { files: pairFiles });
    expect(left.filter(({ splices }) => splices !== undefined)).toEqual([]);
    expect(left.filter(isDrift)).not.toEqual([]);
  });
});

/** Declarations with a comment above each, and the name that each declares. */
function commented(text: string, seed: number): { readonly text: string; readonly lines: readonly string[] } {
  const lines = text.split("\n").flatMap((line, index) => {
    const note = (seed + index) % 3 === 0 ? `/** Note ${index}. */` : `// note ${index}`;
    return (seed + index) % 2 === 0 ? [note, `${line} // end ${index}`] : ["", note, line];
  });
  return { text: lines.join("\n"), lines };
}

describe("mending", () => {
  it("random: whatever changed, only its declarations are rewritten, and nothing is left", async () => {
    await fc.assert(
      fc.asyncProperty(anyInterface, fc.nat(), fc.nat(), async (declarations, seed, leaf) => {
        const { text, lines } = commented(spelled(declarations, { seed, source: false }), seed % 100);
        const actual = spelled(mutated(declarations, leaf), { seed: seed + 1, source: true });
        const before = (await verdictOn(documentOf(text), actual)).findings;
        const result = await mended(documentOf(text), actual);
        expect(result.left, `${text}\n---\n${actual}\n---\n${result.text}`).toEqual([]);
        const names = before.map((finding) => finding.export);
        const block = blockIn(result.text).split("\n");
        const kept = lines.filter((line) => !names.some((name) => new RegExp(`\\b${name}\\b`, "u").test(line)));
        expect(kept.filter((line) => !block.includes(line))).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it("dropped: whatever the block lacks is put in where the source has it", async () => {
    await fc.assert(
      fc.asyncProperty(anyInterface, fc.nat(), fc.nat(), async (declarations, seed, dropped) => {
        const lines = spelled(declarations, { seed, source: false }).split("\n");
        const names = declarations.map((_, index) => `${"fcIT"[index % 4]}${index}`);
        const name = names[dropped % names.length] ?? "";
        const { text } = commented(lines.filter((line) => !new RegExp(`\\b${name}\\b`, "u").test(line)).join("\n"), 1);
        const actual = spelled(declarations, { seed: seed + 1, source: true });
        const result = await mended(documentOf(text), actual);
        expect(result.left, `${text}\n---\n${actual}\n---\n${result.text}`).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it("one-edit: findings of one export carry one edit, and so do all that the block lacks", async () => {
    const declared = "export declare function f(a: string): string;\nexport declare const x: 1;";
    const actual =
      "export function f(a: number): number { return a; }\nexport const b = 1, c = 2;\nexport const x = 1;";
    const { findings } = await verdictOn(documentOf(declared), actual);
    const editsOf = (rule: string) => findings.filter((finding) => finding.rule === rule).map(({ splices }) => splices);
    const [first, second, ...others] = editsOf("interface/changed");
    expect(first).toBeDefined();
    expect(second).toEqual(first);
    expect(others).toEqual([]);
    const [one, two] = editsOf("interface/undeclared-export");
    expect(one).toHaveLength(1);
    expect(two).toEqual(one);
  });

  it("no-guess: what nobody can tell is never written", async () => {
    const actual = "export const a = missing();\nexport function f(x: number) { return missing(); }";
    const { text, left } = await mended(documentOf("export declare function f(x: string): string;"), actual);
    expect(blockIn(text)).not.toContain("any");
    expect(left.map(({ rule, splices }) => [rule, splices])).toContainEqual(["interface/undeclared-export", undefined]);
  });

  it("inferred: what the compiler knows is written", async () => {
    const actual = "const start = () => 1;\nexport const a = start();\nexport default { size: start() };";
    const oracle = memoryOracle({ "src/a.ts": actual });
    const { text, left } = await mended(documentOf("export declare const a: string;"), actual, { oracle });
    expect(left).toEqual([]);
    expect(blockIn(text)).toContain("export declare const a: number;");
    expect(blockIn(text)).toContain("export default");
  });

  it("spelling: the same type in other words is written as the source does", async () => {
    const actual = "export const a: Partial<{ b: 1 }> = {};";
    const oracle = memoryOracle({ "src/a.ts": actual });
    const { text, left } = await mended(documentOf("export declare const a: { b?: 1 };"), actual, { oracle });
    expect(left).toEqual([]);
    expect(blockIn(text)).toBe("export declare const a: Partial<{ b: 1 }>;");
  });

  it("unknown-name: a local type that the block mentions is written into it, with those that it mentions", async () => {
    const actual = "interface O { i: I }\ntype I = 1;\nexport function f(o: O): void {}";
    const { text, left } = await mended(documentOf("export declare function f(o: O): void;"), actual);
    expect(left).toEqual([]);
    expect(blockIn(text)).toBe(
      "interface O { i: I }\n\ntype I = 1;\nexport declare function f(o: O): void;".replace("\n\n", "\n"),
    );
  });

  it("information: what both sides allow alike is left as its author wrote it", async () => {
    const declared = "export declare const f: () => void;\nexport declare const a: 1;";
    const { text, left } = await mended(documentOf(declared), "export function f(): void {}\nexport const a = 2;");
    expect(left.filter(isDrift)).toEqual([]);
    expect(blockIn(text)).toBe("export declare const f: () => void;\nexport declare const a: 2;");
  });

  it("tsx: a tsx block is mended as such", async () => {
    const { text, left } = await mended(
      documentOf("export declare const f: (a: string) => void;", "tsx"),
      "export const f = (a: number): void => {};",
      { path: "src/a.tsx" },
    );
    expect(left).toEqual([]);
    expect(text).toContain("```tsx\nexport declare const f: (a: number) => void;\n```");
  });
});
