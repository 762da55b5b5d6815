import ts from "typescript";
import { describe, expect, it } from "vitest";
import { hasErrorType } from "../../src/interface/unknown-types.ts";
import { checkedFile } from "../support/oracle.ts";

const library =
  "interface Array<T> { [n: number]: T } interface Boolean {} interface CallableFunction {} interface Function {} interface IArguments {} interface NewableFunction {} interface Number {} interface Object {} interface RegExp {} interface String {}\n";

function errs(text: string): boolean {
  const { file, checker } = checkedFile(library + text);
  const statement = file.statements.at(-1);
  if (statement === undefined || !ts.isExpressionStatement(statement)) throw new Error("no expression at the end");
  return hasErrorType(checker.getTypeAtLocation(statement.expression), checker);
}

describe("hasErrorType", () => {
  it("nested: an error inside a type is found", () => {
    expect(errs("missing;")).toBe(true);
    expect(errs("({ a: [missing] });")).toBe(true);
    expect(errs("(() => missing);")).toBe(true);
    expect(errs("declare const b: boolean; [b ? missing : 1];")).toBe(true);
  });

  it("honest-any: `any` that the code says is no error", () => {
    expect(errs("declare const a: any; [a];")).toBe(false);
    expect(errs("declare const a: any; a.b.c;")).toBe(false);
  });

  it("named-types: what stands behind a name is not looked at", () => {
    expect(errs("interface I { a: Missing } declare const i: I; [i];")).toBe(false);
  });

  it("recursive: types that contain themselves end", () => {
    expect(errs("class N { next = () => new N(); static all = { N }; } ({ N, n: new N() });")).toBe(false);
  });
});
