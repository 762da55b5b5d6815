import { describe, expect, it } from "vitest";
import type { OracleAnswer } from "../../src/interface/type-oracle.ts";
import { compared } from "../support/interface/compared.ts";

const answering = (answers: Readonly<Record<string, string>>) => {
  const asked: string[] = [];
  const declarationOf = (path: string, name: string): OracleAnswer => {
    asked.push(`${path} ${name}`);
    const text = answers[name];
    return text === undefined ? { ok: false, reason: "no answer" } : { ok: true, text, consulted: [] };
  };
  return { asked, oracle: { declarationOf } };
};

describe("answers", () => {
  it("names-of-the-file: names in an answer mean what they mean in the source", () => {
    const { oracle } = answering({ f: "export declare function f(): Promise<Session>;" });
    const source =
      'import type { Session } from "./session";\nexport function f() { return g(); }\ndeclare function g(): Promise<Session>;';
    expect(compared("export declare function f(): Promise<Session>;", source, { oracle }).findings).toEqual([]);
  });

  it("asked-once: each name is asked for once, and only where syntax leaves a hole", () => {
    const { oracle, asked } = answering({ a: "export declare const a: 1;" });
    const source =
      "export const a = f();\nexport const b = 1;\nexport const c: typeof a = a;\ndeclare function f(): 1;";
    expect(
      compared("export declare const a: 1;\nexport declare const b: 1;\nexport declare const c: typeof a;", source, {
        oracle,
      }).findings,
    ).toEqual([]);
    expect(asked).toEqual(["src/a.ts a"]);
  });

  it("merged-answer: of an answer's type and value of one name, the one that says export is the export", () => {
    const { oracle } = answering({
      box: "interface box<T> { a: T }\nexport declare function box<T>(v: T): box<T>;",
    });
    const source =
      "interface box<T> { a: T }\nexport function box<T>(v: T) { return make<T>(v); }\ndeclare function make<T>(v: T): box<T>;";
    const declared = "interface box<T> { a: T }\nexport declare function box<T>(v: T): box<T>;";
    expect(compared(declared, source, { oracle }).findings).toEqual([]);
  });

  it("no-answer: without an answer the export is undecided, with the reason", () => {
    const { oracle } = answering({});
    const { findings } = compared("export declare const a: 1;", "export const a = f();\ndeclare function f(): 1;", {
      oracle,
    });
    expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      "interface/undecided: a could not be compared: no answer",
    ]);
  });

  it("local-names: what a written type leads to is asked for by its own name", () => {
    const { oracle, asked } = answering({ hidden: "declare const hidden: { a: 1 };" });
    const source = "const hidden = f();\nexport const b: typeof hidden = hidden;\ndeclare function f(): { a: 1 };";
    expect(compared("export declare const b: { a: 1 };", source, { oracle }).findings).toEqual([]);
    expect(asked).toContain("src/a.ts hidden");
  });

  it("package-re-export: a re-export from a package that the design writes out is asked for", () => {
    const { oracle } = answering({ map: "export declare function map(): void;" });
    expect(
      compared("export declare function map(): void;", 'export { map } from "rxjs";', { oracle }).findings,
    ).toEqual([]);
  });

  it("unreadable-answer: an answer that does not parse is none", () => {
    const { oracle } = answering({ a: "export declare const a: ;" });
    expect(
      compared("export declare const a: 1;", "export const a = f();\ndeclare function f(): 1;", { oracle }).findings[0]
        ?.rule,
    ).toBe("interface/undecided");
  });
});
