import { describe, expect, it } from "vitest";
import { sourceFacts } from "../../src/interface/facts.ts";

const syntaxOf = (text: string, path = "a.ts"): string => sourceFacts(text, path).syntax;

describe("syntax-class", () => {
  it("barrel: re-exports, imports that are exported again and side-effect imports make a barrel", () => {
    expect(syntaxOf('import "./a";\nimport b from "./b";\nexport default b;')).toBe("barrel");
    expect(syntaxOf('import b from "./b";\nimport c from "./c";\nexport { b };')).toBe("code");
    expect(syntaxOf("export {};")).toBe("types");
  });

  it("side-effect-import: a side-effect import exists at run time, other imports do not", () => {
    expect(syntaxOf('import "./a";\nexport interface B {}')).toBe("code");
    expect(syntaxOf('import { a } from "./a";\nexport type B = typeof a;')).toBe("types");
  });

  it("const-enum: a const enum exists at run time, an ambient one does not", () => {
    expect(syntaxOf("export const enum E { A }")).toBe("code");
    expect(syntaxOf("export declare const enum E { A }")).toBe("types");
  });

  it("namespace-of-types: a namespace exists only with something in it that does", () => {
    expect(syntaxOf("export namespace N { namespace M { export type A = 1 } }")).toBe("types");
    expect(syntaxOf("export namespace N { namespace M { const a = 1 } }")).toBe("code");
  });

  it("directive: a directive and an empty statement say nothing about the file", () => {
    expect(syntaxOf('"use client";\nexport * from "./a";')).toBe("barrel");
    expect(syntaxOf('"use server";;\nexport type A = 1;')).toBe("types");
  });
});
