import { describe, expect, it } from "vitest";
import { compared } from "../support/interface/compared.ts";

describe("findings", () => {
  it("inside-both-files: a place is the smallest node that stands in the right file", () => {
    const actual = 'export { Session } from "./session";';
    const files = { "src/session.ts": "export interface Session { id: string }" };
    const [finding] = compared("export interface Session { id: number }", actual, { files }).findings;
    expect(actual.slice(finding?.actual?.start, finding?.actual?.end)).toBe("Session");
  });

  it("told-once: a local type that several exports reach is told once", () => {
    const of = (type: string): string =>
      `interface Options { max: ${type} }\nexport declare function f(a: Options): void;\nexport declare function g(a: Options): void;`;
    expect(compared(of("number"), of("string")).findings).toHaveLength(1);
  });

  it("one-undecided: an export that could not be decided is one finding, however many reasons it has", () => {
    const actual = "export class A { a() { return f(); } b() { return f(); } }\ndeclare function f(): 1;";
    const { findings } = compared("export declare class A { a(): 1; b(): 1 }", actual);
    expect(findings.map(({ rule, export: name }) => [rule, name])).toEqual([["interface/undecided", "A"]]);
  });

  it("spelled-out: a changed type is told at its definition, and where a document spells it out, not where it is mentioned", () => {
    const declared =
      "export interface A { a: 1 }\nexport declare function f(a: A): void;\nexport declare function g(a: { a: 1 }): void;";
    const actual = "export interface A { a: 2 }\nexport function f(a: A): void {}\nexport function g(a: A): void {}";
    const { findings } = compared(declared, actual);
    expect(findings.map(({ export: name, change }) => `${name} ${change}`)).toEqual([
      "A member-type",
      "g parameter-type",
    ]);
  });

  it("merged: nothing of an information reads like drift", () => {
    const { findings } = compared("export declare class A { }", "export class A { private a = 1; }");
    expect(findings).toMatchObject([{ rule: "interface/changed", information: true, change: "brand" }]);
    expect(findings[0]?.message).not.toContain("may break");
  });

  it("hidden-name: a name that the source keeps to itself is told at its place in the document", () => {
    const declared = "export declare function f(a: Options): void;";
    const [finding] = compared(declared, "type Options = 1;\nexport function f(a: Options): void {}").findings;
    expect(declared.slice(finding?.declared?.start, finding?.declared?.end)).toBe("Options");
  });

  it("one-sentence: two arguments that changed places are told once", () => {
    const { findings } = compared(
      "export declare const a: Map<number, string>;",
      "export declare const a: Map<string, number>;",
    );
    expect(findings.map(({ message }) => message)).toEqual([
      "a is Map<string, number>, the design says Map<number, string> — callers may break",
    ]);
  });
});
