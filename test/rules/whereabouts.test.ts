import { describe, expect, it } from "vitest";
import { moveFinder, nearestFinder } from "../../src/rules/whereabouts.ts";
import type { Workspace } from "../../src/workspace/workspace.ts";
import type { Files } from "../support/fixture.ts";
import { smallDesign, smallSource } from "../support/small-project.ts";
import { workspaceOf } from "../support/workspace.ts";

function workspaceWith(files: Files, moves: Readonly<Record<string, string>> = {}): Promise<Workspace> {
  const lost = { "docs/design/lost.md": smallDesign("lost") };
  return workspaceOf({ ...files, ...lost }, { snapshot: { moves: async () => new Map(Object.entries(moves)) } });
}

describe("moveFinder", () => {
  const moved = async (moves: Readonly<Record<string, string>>) =>
    moveFinder(await workspaceWith({ "src/b.tsx": smallSource("b") }, moves))("src/a.ts")?.source.path ?? null;

  it("any-extension: a move is followed whatever extension the file had or has", async () => {
    expect(await moved({ "src/a.js": "src/b.tsx" })).toBe("src/b.tsx");
    expect(await moved({ "src/a.config.ts": "src/b.tsx" })).toBeNull();
  });

  it("several-moves: a file that moved twice is followed to where it is", async () => {
    expect(await moved({ "src/a.ts": "src/x.ts", "src/x.ts": "src/y.ts", "src/y.ts": "src/b.tsx" })).toBe("src/b.tsx");
  });

  it("circle: moves in a circle end", async () => {
    expect(await moved({ "src/a.ts": "src/x.ts", "src/x.ts": "src/a.ts" })).toBeNull();
  });

  it("gone: a move to a file that is gone again leads nowhere", async () => {
    expect(await moved({ "src/a.ts": "src/gone.ts" })).toBeNull();
    expect(await moved({})).toBeNull();
  });
});

describe("nearestFinder", () => {
  const near = async (id: string, files: Files) =>
    nearestFinder(await workspaceWith(files), "documents")(id)?.component.id ?? null;

  it("namesake: the only source of the same base name is meant, however far away", async () => {
    expect(await near("a/store", { "src/far/away/store.ts": smallSource("store") })).toBe("far/away/store");
  });

  it("several-namesakes: of several sources of that base name the nearest is meant", async () => {
    const files = { "src/session/store.ts": smallSource("store"), "src/billing/store.ts": smallSource("store") };
    expect(await near("sessions/store", files)).toBe("session/store");
  });

  it("near-name: else the nearest name in the same folder is meant, among those that lack the artefact", async () => {
    const files = { "src/a/stores.ts": smallSource("stores"), "src/a/storey.ts": smallSource("storey") };
    expect(await near("a/store", { ...files, "docs/design/a/storey.md": smallDesign("storey") })).toBe("a/stores");
    expect(await near("zebra/crossing", files)).toBeNull();
  });
});
