import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pathFrom, relativeTo } from "../../../src/commands/mv/relative.ts";

const path = fc
  .array(fc.stringMatching(/^[a-z]{1,3}$/u), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join("/"));

describe("relative", () => {
  it("out-of-the-root: keeps leading to the same place", () => {
    expect(pathFrom("a/b.ts", "../../x/y.ts")).toBe("../x/y.ts");
    expect(relativeTo("c/d/e.ts", "../x/y.ts")).toBe("../../../x/y.ts");
  });

  it("round-trip: the relative path to a file names that file", () => {
    fc.assert(fc.property(path, path, (file, target) => pathFrom(file, relativeTo(file, target)) === target));
  });

  it("same-folder: written with ./", () => {
    expect(relativeTo("a/b.ts", "a/c.ts")).toBe("./c.ts");
    expect(relativeTo("a/b.ts", "a")).toBe(".");
  });
});
