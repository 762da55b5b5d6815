import { describe, expect, it } from "vitest";
import { createDependences } from "../../src/workspace/dependence.ts";

describe("createDependences", () => {
  it("latest: what was heard last of a path counts", () => {
    const log = createDependences();
    const dependence = { seen: [], resolved: [], isOpen: false, deep: null };
    log.verdict("a", dependence);
    log.verdict("a", { ...dependence, isOpen: true });
    log.imports("a", { own: "1", specifiers: [], targets: [] });
    expect([...log.verdicts]).toEqual([["a", { ...dependence, isOpen: true }]]);
    expect(log.nodes.get("a")?.own).toBe("1");
  });
});
