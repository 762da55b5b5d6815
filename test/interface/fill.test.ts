import { describe, expect, it } from "vitest";
import { filled } from "../../src/interface/fill.ts";
import { formOf, shown } from "../support/interface/forms.ts";

describe("fill", () => {
  it("only-holes: only holes are filled", () => {
    const form = formOf("export class T { a: 1 = 1; b() { return f(); } }");
    const answer = formOf("export declare class T { a: 2; b(): string }");
    expect(shown(filled(form, answer))).toContain(
      "member a: property(type: literal number 1), member b: method(signature 0: signature(return: keyword string))",
    );
  });

  it("other-shape: where the shapes differ, the answer stands for the whole", () => {
    const form = formOf("export const T = f();");
    expect(filled(form, formOf("export declare function T(): void;")).key).toBe(
      formOf("export function T(): void {}").key,
    );
  });

  it("function-after-all: a constant that turns out to be a function is one", () => {
    const form = formOf("export const T = f();");
    expect(filled(form, formOf("export declare const T: () => void;")).key).toBe(
      formOf("export function T(): void {}").key,
    );
  });
});
