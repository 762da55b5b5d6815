import type { Project } from "../project.ts";

/** Small sources with what real code shows seldom or never, in the forms that the operators look for. */
const seeds: Readonly<Record<string, string>> = {
  "src/enums.ts": `export enum Colour { Red, Green = 5, Blue }
export enum Word { Yes = "yes", No = "no" }
export const enum Bits { One = 1, Two = 1 << 1 }
export const enum Fast { A }
`,
  "src/arrays.ts": "export function total(of: number[]): number { return of.length; }\n",
  "src/namespaces.ts": `export namespace Shapes {
  export interface Point { readonly x: number; readonly y: number }
  export type Size = "s" | "l";
  export function area(of: Size): number { return 1; }
}
export declare namespace Ambient {
  export type A = 1;
  export type B = 2;
}
`,
  "src/overloads.ts": `export function parse(text: string): string;
export function parse(text: number): string;
export function parse(text: any): string { return ""; }
export function read(path: string): string;
export function read(path: string, encoding: "hex"): Uint8Array;
export function read(path: any, encoding?: any): any { return path; }
export function pick<const T>(items: T): T { return items; }
export function swap<A, B>(a: A, b: (x: A) => B): [B, A] { throw 1; }
`,
  "src/guards.ts": `export function isText(value: unknown): value is string { return true; }
export function assertText(value: unknown): asserts value is string {}
export function assertOn(value: unknown): asserts value {}
export function maybe(value: unknown): boolean { return true; }
export function join(...parts: string[]): string { return ""; }
export function sorted(parts: string[], by?: (a: string) => number): string[] { return parts; }
export function either(of: string | number): string | number { return of; }
export default function start(port: number): void {}
`,
  "src/classes.ts": `export abstract class Base<T> {
  static count: number = 0;
  protected state: T | undefined;
  name: string = "";
  constructor(readonly id: string, size?: number) {}
  static of(id: string): string { return id; }
  abstract render(): string;
  protected touch(): void {}
  chain(): this { return this; }
  get value(): string { return ""; }
  set value(next: string) {}
}
export class Leaf extends Base<string> {
  size: number = 1;
  constructor(id: string) { super(id); }
  render(): string { return ""; }
}
export class Fluent {
  width: number = 0;
  with(width: number): this { return this; }
  get height(): number { return 1; }
  set height(value: number) {}
}
`,
  "src/types.ts": `export interface Options<T = string> {
  readonly id: T;
  name: string;
  size?: number;
  open: string | number;
  maybe: string | undefined;
  any: any;
  unknown: unknown;
  run(path: string): void;
  call: (path: string) => void;
  take: (of: T) => void;
  items: string[];
}
export interface Tagged<T> { readonly tag: string }
export function cast<T>(value: unknown): void {}
export interface Table { [key: string]: unknown }
export interface Pairs<K, V> { readonly keys: K[]; readonly first: V }
export type Level = "low" | "middle" | "high";
export type Point = { x: number; y?: number };
export type Boxed<T extends object> = { of: T };
export type Renamed<T> = T | readonly T[] | ((x: T) => T);
export type Named = { readonly name: string; call(x: number): string };
export const limit = 3;
export const label = "x";
export const size: number = 3;
export const shared: string[] = [];
export declare const key: unique symbol;
export declare const other: unique symbol;
`,
};

/** The small sources as a project with the settings of another one. */
export function handmade(like: Project | undefined): Project {
  return {
    name: "seeds",
    texts: new Map([...Object.entries(seeds), ["tsconfig.json", like?.texts.get("tsconfig.json") ?? ""]]),
    chosen: Object.keys(seeds),
  };
}
