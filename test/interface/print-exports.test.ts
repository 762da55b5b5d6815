import { describe, expect, it } from "vitest";
import { bindFile } from "../../src/interface/bindings.ts";
import { exportStyles } from "../../src/interface/print-exports.ts";
import { parseSource } from "../support/parse-source.ts";

function styles(text: string) {
  const { names, inline } = exportStyles(bindFile(parseSource(text, "a.ts")), []);
  return { names: [...names].sort(), inline: [...inline].sort() };
}

describe("exportStyles", () => {
  it("lists: a name that a list exports as itself is exported in place", () => {
    expect(styles("const a = 1, b = 2; export { a, b as c };")).toEqual({ names: ["a", "b"], inline: ["a"] });
  });

  it("type-only: an `export type` of a value keeps its list", () => {
    expect(styles("class K {} interface I {} export type { K, I };")).toEqual({ names: ["I", "K"], inline: ["I"] });
  });

  it("assignments: what is assigned is not exported by its name", () => {
    expect(styles("const a = 1; export default a;")).toEqual({ names: ["a"], inline: [] });
    expect(styles("export default { a: 1 };")).toEqual({ names: ["default"], inline: [] });
    expect(styles("export default function f() {}")).toEqual({ names: ["f"], inline: ["f"] });
  });

  it("imports: what comes from other modules needs no declaration", () => {
    expect(styles('import { a } from "./a.js"; export { a }; export { b } from "./b.js";')).toEqual({
      names: [],
      inline: [],
    });
  });
});
