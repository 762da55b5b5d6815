import { it } from "vitest";
import { rule } from "../../../src/rules/interface/unknown-name.ts";
import { interfaceProject } from "../../support/interface-project.ts";
import { testPage, testRule } from "../../support/rule-tester.ts";

it("the page is right", () => testPage(rule));

it("imported-by-source: a name that the source imports needs no import in the block", async () => {
  const code = 'import type { Box } from "./box.js";\nexport function open(box: Box): void {}\n';
  const box = { "src/box.ts": "export interface Box {}\n" };
  await testRule(rule, { ...interfaceProject(code, "export declare function open(box: Box): void;"), ...box });
});

it("global: names of the language's own library are known", async () => {
  const code = "export function f(a: ReadonlyMap<string, Promise<Uint8Array>>): AsyncIterable<URL> {\n  throw a;\n}\n";
  const block = "export declare function f(a: ReadonlyMap<string, Promise<Uint8Array>>): AsyncIterable<URL>;";
  await testRule(rule, interfaceProject(code, block));
});

it("a misspelt name is reported where it stands", async () => {
  const code = "export function f(a: string): void {}\n";
  await testRule(rule, interfaceProject(code, 'export declare function f(a: Strnig): void; // want "Strnig"'));
});
