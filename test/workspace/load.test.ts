import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config/load.ts";
import { createPlatform } from "../../src/host/platform.ts";
import { memorySnapshot } from "../../src/snapshot.ts";
import { loadWorkspace } from "../../src/workspace/load.ts";
import { createOracleSource } from "../../src/workspace/oracle-source.ts";
import { interfaceProject } from "../support/interface-project.ts";

const platform = createPlatform();
const cache = { get: () => undefined, set: () => undefined };

describe("loadWorkspace", () => {
  it("real-parts: documents are validated by their schemas and interfaces are compared", async () => {
    const files = interfaceProject("export const a: string = '';\n", "export declare const a: number;");
    const page = (files["docs/design/thing.md"] ?? "").replace("## Edge cases", "## Other cases");
    const snapshot = memorySnapshot({ ...files, "docs/design/thing.md": page });
    const config = await loadConfig(snapshot, platform);
    const { workspace, facts } = await loadWorkspace(snapshot, platform, {
      config,
      cache,
      oracles: createOracleSource(platform),
    });
    expect(workspace.documents[0]?.violations?.map(({ message }) => message)).toEqual([
      expect.stringContaining("Edge cases"),
    ]);
    expect(workspace.components.get("thing")?.interface?.findings.map(({ rule }) => rule)).toEqual([
      "interface/changed",
    ]);
    expect(facts.unreadable).toEqual([]);
  });
});
