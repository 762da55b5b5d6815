import { describe, expect, it } from "vitest";
import { compared } from "../support/interface/compared.ts";

const changes = (declared: string, actual: string): readonly string[] =>
  compared(declared, actual).findings.map(({ rule, change, member }) =>
    [rule.replace("interface/", ""), change, member].filter((part) => part !== undefined).join(" "),
  );

describe("diff-members", () => {
  it("flags: optional, read-only, visibility and `abstract` are differences of their own", () => {
    expect(changes("export interface A { a: 1; readonly b: 1 }", "export interface A { a?: 1; b: 1 }")).toEqual([
      "changed member-optionality a",
      "changed member-readonly b",
    ]);
    expect(changes("export declare class A { a: 1 }", "export class A { protected a: 1 }")).toEqual([
      "changed member-visibility a",
    ]);
  });

  it("moved-to-static: a member on the other side of `static` is one difference", () => {
    expect(changes("export declare class A { static a: 1 }", "export class A { a: 1 }")).toEqual([
      "changed member-static a",
    ]);
  });

  it("write-type: a setter that takes more than the getter gives is compared", () => {
    expect(changes("export interface A { a: 1 }", "export interface A { get a(): 1; set a(b: 1 | 2) }")).toEqual([
      "changed member-type a",
    ]);
  });

  it("optional-undefined: an optional member that becomes one that may be `undefined` is one difference", () => {
    expect(changes("export interface A { a?: 1 }", "export interface A { a: 1 | undefined }")).toEqual([
      "changed member-optionality a",
    ]);
    expect(changes("export interface A { a?: 1 }", "export interface A { a: 2 | undefined }")).toEqual([
      "changed member-optionality a",
      "changed member-type a",
    ]);
    for (const type of ["undefined", "never | undefined"])
      expect(changes("export interface A { a?: never }", `export interface A { a: ${type} }`)).toEqual([
        "changed member-optionality a",
      ]);
  });

  it("computed-name: the compiler writes a method of a computed name as a property, so that is undecided", () => {
    const of = (member: string): string => `import { k } from "x";\nexport declare class A { ${member} }`;
    expect(changes(of("[k]: () => void"), of("[k](): void"))).toEqual(["undecided member-type [k]"]);
  });
});
