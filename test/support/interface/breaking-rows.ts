/** True: some program breaks. False: none of those that were compiled did. Null: nobody tried, so that whatever the comparison says is not judged. */
type Probed = boolean | null;

/** One row of the table of what breaks whom. */
export interface BreakingRow {
  readonly row: string;
  readonly declared: string;
  readonly actual: string;
  readonly verdict: "different" | "equal" | "information";
  /** Change ids of all findings, sorted. */
  readonly changes: readonly string[];
  readonly consumer: Probed;
  readonly implementer: Probed;
  /** Both sides are compared as the project's settings say. */
  readonly exactOptional?: boolean;
}

type Sides = readonly [declared: string, actual: string];
type Flags = readonly [consumer: Probed, implementer: Probed];

function different(
  row: string,
  [declared, actual]: Sides,
  changes: string,
  [consumer, implementer]: Flags,
): BreakingRow {
  return { row, declared, actual, verdict: "different", changes: changes.split(" "), consumer, implementer };
}

function equal(row: string, [declared, actual]: Sides): BreakingRow {
  return { row, declared, actual, verdict: "equal", changes: [], consumer: null, implementer: null };
}

function information(
  row: string,
  [declared, actual]: Sides,
  change: string,
  [consumer, implementer]: Flags,
): BreakingRow {
  return { row, declared, actual, verdict: "information", changes: [change], consumer, implementer };
}

const a = (members: string): string => `export interface A { ${members} }`;
const k = (members: string): string => `export declare class A { ${members} }`;
const f = (signature: string): string => `export declare function f${signature};`;
const on = null;

/** What breaks whom, measured by compiling programs against both sides with TypeScript 6.0.3, strict; declared is the older side. */
export const breakingRows: readonly BreakingRow[] = [
  different("1 export removed", ["export declare const a: 1;", "export {};"], "export-missing", [true, on]),
  different("2 export added", ["export {};", "export const a = 1;"], "export-undeclared", [false, on]),
  different("3 class to type-only export", [k("a: 1"), "class A { a = 1 as const }\nexport type { A };"], "type-only", [
    true,
    true,
  ]),
  different(
    "4 type of the same name added",
    ["export declare const A: 1;", "export const A = 1;\nexport type A = 1;"],
    "kind",
    [false, true],
  ),
  different("5 interface to type alias", [a("a: 1"), "export type A = { a: 1 };"], "kind", [false, true]),
  different("6 type alias to interface", ["export type A = { a: 1 };", a("a: 1")], "kind", [true, false]),
  different("7 required property added", [a("a: 1"), a("a: 1; b: 2")], "member-undeclared", [false, true]),
  different("8 optional property added", [a("a: 1"), a("a: 1; b?: 2")], "member-undeclared", [false, true]),
  different("9 property removed", [a("a: 1; b: 2"), a("a: 1")], "member-missing", [true, true]),
  different("10 optional property removed", [a("a: 1; b?: 2"), a("a: 1")], "member-missing", [true, true]),
  different("11 property required to optional", [a("a: string"), a("a?: string")], "member-optionality", [true, false]),
  different("12 property optional to required", [a("a?: string"), a("a: string")], "member-optionality", [true, true]),
  different("13 property mutable to read-only", [a("a: 1"), a("readonly a: 1")], "member-readonly", [true, false]),
  different("14 property read-only to mutable", [a("readonly a: 1"), a("a: 1")], "member-readonly", [false, false]),
  different("15 property widened", [a("a: string"), a("a: string | number")], "member-type", [true, false]),
  different("16 property narrowed", [a("a: string | number"), a("a: string")], "member-type", [true, true]),
  different("17 property may be undefined", [a("a: string"), a("a: string | undefined")], "member-type", [true, false]),
  different("18 optional to undefined", [a("a?: string"), a("a: string | undefined")], "member-optionality", [
    false,
    true,
  ]),
  different("19 undefined to optional", [a("a: string | undefined"), a("a?: string")], "member-optionality", [
    false,
    false,
  ]),
  different("20 method to property", [a("m(x: string): void"), a("m: (x: string) => void")], "member-type", [
    false,
    true,
  ]),
  different("21 property to method", [a("m: (x: string) => void"), a("m(x: string): void")], "member-type", [
    false,
    false,
  ]),
  different("22 index signature added", [a("a: 1"), a("a: 1; [key: string]: 1")], "member-undeclared", [true, false]),
  different("23 index signature removed", [a("a: 1; [key: string]: 1"), a("a: 1")], "member-missing", [true, true]),
  equal("24 parameter renamed", [f("(a: string): void"), f("(b: string): void")]),
  different("25 required parameter added", [f("(): void"), f("(a: string): void")], "parameter-added", [true, false]),
  different(
    "26 optional parameter added",
    [f("(a: string): void"), f("(a: string, b?: number): void")],
    "parameter-added",
    [true, false],
  ),
  different("27 parameter removed", [f("(a: string, b: number): void"), f("(a: string): void")], "parameter-removed", [
    true,
    true,
  ]),
  different(
    "28 parameter optional to required",
    [f("(a?: string): void"), f("(a: string): void")],
    "parameter-optionality",
    [true, false],
  ),
  different(
    "29 parameter required to optional",
    [f("(a: string): void"), f("(a?: string): void")],
    "parameter-optionality",
    [false, true],
  ),
  different("30 parameter widened", [f("(a: string): void"), f("(a: string | number): void")], "parameter-type", [
    false,
    true,
  ]),
  different("31 parameter narrowed", [f("(a: string | number): void"), f("(a: string): void")], "parameter-type", [
    true,
    false,
  ]),
  different("32 result widened", [f("(): string"), f("(): string | null")], "return-type", [true, false]),
  different("33 result narrowed", [f("(): string | null"), f("(): string")], "return-type", [true, true]),
  different("34 void to value", [f("(): void"), f("(): string")], "return-type", [false, true]),
  different("35 value to void", [f("(): string"), f("(): void")], "return-type", [true, false]),
  different("36 sync to async", [f("(): string"), f("(): Promise<string>")], "return-type", [true, true]),
  different("37 predicate to boolean", [f("(a: unknown): a is string"), f("(a: unknown): boolean")], "return-type", [
    true,
    false,
  ]),
  different("38 boolean to predicate", [f("(a: unknown): boolean"), f("(a: unknown): a is string")], "return-type", [
    true,
    true,
  ]),
  different("39 asserts to void", [f("(a: unknown): asserts a"), f("(a: unknown): void")], "return-type", [true, on]),
  different(
    "40 overload added",
    [f("(a: string): string"), `${f("(a: string): string")}\n${f("(a: number): number")}`],
    "overload-added",
    [true, true],
  ),
  different(
    "41 overload removed",
    [`${f("(a: string): string")}\n${f("(a: number): number")}`, f("(a: string): string")],
    "overload-removed",
    [true, on],
  ),
  different(
    "42 overloads reordered",
    [`${f("(a: string): string")}\n${f("(a: any): any")}`, `${f("(a: any): any")}\n${f("(a: string): string")}`],
    "overload-order",
    [true, on],
  ),
  different(
    "43 overloads collapsed",
    [`${f("(a: string): void")}\n${f("(a: number): void")}`, f("(a: string | number): void")],
    "overload-removed",
    [false, true],
  ),
  different(
    "44 type parameter added that is inferred",
    [f("(a: string): void"), f("<T>(a: T): void")],
    "type-parameter-added",
    [false, on],
  ),
  different(
    "45 type parameter added to a type",
    [a("a: 1"), "export interface A<T> { a: 1 }"],
    "type-parameter-added",
    [true, on],
  ),
  different(
    "46 type parameter with a default added to a type",
    [a("a: string"), "export interface A<T = string> { a: T }"],
    "type-parameter-added",
    [false, false],
  ),
  different("47 type parameter removed", [f("<T>(a: T): void"), f("(a: string): void")], "type-parameter-removed", [
    true,
    on,
  ]),
  different(
    "48 type parameters reordered",
    [f("<T, U>(a: T, b: U): void"), f("<U, T>(a: T, b: U): void")],
    "type-parameter-order",
    [true, on],
  ),
  equal("49 type parameter renamed", [f("<T>(a: T): T"), f("<U>(a: U): U")]),
  different(
    "50 constraint tightened",
    [f("<T>(a: T): void"), f("<T extends string>(a: T): void")],
    "type-parameter-constraint",
    [true, on],
  ),
  different(
    "51 constraint loosened",
    [f("<T extends string>(a: T): void"), f("<T extends string | number>(a: T): void")],
    "type-parameter-constraint",
    [false, true],
  ),
  different(
    "52 default changed",
    ["export interface A<T = string> { a: T }", "export interface A<T = number> { a: T }"],
    "type-parameter-default",
    [true, on],
  ),
  different(
    "53 const type parameter removed",
    [f("<const T>(a: T): T"), f("<T>(a: T): T")],
    "type-parameter-modifier",
    [true, on],
  ),
  different(
    "54 enum member added",
    ["export declare enum E { A }", "export enum E { A, B }"],
    "enum-member-undeclared",
    [true, false],
  ),
  different(
    "55 enum member removed",
    ["export declare enum E { A, B }", "export enum E { A }"],
    "enum-member-missing",
    [true, on],
  ),
  different(
    "56 enum value changed",
    ["export declare enum E { A = 1 }", "export enum E { A = 2 }"],
    "enum-member-value",
    [true, on],
  ),
  different("57 const enum to enum", ["export declare const enum E { A }", "export enum E { A }"], "kind", [false, on]),
  different("58 union member added", ["export type A = 'a';", "export type A = 'a' | 'b';"], "type", [true, false]),
  different("59 union member removed", ["export type A = 'a' | 'b' | 'c';", "export type A = 'a' | 'b';"], "type", [
    true,
    true,
  ]),
  different("60 literal widened", ["export declare const x: 1;", "export const x: number = 1;"], "value", [true, on]),
  different("61 const to let", ["export declare const x: number;", "export let x: number = 1;"], "kind", [false, on]),
  different("62 any to unknown", ["export declare const x: any;", "export const x: unknown = 1;"], "value", [true, on]),
  different("63 unknown to any", ["export declare const x: unknown;", "export const x: any = 1;"], "value", [true, on]),
  different("64 public method added to a class", [k("a(): void"), k("a(): void; b(): void")], "member-undeclared", [
    true,
    true,
  ]),
  information("65 private member added", [k("a: 1"), k("a: 1; private b")], "brand", [true, true]),
  information("66 #private added", [k("a: 1"), k("a: 1; #b")], "brand", [true, false]),
  different("67 public to protected", [k("a(): void"), k("protected a(): void")], "member-visibility", [true, false]),
  different("68 protected to public", [k("protected a: 1"), k("a: 1")], "member-visibility", [false, true]),
  different("69 protected member removed", [k("a: 1; protected b: 1"), k("a: 1")], "member-missing", [false, true]),
  different("70 class becomes abstract", [k("a: 1"), "export declare abstract class A { a: 1 }"], "kind", [
    true,
    false,
  ]),
  different(
    "71 abstract method added",
    ["export declare abstract class A { a: 1 }", "export declare abstract class A { a: 1; abstract b(): void }"],
    "member-undeclared",
    [false, true],
  ),
  different(
    "72 required constructor parameter added",
    [k("constructor();"), k("constructor(a: string);")],
    "constructor-parameter-added",
    [true, true],
  ),
  different(
    "73 constructor becomes private",
    [k("constructor();"), k("private constructor();")],
    "constructor-visibility",
    [true, true],
  ),
  different("74 static to instance", [k("static a: 1"), k("a: 1")], "member-static", [true, on]),
  equal("75 property to accessor pair", [k("a: string"), k("get a(): string; set a(v: string)")]),
  equal("76 accessor pair to property", [k("get a(): string; set a(v: string)"), k("a: string")]),
  different("77 setter removed", [k("get a(): string; set a(v: string)"), k("get a(): string")], "member-readonly", [
    true,
    on,
  ]),
  different(
    "78 setter widened",
    [k("get a(): string; set a(v: string)"), k("get a(): string; set a(v: string | number)")],
    "member-type",
    [false, false],
  ),
  different(
    "79 extends removed, members kept",
    [
      "declare class Base { a: 1; constructor() }\nexport declare class A extends Base { a: 1; constructor() }",
      "export declare class A { a: 1; constructor() }",
    ],
    "heritage",
    [false, false],
  ),
  different("80 this to the class", [k("a(): this"), k("a(): A")], "return-type", [true, false]),
  different("81 base of an interface added", [a("a: 1"), "export interface A extends Date { a: 1 }"], "heritage", [
    false,
    true,
  ]),
  different("82 this parameter added", [f("(): void"), f("(this: Date): void")], "parameter-added", [true, on]),
  different(
    "83 type parameter given, then taken as well",
    ["export interface A<T> { a: (x: T) => void }", "export interface A<T> { a: (x: T) => T }"],
    "member-type",
    [true, on],
  ),
  different("84 rest to array", [f("(...a: string[]): void"), f("(a: string[]): void")], "parameter-rest", [true, on]),
  different(
    "85 array parameter to read-only array",
    [f("(a: string[]): void"), f("(a: readonly string[]): void")],
    "parameter-type",
    [false, true],
  ),
  different("86 array result to read-only array", [f("(): string[]"), f("(): readonly string[]")], "return-type", [
    true,
    false,
  ]),
  different("87 default export to named", ["export default function f(): void;", f("(): void")], "export-renamed", [
    true,
    on,
  ]),
  different(
    "88 namespace member removed",
    ["export declare namespace N { const a: 1; const b: 2 }", "export declare namespace N { const a: 1 }"],
    "member-missing",
    [true, on],
  ),
  different(
    "89 unique symbol to symbol",
    ["export declare const s: unique symbol;", "export declare const s: symbol;"],
    "value",
    [true, on],
  ),
  information("90 function declaration to constant", [f("(): void"), "export declare const f: () => void;"], "kind", [
    false,
    true,
  ]),
];

/** What the notes below the table add, and the other direction of its rows. */
export const furtherRows: readonly BreakingRow[] = [
  {
    ...different("exact optional gains undefined", [a("a?: string"), a("a?: string | undefined")], "member-type", [
      true,
      on,
    ]),
    exactOptional: true,
  },
  {
    ...different("exact optional loses undefined", [a("a?: string | undefined"), a("a?: string")], "member-type", [
      true,
      on,
    ]),
    exactOptional: true,
  },
  equal("optional with and without undefined", [a("a?: string"), a("a?: string | undefined")]),
  different("enum to const enum", ["export declare enum E { A }", "export declare const enum E { A }"], "kind", [
    true,
    on,
  ]),
  different("any to unknown as a result", [f("(): any"), f("(): unknown")], "return-type", [true, on]),
  different("any to unknown as a parameter", [f("(a: any): void"), f("(a: unknown): void")], "parameter-type", [
    false,
    true,
  ]),
  different(
    "export = to default",
    ["declare const a: 1;\nexport = a;", "declare const a: 1;\nexport default a;"],
    "export-renamed",
    [true, on],
  ),
  different(
    "extends removed, with its members",
    ["export declare class A extends Date { constructor() }", "export declare class A { constructor() }"],
    "heritage",
    [true, true],
  ),
  different("type-only to class", ["declare class A { a: 1 }\nexport type { A };", k("a: 1")], "type-only", [
    false,
    true,
  ]),
  different(
    "type of the same name removed",
    ["export declare const A: 1;\nexport type A = 1;", "export const A = 1;"],
    "kind",
    [true, true],
  ),
  different("interface to alias of something else", [a("a: 1"), "export type A = string;"], "kind", [true, true]),
  different(
    "required parameter in a callback",
    [f("(g: () => void): void"), f("(g: (a: string) => void): void")],
    "parameter-type",
    [false, true],
  ),
  different(
    "parameter put before another",
    [f("(a: string, c: boolean): void"), f("(a: string, b: number, c: boolean): void")],
    "parameter-added",
    [true, true],
  ),
  different(
    "callback parameter widened",
    [f("(g: (a: string) => void): void"), f("(g: (a: string | number) => void): void")],
    "parameter-type",
    [true, false],
  ),
  different(
    "callback result widened",
    [f("(g: () => string): void"), f("(g: () => string | number): void")],
    "parameter-type",
    [false, true],
  ),
  different(
    "callback result narrowed",
    [f("(g: () => string | number): void"), f("(g: () => string): void")],
    "parameter-type",
    [true, false],
  ),
  different(
    "parameter of a returned function widened",
    [f("(): (a: string) => void"), f("(): (a: string | number) => void")],
    "return-type",
    [false, true],
  ),
  different("option added", [f("(o: { a: 1 }): void"), f("(o: { a: 1; b?: 2 }): void")], "parameter-type", [
    false,
    false,
  ]),
  different("required option added", [f("(o: { a: 1 }): void"), f("(o: { a: 1; b: 2 }): void")], "parameter-type", [
    true,
    false,
  ]),
  different("option removed", [f("(o: { a: 1; b?: 2 }): void"), f("(o: { a: 1 }): void")], "parameter-type", [
    true,
    true,
  ]),
  different(
    "option becomes optional",
    [f("(o: { a: string }): void"), f("(o: { a?: string }): void")],
    "parameter-type",
    [false, true],
  ),
  different("method parameter widened", [a("m(x: string): void"), a("m(x: string | number): void")], "parameter-type", [
    false,
    true,
  ]),
  different("promise of more", [f("(): Promise<string>"), f("(): Promise<string | null>")], "return-type", [
    true,
    false,
  ]),
  different("promise of less", [f("(): Promise<string | null>"), f("(): Promise<string>")], "return-type", [
    true,
    true,
  ]),
  different(
    "nobody knows how a package uses an argument",
    [
      "import { Box } from 'x';\nexport declare function f(a: Box<string>): void;",
      "import { Box } from 'x';\nexport declare function f(a: Box<string | number>): void;",
    ],
    "parameter-type",
    [true, true],
  ),
  different(
    "constructor parameter widened",
    [k("constructor(a: string);"), k("constructor(a: string | number);")],
    "constructor-parameter-type",
    [false, false],
  ),
  different(
    "constructor parameter narrowed",
    [k("constructor(a: string | number);"), k("constructor(a: string);")],
    "constructor-parameter-type",
    [true, true],
  ),
  different(
    "optional constructor parameter added",
    [k("constructor();"), k("constructor(a?: string);")],
    "constructor-parameter-added",
    [true, false],
  ),
  different(
    "constructor becomes protected",
    [k("constructor();"), k("protected constructor();")],
    "constructor-visibility",
    [true, false],
  ),
  different(
    "constructor becomes public",
    [k("private constructor();"), k("constructor();")],
    "constructor-visibility",
    [false, false],
  ),
  different(
    "type parameters of a class reordered",
    ["export declare class A<T, U> { a: T; b: U }", "export declare class A<U, T> { a: T; b: U }"],
    "type-parameter-order",
    [true, on],
  ),
  different(
    "type parameters reordered and renamed",
    [f("<A, B>(a: A, b: B): A"), f("<X, Y>(a: Y, b: X): Y")],
    "type-parameter-order",
    [true, on],
  ),
  different(
    "default added",
    ["export interface A<T> { a: T }", "export interface A<T = string> { a: T }"],
    "type-parameter-default",
    [false, on],
  ),
  different(
    "type parameter added to one that is inferred",
    [f("<T>(a: T): void"), f("<T, U>(a: T, b?: U): void")],
    "type-parameter-added",
    [true, on],
  ),
  different(
    "type parameter with a default, and a member gone",
    [a("a: string; b: 1"), "export interface A<T = string> { a: T }"],
    "member-missing type-parameter-added",
    [true, on],
  ),
  different("static method added", [k("a: 1"), k("a: 1; static b(): void")], "member-undeclared", [false, true]),
  different(
    "namespace member added",
    ["export declare namespace N { const a: 1 }", "export declare namespace N { const a: 1; const b: 2 }"],
    "member-undeclared",
    [false, on],
  ),
  different("this parameter removed", [f("(this: Date): void"), f("(): void")], "parameter-removed", [false, true]),
  different("tuple may be shorter", [f("(): [string, number]"), f("(): [string, number?]")], "return-type", [
    true,
    false,
  ]),
  different(
    "setter narrowed",
    [k("get a(): string; set a(v: string | number)"), k("get a(): string; set a(v: string)")],
    "member-type",
    [true, true],
  ),
  different(
    "abstract method gets a body",
    ["export declare abstract class A { abstract a(): void }", "export declare abstract class A { a(): void }"],
    "kind",
    [false, true],
  ),
  different(
    "type parameter of a class given and taken",
    ["export declare class A<T> { get: () => T }", "export declare class A<T> { get: () => T; set: (x: T) => void }"],
    "member-undeclared",
    [true, true],
  ),
];
