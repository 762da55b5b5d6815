/** [what, declared, actual, names of changes, path?]: parts whose types only both accessors, a pattern or the compiler tell. */
export type InferredPair = readonly [
  what: string,
  declared: string,
  actual: string,
  changes: readonly string[],
  path?: string,
];

const accessors = "export class A { get x(): number { return 1 } set x(v) {} }";
const statics = "export class A { static get x(): number { return 1 } static set x(v) {} }";
const pattern = 'export function f({ a = 1, b = "x" } = {}) {}';

/** Accessors of which one leaves its type out. */
export const accessorPairs: readonly InferredPair[] = [
  ["property", "export declare class A { x: number }", accessors, []],
  ["written pair", "export declare class A { get x(): number; set x(v: number) }", accessors, []],
  ["same pair", "export declare class A { get x(): number; set x(v) }", accessors, []],
  ["read-only property", "export declare class A { readonly x: number }", accessors, ["member-readonly"]],
  ["getter alone", "export declare class A { get x(): number }", accessors, ["member-readonly"]],
  ["static property", "export declare class A { static x: number }", statics, []],
  ["static getter alone", "export declare class A { static get x(): number }", statics, ["member-readonly"]],
  ["setter alone takes anything", "export declare class A { set x(v: any) }", "export class A { set x(v) {} }", []],
  ["setter alone, itself", "export declare class A { set x(v) }", "export class A { set x(v) {} }", []],
  [
    "setter alone is not readable",
    "export declare class A { x: any }",
    "export class A { set x(v) {} }",
    ["member-readonly"],
  ],
  [
    "inferred getter",
    "export declare class A { x: number }",
    "export class A { get x() { return 1 } set x(v) {} }",
    [],
  ],
  [
    "inferred getter, getter alone",
    "export declare class A { get x(): number }",
    "export class A { get x() { return 1 } set x(v) {} }",
    ["member-readonly"],
  ],
  [
    "setter decides",
    "export declare class A { x: number }",
    "export class A { get x() { return 1 } set x(v: number) {} }",
    [],
  ],
  ["interface", "export interface A { x: number }", "export interface A { get x(): number; set x(v) }", []],
  [
    "interface, read-only",
    "export interface A { readonly x: number }",
    "export interface A { get x(): number; set x(v) }",
    ["member-readonly"],
  ],
  [
    "object",
    "export declare const a: { x: number }",
    "export const a = { get x(): number { return 1 }, set x(v) {} };",
    [],
  ],
  [
    "object, read-only",
    "export declare const a: { readonly x: number }",
    "export const a = { get x(): number { return 1 }, set x(v) {} };",
    ["member-readonly"],
  ],
];

/** Destructured parameters with a default that the pattern fills. */
export const patternPairs: readonly InferredPair[] = [
  ["as emitted", "export declare function f(o?: { a?: number; b?: string }): void", pattern, []],
  ["not empty", "export declare function f(o?: {}): void", pattern, ["parameter-type", "parameter-type"]],
  [
    "arrow",
    "export declare const f: (o?: { a?: number }) => void",
    "export const f = ({ a = 1 } = {}): void => {};",
    [],
  ],
  [
    "constructor and method",
    "export declare class A { constructor(o?: { a?: number }); m(o?: { b?: string }): void }",
    'export class A { constructor({ a = 1 } = {}) {} m({ b = "x" } = {}): void {} }',
    [],
  ],
  [
    "full default",
    "export declare function f(o?: { a: number }): void",
    "export function f({ a } = { a: 1 }): void {}",
    [],
  ],
  [
    "default in both",
    "export declare function f(o?: { a?: number }): void",
    "export function f({ a = 2 } = { a: 1 }): void {}",
    [],
  ],
  [
    "asserted default",
    "export declare function f(o?: { a: 1 }): void",
    "export function f({ a } = {} as { a: 1 }) {}",
    [],
  ],
  [
    "array",
    "export declare function f(o?: [number, string]): void",
    'export function f([a, b] = [1, "x"]): void {}',
    [],
  ],
];

const config = 'export const cfg = { a: 1, b: "x" };';

/** Constants of JavaScript, which the compiler declares in its own ways. */
export const scriptPairs: readonly InferredPair[] = [
  ["object", "export declare const cfg: { a: number; b: string }", config, [], "src/a.js"],
  ["object of modules", "export declare const cfg: { a: number; b: string }", config, [], "src/a.mjs"],
  ["other type", "export declare const cfg: { a: number; b: number }", config, ["member-type"], "src/a.js"],
  [
    "missing member",
    "export declare const cfg: { a: number; b: string; c: 1 }",
    config,
    ["member-missing"],
    "src/a.js",
  ],
  ["further member", "export declare const cfg: { a: number }", config, ["member-undeclared"], "src/a.js"],
  ["variable", "export declare let cfg: { a: number; b: string }", config, ["kind"], "src/a.js"],
  [
    "nested, with functions",
    "export declare const cfg: { a: { b: number[] }; f(x: any): number; g: (x: any) => void }",
    "export const cfg = { a: { b: [1] }, f(x) { return 1; }, g: (x) => {} };",
    [],
    "src/a.js",
  ],
  ["empty", "export declare const cfg: {}", "export const cfg = {};", [], "src/a.js"],
  [
    "frozen",
    "export declare const cfg: Readonly<{ a: 1 }>",
    "export const cfg = Object.freeze({ a: 1 });",
    [],
    "src/a.js",
  ],
  [
    "documented",
    "export declare const cfg: { a: string }",
    "/** @type {{ a: string }} */\nexport const cfg = { a: '' };",
    [],
    "src/a.js",
  ],
  [
    "names that are no identifiers",
    'export declare const cfg: { "a-b": number; class: number; default: string }',
    'export const cfg = { "a-b": 1, class: 2, default: "x" };',
    [],
    "src/a.js",
  ],
  [
    "const assertion",
    "export declare const cfg: { readonly a: 1 }",
    "export const cfg = /** @type {const} */ ({ a: 1 });",
    ["kind"],
    "src/a.js",
  ],
  ["let", "export declare let cfg: { a: number }", "export let cfg = { a: 1 };", [], "src/a.js"],
  [
    "default",
    "declare const _default: { a: number };\nexport default _default;",
    "export default { a: 1 };",
    [],
    "src/a.js",
  ],
  [
    "renamed",
    "declare const inner: { a: number };\nexport { inner as outer };",
    "const inner = { a: 1 };\nexport { inner as outer };",
    [],
    "src/a.js",
  ],
  [
    "shorthand",
    "export declare const cfg: { b: number }",
    "const b = 1 + 1;\nexport const cfg = { b };",
    [],
    "src/a.js",
  ],
  [
    "accessors",
    "export declare const cfg: { readonly c: number }",
    "export const cfg = { get c() { return 1; } };",
    ["kind"],
    "src/a.js",
  ],
  [
    "as the compiler declares it",
    "export declare namespace cfg { let a: number; let b: string }",
    config,
    [],
    "src/a.js",
  ],
];
