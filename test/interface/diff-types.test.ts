import { describe, expect, it } from "vitest";
import { cpuTime } from "../support/cpu-time.ts";
import { compared } from "../support/interface/compared.ts";

const changes = (declared: string, actual: string): readonly string[] =>
  compared(declared, actual).findings.map(({ rule, change, member }) =>
    [rule.replace("interface/", ""), change, member].filter((part) => part !== undefined).join(" "),
  );

describe("diff-types", () => {
  it("smallest-slot: one exchanged alternative or argument is shown alone", () => {
    const declared = "export declare const a: Promise<{ b: 1 }> | null;";
    const [finding] = compared(declared, "export declare const a: null | Promise<{ b: 2 }>;").findings;
    expect(declared.slice(finding?.declared?.start, finding?.declared?.end)).toBe("1");
  });

  it("undecided-types: a hole is undecided, and so is a computed type against one that is written out", () => {
    expect(changes("export declare const a: 1;", "export const a = f();\ndeclare function f(): 1;")).toEqual([
      "undecided value",
    ]);
    expect(changes("export type A = 'a';", "export type A = keyof { a: 1 };")).toEqual(["undecided type"]);
    expect(changes("export type A = Partial<{ a: 1 }>;", "export type A = Required<{ a: 1 }>;")).toEqual([
      "changed type",
    ]);
  });

  it("large: what is deep or wide takes no longer than its size", () => {
    const wide = (last: number): string =>
      `export type A = ${Array.from({ length: 6000 }, (_, at) => `"a${at}"`).join(" | ")} | ${last};`;
    const deep = (last: number): string =>
      `export type A<T> = ${"T extends Date ? ".repeat(500)}${last}${` : [${"1,".repeat(70)}]`.repeat(500)};`;
    for (const of of [wide, deep]) {
      const began = cpuTime();
      expect(changes(of(1), of(3))).toEqual(["changed type"]);
      expect(cpuTime() - began).toBeLessThan(1500);
    }
  });

  it("spelling: a name and what it stands for are the same in other words", () => {
    expect(
      changes(
        "export type Id = string;\nexport declare const a: string;",
        "export type Id = string;\nexport declare const a: Id;",
      ),
    ).toEqual(["spelling value"]);
    expect(
      changes(
        "export type Id = string;\nexport declare const a: number;",
        "export type Id = string;\nexport declare const a: Id;",
      ),
    ).toEqual(["changed value"]);
  });

  it("other-default: a sibling that is named without arguments differs at its declaration, not where it is named", () => {
    const generic = "export interface A<T = 1> { a: T }\nexport declare function f(a: A): Promise<A | null>;";
    expect(changes(generic, generic.replace("= 1", "= 2"))).toEqual(["changed type-parameter-default"]);
    const other = generic.replace("= 1", "= 2").replace("a: A)", "a: A<3>)");
    expect(changes(generic, other)).toEqual(["changed type-parameter-default", "changed parameter-type"]);
    expect(changes(generic, generic.replace("= 1", "= 2").replace("a: A)", "b: A)"))).toEqual([
      "changed type-parameter-default",
    ]);
  });

  it("unknown-name: a name that leads nowhere explains a difference better than the difference does", () => {
    expect(changes("export declare const a: Promise<Sesion>;", "export declare const a: Promise<RegExp>;")).toEqual([
      "unknown-name value",
    ]);
  });

  it("unknown-defaults: arguments that one side leaves out may be defaults of a package", () => {
    const of = (type: string): string => `import { A } from "x";\nexport declare const a: ${type};`;
    expect(changes(of("A<1>"), of("A<1, 2>"))).toEqual(["undecided value"]);
    expect(changes(of("A<1>"), of("A<2, 2>"))).toEqual(["changed value"]);
  });

  it("two-names: one name of two packages may be one thing", () => {
    const of = (module: string): string => `import { A } from "${module}";\nexport declare const a: A;`;
    expect(changes(of("x"), of("y"))).toEqual(["undecided value"]);
  });

  it("intersection-order: an order that matters only to overloads is undecided", () => {
    expect(
      changes("import { A, B } from 'x';\nexport type C = A & B;", "import { A, B } from 'x';\nexport type C = B & A;"),
    ).toEqual(["undecided type"]);
  });

  it("beside-computed: what a computed alternative cannot take is told for certain", () => {
    const of = (more: string): string => `export type A = 'a' | \`x-\${'b' | 'c'}\`${more};`;
    expect(changes(of(" | 'm' | 'n'"), of(""))).toEqual(["changed type"]);
    expect(changes(of(" | 'x-b' | 'n'"), of(""))).toEqual(["undecided type"]);
    expect(changes(of(" | keyof { b: 1 } | 'n'"), of(""))).toEqual(["undecided type"]);
  });
});
