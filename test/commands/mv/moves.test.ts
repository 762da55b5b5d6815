import { describe, expect, it } from "vitest";
import { planMoves } from "../../../src/commands/mv/moves.ts";
import { loadConfig } from "../../../src/config/load.ts";
import { createPlatform } from "../../../src/host/platform.ts";
import { memorySnapshot } from "../../../src/snapshot.ts";

const configOf = (text: object) => JSON.stringify({ version: 1, ...text });

async function plan(
  files: readonly string[],
  from: string,
  to: string,
  configs: Readonly<Record<string, string>> = {},
) {
  const texts = { ...Object.fromEntries(files.map((path) => [path, ""])), ...configs };
  const config = await loadConfig(memorySnapshot(texts), createPlatform());
  const { moves, kinds } = planMoves(new Set(Object.keys(texts)), config, { from, to });
  return { moves: Object.fromEntries(moves), kinds: [...kinds] };
}

const inPackages = {
  ".designrc.json": configOf({
    components: [
      {
        source: "packages/{package}/src/{path}.{ts,tsx}",
        design: "packages/{package}/docs/{path}.md",
        test: "packages/{package}/test/{path}.{test,spec}.{ts,tsx}",
      },
    ],
  }),
};

describe("moves", () => {
  it("extensions: each file keeps its extension and infix", async () => {
    const files = ["packages/a/src/x.tsx", "packages/a/docs/x.md", "packages/a/test/x.spec.ts"];
    expect((await plan(files, "a/x", "a/y/z", inPackages)).moves).toEqual({
      "packages/a/src/x.tsx": "packages/a/src/y/z.tsx",
      "packages/a/docs/x.md": "packages/a/docs/y/z.md",
      "packages/a/test/x.spec.ts": "packages/a/test/y/z.spec.ts",
    });
  });

  it("whatever-exists: what there is moves", async () => {
    expect(await plan(["src/a.ts", "src/c.ts"], "a", "b")).toEqual({
      moves: { "src/a.ts": "src/b.ts" },
      kinds: ["component"],
    });
    expect((await plan(["docs/design/a.md", "src/c.ts"], "a", "b/c")).moves).toEqual({
      "docs/design/a.md": "docs/design/b/c.md",
    });
  });

  it("story-or-context: a document of another kind moves alone", async () => {
    expect(await plan(["docs/stories/a.md", "src/c.ts"], "a", "b")).toEqual({
      moves: { "docs/stories/a.md": "docs/stories/b.md" },
      kinds: ["story"],
    });
    expect((await plan(["docs/architecture/a.md"], "a", "b")).kinds).toEqual(["context"]);
  });

  it("placeholders: into another package", async () => {
    expect((await plan(["packages/a/src/x.ts"], "a/x", "b/y", inPackages)).moves).toEqual({
      "packages/a/src/x.ts": "packages/b/src/y.ts",
    });
  });

  it("other-scope: into a folder with a config of its own", async () => {
    const own = {
      components: [{ source: "lib/{path}.{js,ts}", design: "design/{path}.md", test: "lib/{path}.test.{js,ts}" }],
    };
    const configs = { ".designrc.json": configOf({}), "apps/w/.designrc.json": configOf(own) };
    const files = ["src/a.ts", "docs/design/a.md", "test/a.test.ts", "apps/w/lib/x.ts"];
    expect((await plan(files, "a", "apps/w/b", configs)).moves).toEqual({
      "src/a.ts": "apps/w/lib/b.ts",
      "docs/design/a.md": "apps/w/design/b.md",
      "test/a.test.ts": "apps/w/lib/b.test.ts",
    });
    expect((await plan(files, "apps/w/x", "a/b", configs)).moves).toEqual({ "apps/w/lib/x.ts": "src/a/b.ts" });
  });

  it("unknown-id: the nearest is named", async () => {
    await expect(plan(["src/sessions/store.ts"], "session/store", "x")).rejects.toMatchObject({
      code: "unknown-id",
      hint: "did you mean sessions/store?",
    });
  });

  it("in-the-way: a file that stands at a target is an error", async () => {
    await expect(plan(["src/a.ts", "docs/design/b.md"], "a", "b")).resolves.toBeDefined();
    await expect(plan(["src/a.ts", "docs/design/a.md", "docs/design/b.md"], "a", "b")).rejects.toMatchObject({
      code: "exists",
      place: { path: "docs/design/b.md" },
    });
  });

  it("unusable-id: an id that no pattern gives", async () => {
    await expect(plan(["packages/a/src/x.ts"], "a/x", "b", inPackages)).rejects.toMatchObject({ code: "unusable-id" });
  });

  it("same-id: an error", async () => {
    await expect(plan(["src/a.ts"], "a", "a")).rejects.toMatchObject({ code: "usage" });
  });
});
