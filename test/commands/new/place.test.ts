import { describe, expect, it } from "vitest";
import { placeFor } from "../../../src/commands/new/place.ts";
import { loadConfig } from "../../../src/config/load.ts";
import { createPlatform } from "../../../src/host/platform.ts";
import { memorySnapshot } from "../../../src/snapshot.ts";

async function place(type: string, id: string, configs: Readonly<Record<string, object>> = {}) {
  const texts = Object.entries(configs).map(([path, config]) => [path, JSON.stringify({ version: 1, ...config })]);
  const config = await loadConfig(memorySnapshot(Object.fromEntries(texts)), createPlatform());
  const { path, source } = placeFor(config, type, id);
  return [path, source];
}

const inPackages = {
  components: [
    {
      source: "packages/{package}/src/{path}.ts",
      design: "packages/{package}/docs/{path}.md",
      test: "packages/{package}/test/{path}.test.ts",
    },
  ],
};

describe("place", () => {
  it("by-kind: stories, contexts and components have their own patterns", async () => {
    expect(await place("story", "a/b")).toEqual(["docs/stories/a/b.md", null]);
    expect(await place("context", "a/b")).toEqual(["docs/architecture/a/b.md", null]);
    expect(await place("state-machine", "a/b")).toEqual(["docs/design/a/b.md", "src/a/b.ts"]);
  });

  it("monorepo: the first segments fill the other placeholders", async () => {
    expect(await place("module", "core/a/b", { ".designrc.json": inPackages })).toEqual([
      "packages/core/docs/a/b.md",
      "packages/core/src/a/b.ts",
    ]);
  });

  it("nested-config: an id that begins with its folder goes there", async () => {
    const own = { components: [{ source: "lib/{path}.ts", design: "design/{path}.md", test: "lib/{path}.test.ts" }] };
    const configs = { ".designrc.json": {}, "apps/w/.designrc.json": own };
    expect(await place("module", "apps/w/x", configs)).toEqual(["apps/w/design/x.md", "apps/w/lib/x.ts"]);
    expect(await place("module", "x", configs)).toEqual(["docs/design/x.md", "src/x.ts"]);
  });

  it("unknown-type: the nearest is named", async () => {
    await expect(place("modul", "a")).rejects.toMatchObject({
      code: "unknown-type",
      hint: expect.stringContaining("did you mean module?"),
    });
    await expect(place("constructor", "a")).rejects.toMatchObject({ code: "unknown-type" });
  });

  it("unusable-id: an id that no pattern gives", async () => {
    await expect(place("module", "core", { ".designrc.json": inPackages })).rejects.toMatchObject({
      code: "unusable-id",
    });
  });
});
