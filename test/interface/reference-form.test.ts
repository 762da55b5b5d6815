import { describe, expect, it } from "vitest";
import { exportedEntity } from "../../src/interface/export-table.ts";
import { exportForm } from "../../src/interface/normal-form.ts";
import { contextOf, formOf, shown, typeOf } from "../support/interface/forms.ts";

describe("reference-form", () => {
  it("written-out: file-local aliases and interfaces are their members", () => {
    const inline = formOf("export type T = { a: { b: string | null } };");
    const named = formOf(
      "type Maybe<X> = X | null;\ninterface B { b: Maybe<string> }\ninterface A { a: B }\nexport type T = A;",
    );
    expect(named.key).toBe(inline.key);
  });

  it("recursive: a type that mentions itself ends, wherever it is entered by name", () => {
    const one = formOf("interface N { next: N | null }\nexport type T = N;");
    const other = formOf("type M = { next: M | null };\nexport type T = M;");
    expect(one.key).toBe(other.key);
    expect(shown(one)).toContain("recursive 2");
  });

  it("growing: what comes back with other arguments is no repetition", () => {
    const list = (again: string) => `type L<T> = { v: T; n: ${again} | null };\nexport type T = L<string>;`;
    expect(formOf(list("L<T>")).key).not.toBe(formOf(list("L<T[]>")).key);
    expect(formOf(list("L<Array<T>>")).key).toBe(formOf(list("L<T[]>")).key);
  });

  it("local-bases: what a local interface extends without a name that others know goes into its members", () => {
    const local = "interface M { m: 1 }\ninterface L extends M { a: 2 }\n";
    expect(formOf(`${local}export type T = L;`).key).toBe(formOf("export type T = { a: 2; m: 1 };").key);
    expect(formOf(`${local}interface K extends Date, L {}\nexport type T = K;`).key).toBe(
      formOf("interface K extends Date { m: 1; a: 2 }\nexport type T = K;").key,
    );
    expect(formOf("interface F { (): 1 }\ninterface G extends F {}\nexport type T = G;").key).toBe(
      formOf("export type T = () => 1;").key,
    );
  });

  it("defaults: type arguments that are left out come from the defaults where these are known", () => {
    const text = "interface B<X, Y = X[]> { a: X; b: Y }\nexport type T = ";
    expect(formOf(`${text}B<string>;`).key).toBe(formOf(`${text}B<string, string[]>;`).key);
  });

  it("type-of-value: `typeof` a file-local constant is its type", () => {
    expect(formOf("const a: { b: 1 } = x;\nexport type T = typeof a;").key).toBe(
      formOf("export type T = { b: 1 };").key,
    );
    expect(formOf("function f(a: 1): 2;\nexport type T = typeof f;").key).toBe(
      formOf("export type T = (a: 1) => 2;").key,
    );
  });

  it("bases: bases of an interface are sorted, what a class implements is left out", () => {
    expect(formOf("export interface T extends Map<1, 2>, Date {}").key).toBe(
      formOf("export interface T extends Date, Map<1, 2> {}").key,
    );
    expect(formOf("export class T implements Iterable<1> {}").key).toBe(formOf("export class T {}").key);
  });

  it("whole-enum: an enum is written out once for all its members", () => {
    const members = Array.from({ length: 40 }, (_, at) => `A${at} = ${at}`);
    const all = members.map((_, at) => `E.A${at}`);
    const head = `enum E { ${members.join(", ")} }\n`;
    const { context, source } = contextOf(`${head}export type T = ${all.slice(1).join(" | ")};`);
    const entity = exportedEntity(source, "T", context.graph);
    if (entity === null) throw new Error("no export T");
    const parts = exportForm(entity, false, context).slots[0]?.form.slots[0]?.form.slots ?? [];
    expect(parts).toHaveLength(39);
    expect(new Set(parts.map(({ form }) => form.part?.of.slots)).size).toBe(1);
    expect(formOf(`${head}export type T = ${all.join(" | ")};`).key).toBe(formOf(`${head}export type T = E;`).key);
    // What is merged with an enum may lead back to where it is met.
    const last = (first: string) => {
      const text = `enum E { A, B }\nnamespace E { export declare const loop: L }\ninterface L { e: E.A }\nexport type T = [${first}, E.A];`;
      return formOf(text).slots[0]?.form.slots[0]?.form.slots[1]?.form.key;
    };
    expect(last("1")).toBeDefined();
    expect(last("L")).toBe(last("1"));
  });

  it("expandable: a reference knows what it stands for where that is an alias or an interface", () => {
    const form = formOf('import type { Id } from "./session";\nexport type T = Id;').slots[0]?.form.slots[0]?.form;
    expect(shown(form?.expand?.() ?? typeOf("never"))).toBe("keyword string");
  });
});
