import { describe, expect, it } from "vitest";
import { movedSpecifier } from "../../../src/commands/mv/specifier.ts";

const paths = new Set(["src/a.ts", "src/b/c.ts", "src/d/index.ts", "src/main.ts", "src/data.json", "test/a.test.ts"]);
const moved = (specifier: string, importer: string, moves: Readonly<Record<string, string>>) =>
  movedSpecifier(specifier, importer, { paths, moves: new Map(Object.entries(moves)) });

describe("specifier", () => {
  it("extension-style: kept", () => {
    const moves = { "src/a.ts": "src/x/y.ts" };
    expect(moved("./a.ts", "src/main.ts", moves)).toBe("./x/y.ts");
    expect(moved("./a.js", "src/main.ts", moves)).toBe("./x/y.js");
    expect(moved("./a", "src/main.ts", moves)).toBe("./x/y");
    expect(moved("../src/a.js", "test/a.test.ts", moves)).toBe("../src/x/y.js");
  });

  it("folder-index: a folder stays a folder where its index stays one", () => {
    expect(moved("./d", "src/main.ts", { "src/d/index.ts": "src/e/index.ts" })).toBe("./e");
    expect(moved("./d/", "src/main.ts", { "src/d/index.ts": "src/e/index.ts" })).toBe("./e/");
    expect(moved("./d", "src/main.ts", { "src/d/index.ts": "src/e.ts" })).toBe("./e");
    expect(moved("./d/index.js", "src/main.ts", { "src/d/index.ts": "src/e/f.ts" })).toBe("./e/f.js");
  });

  it("both-moved: follows both", () => {
    expect(moved("./b/c.ts", "src/a.ts", { "src/a.ts": "src/x/a.ts", "src/b/c.ts": "src/x/c.ts" })).toBe("./c.ts");
    expect(
      moved("../src/a.ts", "test/a.test.ts", { "src/a.ts": "src/x/y.ts", "test/a.test.ts": "test/x/y.test.ts" }),
    ).toBe("../../src/x/y.ts");
  });

  it("unresolved: in a moved file it still leads to the same place", () => {
    expect(moved("./generated/x.js", "src/a.ts", { "src/a.ts": "src/x/y.ts" })).toBe("../generated/x.js");
    expect(moved("./data.json", "src/a.ts", { "src/a.ts": "src/x/y.ts" })).toBe("../data.json");
    expect(moved("../../outside", "src/a.ts", { "src/a.ts": "src/x/y.ts" })).toBe("../../../outside");
  });

  it("query: what follows stays", () => {
    expect(moved("./a.ts?raw", "src/main.ts", { "src/a.ts": "src/y.ts" })).toBe("./y.ts?raw");
  });

  it("package: packages and aliases are left alone", () => {
    expect(moved("react", "src/a.ts", { "src/a.ts": "src/x/y.ts" })).toBeNull();
    expect(moved("@/a", "src/main.ts", { "src/a.ts": "src/x/y.ts" })).toBeNull();
  });

  it("other-file: what has to do with no moved file stays", () => {
    expect(moved("./b/c.ts", "src/main.ts", { "src/a.ts": "src/x/y.ts" })).toBeNull();
    expect(moved("./b/c.ts", "src/a.ts", { "src/a.ts": "src/y.ts" })).toBeNull();
  });
});
