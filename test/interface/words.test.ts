import { describe, expect, it } from "vitest";
import { consequence } from "../../src/interface/words.ts";
import { compared } from "../support/interface/compared.ts";

const message = (declared: string, actual: string): string | undefined =>
  compared(declared, actual).findings[0]?.message;

describe("words", () => {
  it("result: a result is told whole, after the names of the parameters", () => {
    expect(
      message(
        "export declare function start(id: string): Promise<string>;",
        "export async function start(id: string): Promise<string | null> { return id; }",
      ),
    ).toBe("start(id) returns Promise<string | null>, the design says Promise<string> — callers may break");
  });

  it("parameter: a parameter is called by its name", () => {
    expect(
      message("export declare function f(a: { max: number }): void;", "export function f(a: { max: string }): void {}"),
    ).toBe("parameter a.max of f is string, the design says number — callers and implementers may break");
  });

  it("one-sided: what one side lacks is named with its kind", () => {
    expect(message("export interface A { a: 1; b: 2 }", "export interface A { a: 1 }")).toBe(
      "A lacks the member b, which the design has — callers and implementers may break",
    );
    expect(message("export declare function f(): void;", "export function f(a?: 1): void {}")).toBe(
      "f has the parameter `a?: 1`, which the design lacks — callers may break",
    );
  });

  it("read-alike: where both sides read alike, it says where the names come from", () => {
    const of = (module: string): string => `import { A } from "${module}";\nexport interface B { a: A }`;
    expect(message(of("./session"), of("./other"))).toContain("may be the same");
    expect(
      message(
        "export interface T { a: 1 }\nexport declare function f<T>(a: T): void;",
        "export interface T { a: 1 }\nexport declare function f<U>(a: T): void;",
      ),
    ).toBe(
      "parameter a of f is T (this file's T), the design says T (a type parameter) — callers and implementers may break",
    );
  });

  it("consequence: a sentence ends with whom the change breaks, and with nothing where it breaks nobody", () => {
    const all = [true, false].flatMap((consumer) => [true, false].map((implementer) => ({ consumer, implementer })));
    expect(all.map(consequence)).toEqual([
      " — callers and implementers may break",
      " — callers may break",
      " — implementers may break",
      "",
    ]);
    expect(message("export interface A { readonly a: 1 }", "export interface A { a: 1 }")).toBe(
      "A.a is open to be set, the design says read-only",
    );
  });

  it("type-only: it says which side has a type only", () => {
    const whole = "export declare class A { a: 1 }";
    const type = "declare class A { a: 1 }\nexport type { A };";
    expect(message(whole, type)).toContain("A is exported as a type only, the design has its value too");
    expect(message(type, whole)).toContain("A is exported with its value, the design has it as a type only");
  });

  it("flags: what is said about a member besides its type is spoken", () => {
    const both = (declared: string, actual: string): readonly (string | undefined)[] => {
      const of = (member: string): string => `export declare abstract class A { ${member} }`;
      return [message(of(declared), of(actual)), message(of(actual), of(declared))].map((text) => text?.split(" —")[0]);
    };
    expect(both("a: 1", "a?: 1")).toEqual([
      "A.a is optional, the design says required",
      "A.a is required, the design says optional",
    ]);
    expect(both("a: 1", "protected a: 1")).toEqual([
      "A.a is protected, the design says public",
      "A.a is public, the design says protected",
    ]);
    expect(both("a(): void", "abstract a(): void")).toEqual([
      "A.a is abstract, the design says that it is not",
      "A.a is not abstract, the design says abstract",
    ]);
    expect(both("a: 1", "static a: 1")).toEqual([
      "A.a is static, the design says a member of the instance",
      "A.a is a member of the instance, the design says static",
    ]);
  });

  it("long-types: a long type is cut", () => {
    const long = Array.from({ length: 60 }, (_, index) => `'${index}'`).join(" | ");
    expect(message(`export type A = ${long};`, "export type A = string;")?.length).toBeLessThan(200);
  });

  it("kinds: kinds of declaration are spoken", () => {
    expect(message("export interface A { a: 1 }", "export type A = { a: 1 };")).toBe(
      "A is a type alias, the design says an interface — implementers may break",
    );
    expect(message("export declare const enum E { A }", "export enum E { A }")).toBe(
      "E is an enum, the design says a const enum",
    );
  });

  it("parted-late: long types that differ late are shown from where they part", () => {
    const names = Array.from({ length: 20 }, (_, index) => `"alternative${index}"`);
    const told = message(
      `export declare function f(): ${names.join(" | ")} | Set<1> | 1;`,
      `export declare function f(): ${names.join(" | ")} | 2 | Set<2>;`,
    );
    const [is = "", says = ""] = told?.split(", the design says ") ?? [];
    expect(is).toContain("…");
    expect(is).toContain("2 | Set<2>");
    expect(says).toContain("Set<1> | 1");
  });

  it("local-alias: a name of the file's own that stands for two things is told with both", () => {
    expect(
      message(
        "type Maybe = string | null;\nexport declare function f(): Maybe;",
        "type Maybe = string | undefined;\nexport function f(): Maybe { return undefined }",
      ),
    ).toBe(
      "f() returns Maybe (string | undefined), the design says Maybe (null | string) — callers and implementers may break",
    );
  });

  it("static: a static member is called so, as one of the instance may have its name", () => {
    const { findings } = compared(
      "export declare class K { static x: 1; x: 1; static y: 1; y: 1 }",
      "export declare class K { static x: 2; x: 2 }",
    );
    expect(findings.map(({ message: text }) => text.replace(/(?:,| —).*/u, ""))).toEqual([
      "static K.x is 2",
      "K lacks the static member y",
      "K.x is 2",
      "K lacks the member y",
    ]);
  });

  it("inferred: what was inferred from an expression is said as a type", () => {
    const code =
      "export const o = { a: (1 as const) satisfies 1, b: [1, 'x'] as const, c: { d: 1 as const, e: (x: 1): 2 => 2 } };";
    const { findings } = compared("export declare const o: { a: 2; b: 2; c: 2 };", code);
    expect(findings.map(({ message: text }) => text.replace(/,? the design.*/u, ""))).toEqual([
      "o.a is 1",
      'o.b is readonly [1, "x"]',
      "o.c is { d: 1; e: (x: 1) => 2 }",
    ]);
  });
});
