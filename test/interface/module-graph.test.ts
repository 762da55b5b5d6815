import { describe, expect, it } from "vitest";
import { createModuleCache, createModuleGraph } from "../../src/interface/module-graph.ts";
import { filesOf } from "../support/interface/compared.ts";

describe("module-graph", () => {
  it("parsed-once: a file is parsed once for all comparisons that share a cache, and again when its text changes", () => {
    const cache = createModuleCache();
    const first = createModuleGraph(filesOf({ "a.ts": "export {};" }), cache).module("a.ts");
    expect(createModuleGraph(filesOf({ "a.ts": "export {};" }), cache).module("a.ts")).toBe(first);
    expect(createModuleGraph(filesOf({ "a.ts": "export const a = 1;" }), cache).module("a.ts")).not.toBe(first);
  });

  it("most-text: where there is too much text, the module that was used longest ago is given up first", () => {
    const cache = createModuleCache(30);
    const text = "const a=1;";
    const first = cache.parsed("0.ts", text);
    const second = cache.parsed("1.ts", text);
    cache.parsed("2.ts", text);
    expect(cache.parsed("0.ts", text)).toBe(first);
    cache.parsed("3.ts", text);
    expect(cache.parsed("0.ts", text)).toBe(first);
    expect(cache.parsed("1.ts", text)).not.toBe(second);
    const large = cache.parsed("4.ts", text.repeat(4));
    expect(cache.parsed("4.ts", text.repeat(4))).toBe(large);
  });

  it("lent-once: the tree of a kept file is lent once, and a new one where the text has changed", () => {
    const cache = createModuleCache();
    const { file } = cache.parsed("a.ts", "const a = 1;");
    expect(cache.lend("b.ts")).toBeNull();
    expect(cache.lend("a.ts")).toBe(file);
    expect(cache.lend("a.ts")).toBeNull();
    cache.parsed("a.ts", "const a = 2;");
    expect(cache.lend("a.ts")?.text).toBe("const a = 2;");
  });

  it("kept-text: the text of a kept file is known", () => {
    const cache = createModuleCache();
    cache.parsed("a.ts", "const a = 1;");
    expect([cache.text("a.ts"), cache.text("b.ts")]).toEqual(["const a = 1;", undefined]);
  });

  it("no-module: packages, missing files and files that are no code have no module", () => {
    const graph = createModuleGraph(filesOf({ "a.ts": "", "b.json": "{}" }));
    const a = graph.module("a.ts");
    expect(graph.module("none.ts")).toBeNull();
    expect(graph.module("b.json")).toBeNull();
    expect(a === null ? undefined : graph.target(a, "rxjs")).toBeNull();
  });

  it("same-identity: specifiers of one file have one identity; what leads nowhere keeps its place or name", () => {
    const graph = createModuleGraph(filesOf({ "src/a.ts": "", "src/b/index.ts": "" }));
    const a = graph.module("src/a.ts");
    if (a === null) throw new Error("a.ts was given");
    expect(["./b", "./b/index", "../src/b/index.js"].map((specifier) => graph.identity(a, specifier))).toEqual(
      Array(3).fill("src/b/index.ts"),
    );
    expect(graph.identity(a, "./x/../gone")).toBe("./src/gone");
    expect(graph.identity(a, "rxjs")).toBe("rxjs");
  });

  it("consulted-files: the graph names the files that it parsed", () => {
    const graph = createModuleGraph(filesOf({ "a.ts": "", "b.ts": "" }));
    graph.module("b.ts");
    graph.module("c.ts");
    expect(graph.consulted()).toEqual(["b.ts"]);
  });
});
