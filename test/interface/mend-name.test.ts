import { expect, it } from "vitest";
import { renameSplices } from "../../src/interface/mend-name.ts";
import { mendCase } from "../support/interface/mend-case.ts";

const renamed = (declared: string, actual: string, name: string): string | null => {
  const { rewriting, design, after } = mendCase(declared, actual);
  return after(renameSplices(rewriting(name).findings, design, actual));
};

it("mentions: declaration, types and lists are renamed, members and parameters of that name are not", () => {
  const declared =
    "interface Old { Old: 1; b: N.Old }\nexport declare function f(Old: Old, b: typeof x.Old): void;\nexport { Old };";
  const actual = "export interface New { Old: 1; b: N.Old }\nexport function f(Old: New, b: typeof x.Old): void {}";
  expect(renamed(declared, actual, "Old")).toBe(
    "interface New { Old: 1; b: N.Old }\nexport declare function f(Old: New, b: typeof x.Old): void;\nexport { New };",
  );
});

it("only-renamed: an export that differs in more is not renamed", () => {
  expect(renamed("export declare const a: 1;", "export const b = 2;", "a")).toBeNull();
  expect(renamed("export declare const a: 1;", "export const a = 2;", "a")).toBeNull();
});
