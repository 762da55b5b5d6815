import { describe, expect, it } from "vitest";
import { aliasesOf, codeSplices } from "../../../src/commands/mv/code-splices.ts";
import { applySplices } from "../../../src/edit.ts";

const relocation = {
  paths: new Set(["src/a.ts", "src/main.ts", "test/main.test.ts"]),
  moves: new Map([["src/a.ts", "src/x/y.ts"]]),
};
const rewritten = (text: string, path = "src/main.ts") => applySplices(text, codeSplices(text, path, relocation));

describe("code splices", () => {
  it("every-kind: imports of each kind", () => {
    const code = (name: string) => `import { a } from "./${name}.ts";
import type { A } from "./${name}.ts";
import "./${name}.ts";
export { b } from "./${name}.ts";
export * from "./${name}.ts";
const later = import("./${name}.ts");
const old = require("./${name}");
type T = import("./${name}.ts").T;
const text = "./${"a"}.ts";
`;
    expect(rewritten(code("a"))).toBe(code("x/y"));
  });

  it("mocks: of vitest and jest", () => {
    const code = (name: string) => `vi.mock("../src/${name}.ts", () => ({}));
vi.mock(import("../src/${name}.ts"));
jest.doMock('../src/${name}');
const real = await vi.importActual<typeof import("../src/${name}.ts")>("../src/${name}.ts");
`;
    expect(rewritten(code("a"), "test/main.test.ts")).toBe(code("x/y"));
  });

  it("beside-the-file: URLs and resolved paths", () => {
    const code = (name: string) => `new URL("./${name}.ts", import.meta.url);
import.meta.resolve("./${name}.ts");
require.resolve("./${name}");
`;
    expect(rewritten(code("a"))).toBe(code("x/y"));
  });

  it("quotes: stay as they are", () => {
    expect(rewritten("import './a.ts';")).toBe("import './x/y.ts';");
    expect(rewritten("import(`./a.ts`);")).toBe("import(`./x/y.ts`);");
  });

  it("alias: no splice, but reported", () => {
    const code = 'import "@/a";\nimport "~/lib/a.js";\nimport "other-a";\nimport "./a";\n';
    expect(rewritten(code)).toContain('import "@/a"');
    expect(aliasesOf(code, "src/main.ts", ["a"])).toEqual(["@/a", "~/lib/a.js"]);
  });

  it("broken-code: read as far as it goes", () => {
    expect(rewritten('import { a } from "./a.ts";\nfunction (')).toContain('"./x/y.ts"');
  });
});
