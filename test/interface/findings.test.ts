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

  it("hidden-name: a name that the source keeps to itself is told at its place in the document", () => {
    const declared = "export declare function f(a: Options): void;";
    const [finding] = compared(declared, "type Options = 1;\nexport function f(a: Options): void {}").findings;
    expect(declared.slice(finding?.declared?.start, finding?.declared?.end)).toBe("Options");
  });
});
