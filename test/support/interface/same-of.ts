import ts from "typescript";
import { sameType } from "../../../src/interface/same-type.ts";
import type { Sameness } from "../../../src/interface/sameness.ts";
import { checkedFile } from "../oracle.ts";

// The checker needs these names, and utility types are aliases like any other.
const library = `
interface Array<T> { length: number; [n: number]: T }
interface ReadonlyArray<T> { readonly length: number; readonly [n: number]: T }
interface Boolean {} interface CallableFunction {} interface Function {} interface IArguments {}
interface NewableFunction {} interface Number {} interface Object {} interface RegExp {} interface String {}
interface Date { now(): number }
type Partial<T> = { [K in keyof T]?: T[K] };
type Readonly<T> = { readonly [K in keyof T]: T[K] };
type Mutable<T> = { -readonly [K in keyof T]-?: T[K] };
type Pick<T, K extends keyof T> = { [P in K]: T[P] };
type Exclude<T, U> = T extends U ? never : T;
`;

/** Whether the compiler's types of two texts are one; `more` are declarations that they may name. */
export function sameOf(one: string, other: string, more = ""): Sameness {
  const { file, checker } = checkedFile(`${library}${more}\ntype Asked<T, U> = [${one}, ${other}];`);
  const alias = file.statements.at(-1);
  if (alias === undefined || !ts.isTypeAliasDeclaration(alias) || !ts.isTupleTypeNode(alias.type))
    throw new Error("the types cannot be written beside each other");
  const [a, b] = alias.type.elements.map((element) => checker.getTypeAtLocation(element));
  if (a === undefined || b === undefined) throw new Error("two types were given");
  return sameType(a, b, checker);
}
