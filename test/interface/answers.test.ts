import { describe, expect, it } from "vitest";
import { createAnswers } from "../../src/interface/answers.ts";
import type { OracleAnswer, TypeOracle } from "../../src/interface/type-oracle.ts";
import { entityIn, readingOf } from "../support/interface/reading.ts";

/** An oracle that always answers alike and writes down what it was asked. */
function oracleOf(answer: OracleAnswer): TypeOracle & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    declarationOf(path, name) {
      asked.push(`${path} ${name}`);
      return answer;
    },
  };
}

const said = (text: string, consulted: readonly string[] = []): OracleAnswer => ({ ok: true, text, consulted });
const { source, design, graph } = readingOf("export const A = f();", "type T = number;\nexport const A = f();");
const entity = entityIn(source, "A", graph);

describe("createAnswers", () => {
  it("reads an answer as a declaration, and keeps what it depends on", () => {
    const answers = createAnswers(source, oracleOf(said("export declare const A: string;", ["src/f.ts"])));
    const [declaration] = answers.of(entity)?.declarations ?? [];
    expect(declaration?.getText()).toBe("A: string");
    expect(answers.consulted()).toEqual(["src/f.ts"]);
  });

  it("no-oracle: without one there is no answer", () => {
    const answers = createAnswers(source, null);
    expect([answers.of(entity), answers.ofExport("A")]).toEqual([null, null]);
    expect(answers.reasons().size).toBe(0);
  });

  it("asked-once: a name is asked for once, also where there is no answer", () => {
    for (const answer of [said("export declare const A: string;"), { ok: false, reason: "it is too large" } as const]) {
      const oracle = oracleOf(answer);
      const answers = createAnswers(source, oracle);
      expect(answers.of(entity)).toBe(answers.of(entity));
      expect(oracle.asked).toEqual(["src/a.ts A"]);
    }
  });

  it("no-answer: why the compiler could not say is kept by name", () => {
    const answers = createAnswers(source, oracleOf({ ok: false, reason: "it is too large" }));
    expect(answers.ofExport("A")).toBeNull();
    expect([...answers.reasons()]).toEqual([["A", "it is too large"]]);
  });

  it("names-in-place: a name in an answer means what it means in the source, where the source has it", () => {
    const answers = createAnswers(
      source,
      oracleOf(said("export declare const A: T | U;\ntype T = string;\ntype U = 1;")),
    );
    const { declarations } = answers.of(entity)?.module.bindings ?? source.bindings;
    expect(declarations.get("T")?.map((node) => node.getText())).toEqual(["type T = number;"]);
    expect(declarations.get("U")?.map((node) => node.getText())).toEqual(["type U = 1;"]);
  });

  it("broken-answer: an answer that does not parse, or says nothing of the name, is none", () => {
    for (const text of ["export declare const A: ;", "export declare const B: 1;"])
      expect(createAnswers(source, oracleOf(said(text))).of(entity)).toBeNull();
  });

  it("not-of-a-file: only what a file of the project declares can be asked for", () => {
    const oracle = oracleOf(said("export declare const A: string;"));
    const answers = createAnswers(source, oracle);
    expect(answers.of({ kind: "global", name: "A" })).toBeNull();
    expect(answers.of(entityIn(design, "A", graph))).toBeNull();
    expect(oracle.asked).toEqual([]);
  });

  it("finds the declaration behind `default`", () => {
    const answers = createAnswers(source, oracleOf(said("declare const _default: 1;\nexport default _default;")));
    expect(answers.ofExport("default")?.name).toBe("_default");
  });
});
