import { describe, expect, it } from "vitest";
import { compared } from "../support/interface/compared.ts";

describe("unstated", () => {
  it("unstated-brand: a brand that the design does not state is not compared, one that it states is", () => {
    const drift = (declared: string, actual: string) =>
      compared(declared, actual).findings.filter(({ information }) => information !== true);
    expect(drift("export declare class A { }", "export class A { private a = 1; #b = 2 }")).toEqual([]);
    expect(drift("export declare class A { #private }", "export class A { private a = 1; #b = 2 }")).toEqual([]);
    const stated = drift("export declare class A { #private }", "export class A { private a = 1 }");
    expect(stated.map(({ change }) => change)).toEqual(["brand"]);
  });

  it("computed-value: a computed enum value cannot be written down, so it may be left out", () => {
    expect(compared("export declare enum E { A }", "export enum E { A = 'x'.length }").findings).toEqual([]);
    expect(
      compared("export declare enum E { A = 1 }", "export enum E { A = 'x'.length }").findings.map(({ rule }) => rule),
    ).toEqual(["interface/undecided"]);
  });
});
