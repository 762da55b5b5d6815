import { describe, expect, it } from "vitest";
import type { ImportFact } from "../../src/interface/source-facts.ts";
import { dependenciesOf } from "../../src/scaffold/dependencies.ts";

const imports = (...specifiers: readonly string[]): readonly ImportFact[] =>
  specifiers.map((specifier) => ({ specifier, kind: "value", range: { start: 0, end: 0 } }));

const dependencies = (...specifiers: readonly string[]) =>
  dependenciesOf(imports(...specifiers), (specifier) =>
    specifier === "./gone.js" ? null : specifier.replace(/[./]+|js$/gu, ""),
  );

describe("dependenciesOf", () => {
  it("components: relative imports are components, each once and sorted", () => {
    expect(dependencies("./b.js", "../a.js", "./b.js", "./gone.js")).toEqual({ dependsOn: ["a", "b"], externals: [] });
  });

  it("packages: a package is named without the path inside it", () => {
    expect(dependencies("zod/v4", "@acme/core/x.js", "zod").externals).toEqual(["@acme/core", "zod"]);
  });

  it("platform: the platform's own modules are no packages", () => {
    expect(dependencies("node:fs", "fs/promises", "path").externals).toEqual([]);
  });

  it("aliases: what no package can be called is left out", () => {
    expect(
      dependencies("#internal", "@/store", "https://example.com/a.js", "/abs.js", "virtual:pages").externals,
    ).toEqual([]);
  });
});
