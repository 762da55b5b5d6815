import { describe, expect, it } from "vitest";
import { createModuleCache, createModuleGraph } from "../../src/interface/module-graph.ts";
import { filesOf } from "../support/interface/compared.ts";
import { moduleAt } from "../support/interface/sides.ts";

const texts = { "src/a.ts": "export const a = 1;", "src/b/index.ts": "", "src/data.json": "{}" };

describe("createModuleGraph", () => {
  it("parsed-once: a file is parsed once, and counts as consulted", () => {
    const graph = createModuleGraph(filesOf(texts));
    const module = moduleAt(graph, "src/a.ts");
    expect(graph.target(module, "./a.js")).toBe(module);
    expect(graph.consulted()).toEqual(["src/a.ts"]);
  });

  it("no-code: packages, missing files and data have no module", () => {
    const graph = createModuleGraph(filesOf(texts));
    const from = moduleAt(graph, "src/a.ts");
    expect(["./data.json", "./none", "rxjs"].map((specifier) => graph.target(from, specifier))).toEqual([
      null,
      null,
      null,
    ]);
    expect(graph.module("src/none.ts")).toBeNull();
    expect(graph.consulted()).toEqual(["src/a.ts"]);
  });

  it("one-identity: all specifiers of one file have one identity, also where it leads nowhere", () => {
    const graph = createModuleGraph(filesOf(texts));
    const a = moduleAt(graph, "src/a.ts");
    const b = moduleAt(graph, "src/b/index.ts");
    expect([graph.identity(a, "./b"), graph.identity(a, "./b/index.ts"), graph.identity(b, "../b")]).toEqual(
      Array(3).fill("src/b/index.ts"),
    );
    expect(graph.identity(a, "./gone")).toBe(graph.identity(b, "../gone"));
    expect(graph.identity(a, "./gone")).not.toBe(graph.identity(a, "gone"));
    expect(graph.identity(b, "rxjs")).toBe("rxjs");
  });
});

describe("createModuleCache", () => {
  it("changed-text: a text that has changed is parsed again, one that has not is not", () => {
    const cache = createModuleCache();
    const first = moduleAt(createModuleGraph(filesOf(texts), cache), "src/a.ts");
    expect(moduleAt(createModuleGraph(filesOf(texts), cache), "src/a.ts")).toBe(first);
    const changed = moduleAt(createModuleGraph(filesOf({ "src/a.ts": "export const b = 2;" }), cache), "src/a.ts");
    expect([...changed.bindings.exports.keys()]).toEqual(["b"]);
  });

  it("thousand: of more than a thousand files those that were used last are kept", () => {
    const cache = createModuleCache();
    const oldest = cache.parsed("oldest.ts", "");
    const used = cache.parsed("used.ts", "");
    for (let index = 0; index < 999; index++) {
      cache.parsed(`${index}.ts`, "");
      expect(cache.parsed("used.ts", "")).toBe(used);
    }
    expect(cache.parsed("oldest.ts", "")).not.toBe(oldest);
  });
});
