import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findProject } from "../../src/commands/find-project.ts";
import { projectFolder } from "../support/command-io.ts";

const config = (source: string) =>
  JSON.stringify({ version: 1, components: [{ source, design: "docs/{path}.md", test: "t/{path}.test.ts" }] });

describe("find project", () => {
  it("named-config: decides root and settings", async () => {
    const files = { "src/x.ts": "", "sub/my.json": config("lib/{path}.ts"), "sub/lib/a.ts": "" };
    const folder = projectFolder(files);
    const project = await findProject(folder, "sub/my.json");
    expect(project.root).toBe(join(folder, "sub"));
    expect(project.config.scopes.at(-1)?.settings.components[0]?.source).toBe("lib/{path}.ts");
  });

  it("no-config: the defaults serve, from the root of the repository", async () => {
    const folder = projectFolder({ "src/x.ts": "" });
    const project = await findProject(join(folder, "src"), null);
    expect(project.root).toBe(folder);
    expect([...project.snapshot.files.keys()]).toEqual(["src/x.ts"]);
    expect(project.config.scopes).toHaveLength(1);
  });
});
