import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { freeTypeNames, isLibraryName } from "../../src/interface/global-names.ts";
import { contextOf } from "../support/interface/forms.ts";

describe("global-names", () => {
  it("language-names: every type of TypeScript's ECMAScript libraries is known", () => {
    const folder = "node_modules/typescript/lib";
    const files = readdirSync(folder).filter((name) => /^lib\.(?:es|decorators)[\w.]*\.d\.ts$/u.test(name));
    const names = files.flatMap((name) => [
      ...readFileSync(`${folder}/${name}`, "utf8").matchAll(
        /^(?:declare )?(?:interface|type|class|namespace) (\w+)/gmu,
      ),
    ]);
    expect(names.length).toBeGreaterThan(300);
    expect([...new Set(names.map((match) => match[1] ?? ""))].filter((name) => !isLibraryName(name))).toEqual([]);
  });

  it("platform-names: names of the platforms are known by how they begin", () => {
    expect(["HTMLDivElement", "NodeJS", "Buffer", "AbortSignal", "RequestInit"].every(isLibraryName)).toBe(true);
    expect(["Sesion", "Orchestrator", "Opts"].some(isLibraryName)).toBe(false);
  });

  it("free-names: a name that the source uses but neither declares, imports nor binds is ambient", () => {
    const { source } = contextOf(
      "import { A } from 'a';\ninterface B {}\nexport function f<T>(a: A, b: B, t: T, g: Global): typeof env.x { throw a; }",
    );
    expect([...freeTypeNames(source)].sort()).toEqual(["Global", "env"]);
  });
});
