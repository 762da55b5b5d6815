import { describe, expect, it } from "vitest";
import type { InterfacePair } from "../../src/workspace/ports.ts";
import { configOf, exemption, settingsWith } from "../support/config.ts";
import type { Files } from "../support/fixture.ts";
import { designText, workspaceOf } from "../support/workspace.ts";

const code = "export const a: number = 1;\n";

async function comparedIn(files: Files, exempt: readonly string[] = []): Promise<readonly string[]> {
  const seen: InterfacePair[] = [];
  const { components } = await workspaceOf(files, {
    config: configOf(settingsWith({ exempt: exempt.length === 0 ? [] : [exemption(exempt)] })),
    compare: async (pairs) => {
      seen.push(...pairs);
      return pairs.map(({ source }) => ({ findings: [], compared: source.path.length, consulted: [] }));
    },
  });
  const judged = [...components.values()].filter((component) => component.interface !== null);
  for (const component of judged) expect(component.interface?.compared).toBe(component.sources[0]?.path.length);
  return seen.map(({ source, document }) => `${source.path} ${document.path}`);
}

describe("withInterfaces", () => {
  it("gives each verdict to its own component", async () => {
    const files = {
      "src/a.ts": code,
      "src/bb.ts": code,
      "docs/design/a.md": designText(),
      "docs/design/bb.md": designText(),
    };
    expect(await comparedIn(files)).toEqual(["src/a.ts docs/design/a.md", "src/bb.ts docs/design/bb.md"]);
  });

  it("one-of-each: nothing is compared unless there is exactly one source and one document", async () => {
    expect(await comparedIn({ "src/a.ts": code, "docs/design/b.md": designText() })).toEqual([]);
    expect(await comparedIn({ "src/a.ts": code, "src/a.tsx": code, "docs/design/a.md": designText() })).toEqual([]);
  });

  it("exempt-document: is compared with nothing", async () => {
    expect(await comparedIn({ "src/a.ts": code, "docs/design/a.md": designText() }, ["docs/**"])).toEqual([]);
  });
});
