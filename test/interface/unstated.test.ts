import { describe, expect, it } from "vitest";
import type { Form } from "../../src/interface/form.ts";
import { exportForm } from "../../src/interface/normal-form.ts";
import { withoutUnstated } from "../../src/interface/unstated.ts";
import { entityIn, sidesOf } from "../support/interface/sides.ts";

function equalAfter(declared: string, actual: string): boolean {
  const { design, source, graph, context } = sidesOf(declared, actual, { own: ["x"] });
  const form = (module: typeof source): Form => exportForm(entityIn(module, "x", graph), false, context);
  const left = form(design.module);
  return withoutUnstated(left, form(source)).key === left.key;
}

describe("withoutUnstated", () => {
  it("brand: private members need not be stated", () => {
    const actual = "export class x { #a = 1; private b = 2; c: 1 = 1; }";
    expect(equalAfter("export class x { c: 1 }", actual)).toBe(true);
    expect(equalAfter("export class x { c: 2 }", actual)).toBe(false);
  });

  it("stated-brand: a brand that the design states has to be there", () => {
    expect(equalAfter("export class x { #private; }", "export class x { #a = 1; private b = 2 }")).toBe(true);
    expect(equalAfter("export class x { #private; }", "export class x { private b = 2 }")).toBe(false);
  });

  it("computed-value: the value of an enum member that no declaration can write down may be left out", () => {
    const actual = "export enum x { A = f(), B = 'b' }";
    expect(equalAfter("export enum x { A, B = 'b' }", actual)).toBe(true);
    expect(equalAfter("export enum x { A = 1, B = 'b' }", actual)).toBe(false);
    expect(equalAfter("export enum x { A, B = 'c' }", actual)).toBe(false);
  });

  it("untouched: a form that leaves nothing out is given back as it is", () => {
    const { source, graph, context } = sidesOf("", "export const x: string = '';\nexport const y: number = 1;");
    const [actual, declared] = ["x", "y"].map((name) => exportForm(entityIn(source, name, graph), false, context));
    if (actual === undefined || declared === undefined) throw new Error("no form");
    expect(withoutUnstated(declared, actual)).toBe(actual);
  });
});
