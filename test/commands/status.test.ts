import { beforeAll, describe, expect, it } from "vitest";
import { runStatus, type StatusFlags } from "../../src/commands/status.ts";
import { approvedProject, designText, paths, people } from "../support/approved-project.ts";
import { recordingIo } from "../support/command-io.ts";
import { commitAll, type TempFolder, tempRepository } from "../support/temp-git.ts";

let keys: ReadonlyMap<string, string> = new Map();
beforeAll(() => {
  keys = people(["alice", "bob"]);
});

function project(): TempFolder {
  const folder = tempRepository();
  for (const [path, text] of Object.entries(approvedProject(keys))) folder.write(path, text);
  commitAll(folder);
  return folder;
}

async function status(folder: TempFolder, ids: readonly string[] = [], flags: Partial<StatusFlags> = {}) {
  const io = { ...recordingIo(folder.path), version: "1.2.3" };
  const code = await runStatus(ids, { format: "pretty", ...flags }, io);
  return { code, out: io.out(), err: io.err(), line: (id: string) => lineOf(io.out(), id) };
}

const lineOf = (out: string, id: string) =>
  out
    .split("\n")
    .find((line) => line.startsWith(`${id} `))
    ?.split(/ {2,}/u);

describe("status", () => {
  it("shows each component, context and story in a line, and gives 0", async () => {
    const { code, line } = await status(project());
    expect(code).toBe(0);
    expect(line("sessions/store")).toEqual([
      "sessions/store",
      "module",
      "implemented",
      "valid (software key)",
      "none",
      "1",
      "off",
    ]);
    expect(line("sessions")?.slice(1, 4)).toEqual(["context", "implemented", "valid (software key)"]);
  });

  it("findings: what is wrong is shown and still gives 0", async () => {
    const folder = project();
    folder.write(paths.design, designText);
    folder.write(paths.source, "export const limit: string = '';\nexport const more: number = 1;\n");
    const { code, line } = await status(folder);
    expect(code).toBe(0);
    expect(line("sessions/store")?.slice(3, 5)).toEqual(["missing", "2 changed"]);
  });

  it("ids: an id stands for itself and for what lies below it; one that is unknown is an error", async () => {
    const folder = project();
    expect((await status(folder, ["sessions/store"])).out.trim().split("\n")).toHaveLength(2);
    expect((await status(folder, ["sessions/"])).out.trim().split("\n")).toHaveLength(3);
    await expect(status(folder, ["sessions/stor"])).rejects.toMatchObject({
      code: "unknown-id",
      hint: "did you mean sessions/store?",
    });
    await expect(status(folder, ["store"])).rejects.toMatchObject({ code: "unknown-id" });
  });

  it("json: the same as data; another format is a usage error", async () => {
    const { out } = await status(project(), ["sessions/store"], { format: "json" });
    expect(JSON.parse(out)).toMatchObject({ version: 1, rows: [{ component: "sessions/store", drift: "none" }] });
    await expect(status(project(), [], { format: "xml" })).rejects.toMatchObject({ code: "usage" });
  });

  it("config: another config counts as in a check: its folder becomes the root", async () => {
    const folder = project();
    folder.write("packages/one/src/a.ts", "export const a: number = 1;\n");
    folder.write("packages/one/lint.json", '{ "version": 1 }\n');
    commitAll(folder);
    const { out, line } = await status(folder, [], { config: "packages/one/lint.json" });
    expect(out.trim().split("\n")).toHaveLength(2);
    expect(line("a")?.slice(2, 4)).toEqual(["no design", "off"]);
    await expect(status(folder, [], { config: "packages/one/gone.json" })).rejects.toMatchObject({
      code: "config-invalid",
    });
  });

  it("missing-ref: a policy ref that is not here is an error", async () => {
    await expect(status(project(), [], { policyRef: "origin/main" })).rejects.toMatchObject({ code: "unknown-ref" });
  });
});
