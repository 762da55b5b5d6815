import { describe, expect, it } from "vitest";
import { compared } from "../support/interface/compared.ts";
import { pairFiles } from "../support/interface/equal-pairs.ts";

describe("names", () => {
  it("through-the-source: a name that the block neither declares nor imports is the source's import", () => {
    const source = 'import type { Session } from "./session";\nexport function f(a: Session): void {}';
    expect(compared("export declare function f(a: Session): void;", source, { files: pairFiles }).findings).toEqual([]);
  });

  it("file-local: a name that the source keeps to itself is unknown to the design", () => {
    const source = "interface Options { a: 1 }\nexport function f(a: Options): void {}";
    const { findings } = compared("export declare function f(a: Options): void;", source);
    expect(findings.map(({ rule, export: name }) => [rule, name])).toEqual([["interface/unknown-name", "Options"]]);
  });

  it("exported-elsewise: a type that the source exports under another name is not kept to itself", () => {
    const source = "interface B { a: 1 }\nexport { type B as C };\nexport declare const b: B;";
    const declared = "export interface C { a: 1 }\nexport declare const b: B;";
    expect(compared(declared, source).findings).toEqual([]);
    const unexported = source.replace("export { type B as C };", "export interface C { a: 1 }");
    expect(compared(declared, unexported).findings.map(({ rule }) => rule)).toContain("interface/unknown-name");
  });

  it("imported-name: what the source imports under another name is found by its own, if only one thing has it and no library does", () => {
    const source = 'import { Session as S } from "./session";\nexport declare const a: S;';
    expect(compared("export declare const a: Session;", source, { files: pairFiles }).findings).toEqual([]);
    const two = `import { Session as T } from "./other";\n${source}`;
    expect(
      compared("export declare const a: Session;", two, { files: pairFiles }).findings.map(({ rule }) => rule),
    ).toEqual(["interface/unknown-name"]);
    const library = 'import { Event as E } from "./x";\nexport declare const a: E;';
    expect(compared("export declare const a: Event;", library).findings).not.toEqual([]);
  });

  it("by-meaning: a value hides no type of its name", () => {
    const source = "export const Array = 1;\nexport declare const b: Array<string>;";
    expect(compared(source, source).findings).toEqual([]);
    expect(
      compared("export declare const Array: 1;\nexport declare const b: globalThis.Array<string>;", source).findings,
    ).toEqual([]);
  });

  it("dotted: namespaces, whole modules, enums and packages are followed through dots", () => {
    const declared =
      'import * as s from "./session";\nimport * as rx from "rxjs";\nexport declare const a: s.Session, b: rx.Observable<1>, c: s.Mode.A;';
    const actual =
      'import { Session, Mode } from "./session";\nimport { Observable } from "rxjs";\nexport declare const a: Session, b: Observable<1>, c: Mode.A;';
    expect(compared(declared, actual, { files: pairFiles }).findings).toEqual([]);
  });

  it("import-alias: `import A = N.B` is what it stands for", () => {
    const source = "export namespace N { export interface B { a: 1 } }\nimport A = N.B;\nexport declare const b: A;";
    expect(
      compared("export declare namespace N { interface B { a: 1 } }\nexport declare const b: N.B;", source).findings,
    ).toEqual([]);
  });
});
