import { describe, expect, it } from "vitest";
import { declaredTwice } from "../../src/interface/declared-twice.ts";
import { parseSource } from "../../src/interface/parse.ts";
import { cpuTime } from "../support/cpu-time.ts";

const twice = (text: string) => declaredTwice(parseSource("src/a.ts", text)).map(({ message }) => message);
const said = (...names: string[]) => names.map((name) => `${name} is declared twice`);

describe("declaredTwice", () => {
  it("contradiction: of two declarations that do not merge one would win", () => {
    expect(twice("type T = { a: number };\ntype T = { a: string };")).toEqual(said("T"));
    expect(twice("const a: string;\nconst a: number;")).toEqual(said("a"));
    expect(twice("declare class A { a: 1 }\ndeclare class A { b: 1 }")).toEqual(said("A"));
    expect(twice("interface A { a: 1 }\ntype A = { b: 1 };")).toEqual(said("A"));
    expect(twice("import { A } from './x';\nimport { B as A } from './x';")).toEqual(said("A"));
  });

  it("other-spelling: the same type in another spelling contradicts nothing", () => {
    expect(twice("interface I { a: string[] }\ninterface I { a: Array<string> }")).toEqual([]);
    expect(twice("interface I { a: readonly (1 | 2)[] }\ninterface I { a: ReadonlyArray<2 | 1> }")).toEqual([]);
    expect(twice("interface I { a: string[] }\ninterface I { a: Array<number> }")).toEqual(said("I.a"));
    expect(twice("type A = 'http://a';\ntype A = 'http://b';")).toEqual(said("A"));
  });

  it("many: thousands of declarations of one name cost what they are", () => {
    const many = (text: (index: number) => string) =>
      Array.from({ length: 1500 }, (_, index) => text(index)).join("\n");
    const began = cpuTime();
    expect(twice(many((index) => `declare function f(a: ${index}): 1;`))).toEqual([]);
    expect(twice(many((index) => `interface A { a${index}: 1; b: 1 }`))).toEqual([]);
    expect(twice(many((index) => `type A = ${index};`))).toHaveLength(1499);
    expect(cpuTime() - began).toBeLessThan(2000);
  });

  it("second-place: each is told where it stands the second time", () => {
    const text = "type T = 1;\ntype T = 2;";
    const [found] = declaredTwice(parseSource("src/a.ts", text));
    expect(found?.range).toEqual({ start: 17, end: 18 });
  });

  it("merged: what TypeScript merges is no contradiction", () => {
    expect(
      twice(`interface I { a: 1 }
interface I { b: 2; f(): 1 }
interface I { f(a: 1): 2; get c(): 1; set c(v: 1) }
function f(a: string): void;
function f(a: number): void;
namespace f { const a: 1 }
declare class K { static a: 1; a: 2; constructor(a: 1); constructor(b: 2); m(): 1; m(a: 1): 2 }
declare namespace K { const b: 1 }
interface K { c: 1 }
enum E { a }
enum E { b = 1 }
namespace E { function f(): 1; }
type V = 1 | 2;
const V: { a: V };
declare namespace N { const a: 1 }
declare namespace N { const b: 1 }
namespace P { type x = 1; export type y = x }
namespace P { type x = 2; export type z = x }
export { V, V as W };
export default function g(a: 1): 1;
export default function g(a: 2): 2;`),
    ).toEqual([]);
  });

  it("same-words: what is repeated in the same words contradicts nothing", () => {
    expect(
      twice(
        "type T = { a: 'x'; };\nexport type T = {\n  a: \"x\" // one\n}\ninterface I { a: 1 }\ninterface I { a: 1; }",
      ),
    ).toEqual([]);
  });

  it("members: members of interfaces in all their parts, of classes, object types, enums and namespaces", () => {
    expect(twice("interface I { a: number; a: string }")).toEqual(said("I.a"));
    expect(twice("interface I { a: number }\ninterface I { 'a'?: number }")).toEqual(said("I.a"));
    expect(twice("declare class K { a: 1; a: 2; static a: 3; b(): 1; b: 2 }")).toEqual(said("K.a", "K.b"));
    expect(twice("type T = { x: { a: 1; a: 2 } }[];")).toEqual(said("T.a"));
    expect(twice("declare function f(o: { a: 1; a: 2 }): void;")).toEqual(said("f.a"));
    expect(twice("enum E { a = 1 }\nenum E { a = 2 }")).toEqual(said("E.a"));
    expect(twice("declare namespace N { const a: 1 }\ndeclare namespace N { const a: 2 }")).toEqual(said("N.a"));
    expect(twice("interface I { [a: string]: 1; [b: string]: 2; [b: number]: 2 }")).toEqual(said("I.[string]"));
  });

  it("exports: a name that is exported as two things, and two default exports", () => {
    expect(twice("export { a as x };\nexport { b as x };")).toEqual(said("export x"));
    expect(twice("export default a;\nexport default b;")).toEqual(said("the default export"));
    expect(twice("export default a;\nexport { b as default };")).toEqual(said("the default export"));
    expect(twice("export { a as x };\nexport { a as x };")).toEqual([]);
  });
});
