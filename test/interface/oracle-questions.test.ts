import { describe, expect, it } from "vitest";
import { memoryOracle } from "../support/oracle.ts";

const files = {
  "src/a.ts": 'import type { B } from "./b";\nexport interface A { a: string; readonly b?: B }\n',
  "src/b.ts": "export type B = 1;\n",
};

function ask(declared: string, actual: string, generic: readonly string[] = []) {
  const parameters = generic.map((name) => ({ name, constraint: null }));
  return memoryOracle(files).sameType?.("src/a.ts", { parameters, declared, actual });
}

describe("createQuestions", () => {
  it("own-files: names of the project's files are found by their paths, and the answer names the files that it depends on", () => {
    expect(ask('import("project:src/a.ts").A', "{ a: string; readonly b?: 1 }")).toEqual({
      ok: true,
      same: true,
      consulted: ["src/a.ts", "src/b.ts", "tsconfig.json"],
    });
    expect(ask('import("project:src/a.ts").A', "{ a: string; b?: 1 }")).toMatchObject({ ok: true, same: false });
  });

  it("generic: types that wait for type parameters are one where the compiler holds them identical", () => {
    expect(ask("Partial<T>", "{ [K in keyof T]?: T[K] }", ["T"])).toMatchObject({ ok: true, same: true });
    expect(ask("T extends string ? 1 : 2", "T extends string ? 1 : 2", ["T"])).toMatchObject({ same: true });
  });

  it("sample: types that differ for one type argument differ", () => {
    expect(ask("Partial<T>", "{ [K in keyof T]: T[K] }", ["T"])).toMatchObject({ ok: true, same: false });
    expect(ask("T extends 'never used' ? 1 : 2", "T extends 'never seen' ? 1 : 2", ["T"])).toMatchObject({ ok: false });
  });

  it("unresolved: a name that leads nowhere is no answer", () => {
    expect(ask('Partial<import("nowhere").X>', "{ a: 1 }")).toEqual({
      ok: false,
      reason: 'the compiler cannot resolve `import("nowhere").X`',
    });
    expect(ask('import("project:src/gone.ts").X', "{ a: 1 }")).toMatchObject({ ok: false });
    expect(ask("Nowhere", "Nowhere")).toMatchObject({ ok: false });
    const digits = "${0|1|2|3|4|5|6|7|8|9}";
    expect(ask(`\`${digits.repeat(6)}\``, "string")).toMatchObject({ ok: false });
  });

  it("late: a question that nobody announced is answered all the same", () => {
    const oracle = memoryOracle(files);
    const question = { parameters: [], declared: "Partial<{ a: 1 }>", actual: "{ a?: 1 }" };
    oracle.announce?.("src/a.ts", question);
    expect(oracle.sameType?.("src/a.ts", question)).toMatchObject({ ok: true, same: true });
    expect(oracle.sameType?.("src/b.ts", { ...question, actual: "{ a?: 2 }" })).toMatchObject({
      ok: true,
      same: false,
    });
  });

  it("too-large: a question that fills pages is not asked", () => {
    expect(ask(`"${"a".repeat(40_000)}"`, "string")).toMatchObject({ ok: false });
  });
});
