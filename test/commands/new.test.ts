import { describe, expect, it } from "vitest";
import { runNew } from "../../src/commands/new.ts";
import { fileIn, projectFolder, recordingIo } from "../support/command-io.ts";

const types = [
  "algorithm",
  "module",
  "policy",
  "repository",
  "serializer",
  "service",
  "state-machine",
  "sync",
  "types",
];
const ask = (type: string, id: string) => ({ type, id, config: null });

describe("new", () => {
  it("every-type: a draft at the place of its kind", async () => {
    const folder = projectFolder({});
    for (const type of [...types, "ui-component"]) {
      const io = recordingIo(folder);
      expect(await runNew(ask(type, `made/of-${type}`), io)).toBe(0);
      const text = fileIn(folder, `docs/design/made/of-${type}.md`) ?? "";
      expect(text).toMatch(new RegExp(`^---\ntype: ${type}\n[\\s\\S]*status: draft\n---\n\n# Of `, "u"));
      expect(text).not.toContain("{{");
      expect(io.out()).toContain(`wrote    docs/design/made/of-${type}.md`);
      expect(io.out()).toContain(`src/made/of-${type}.ts`);
    }
    await runNew(ask("story", "a"), recordingIo(folder));
    expect(fileIn(folder, "docs/stories/a.md")).toContain("type: story\nstatus: draft\n");
    await runNew(ask("context", "a"), recordingIo(folder));
    expect(fileIn(folder, "docs/architecture/a.md")).toContain("type: context\nstatus: draft\n");
  });

  it("exists: never overwritten, also where git ignores it", async () => {
    const folder = projectFolder({ "docs/design/a.md": "mine" });
    await expect(runNew(ask("module", "a"), recordingIo(folder))).rejects.toMatchObject({ code: "exists" });
    expect(fileIn(folder, "docs/design/a.md")).toBe("mine");
    const ignoring = projectFolder({ ".gitignore": "docs\n", "docs/design/a.md": "mine" });
    await expect(runNew(ask("module", "a"), recordingIo(ignoring))).rejects.toMatchObject({ code: "file-exists" });
    expect(fileIn(ignoring, "docs/design/a.md")).toBe("mine");
  });

  it("unknown-type: the nearest is named", async () => {
    const folder = projectFolder({});
    await expect(runNew(ask("servce", "a"), recordingIo(folder))).rejects.toMatchObject({
      code: "unknown-type",
      hint: expect.stringContaining("did you mean service?"),
    });
  });

  it("invalid-id: refused, and nothing is written", async () => {
    const folder = projectFolder({});
    for (const id of ["../a", "/a", "a b", 'a"', "a\\b"]) {
      await expect(runNew(ask("module", id), recordingIo(folder))).rejects.toMatchObject({ code: "invalid-id" });
    }
    expect(fileIn(folder, "docs")).toBeUndefined();
  });

  it("own-template: a type of the config takes its own, and without one it is an error", async () => {
    const type = { schema: "design/gateway.schema.json" };
    const config = (gateway: object) => JSON.stringify({ version: 1, types: { gateway } });
    const schema = '{ "$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object" }';
    const folder = projectFolder({
      ".designrc.json": config({ ...type, template: "design/gateway.md" }),
      "design/gateway.schema.json": schema,
      "design/gateway.md": "---\ntype: {{type}}\nstatus: draft\n---\n\n# Gateway {{title}}\n",
    });
    await runNew(ask("gateway", "a-b"), recordingIo(folder));
    expect(fileIn(folder, "docs/design/a-b.md")).toBe("---\ntype: gateway\nstatus: draft\n---\n\n# Gateway A b\n");
    const bare = projectFolder({ ".designrc.json": config(type), "design/gateway.schema.json": schema });
    await expect(runNew(ask("gateway", "a"), recordingIo(bare))).rejects.toMatchObject({ code: "no-template" });
  });
});
