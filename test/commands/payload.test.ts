import { beforeAll, expect, it } from "vitest";
import { statementText } from "../../src/approval/statement.ts";
import { runPayload } from "../../src/commands/payload.ts";
import {
  approvedProject,
  designText,
  entryFor,
  type Files,
  paths,
  people,
  projectId,
} from "../support/approved-project.ts";
import { projectFolder, recordingIo } from "../support/command-io.ts";

let keys: ReadonlyMap<string, string> = new Map();
let files: Files = {};
beforeAll(() => {
  keys = people(["alice", "bob"]);
  files = approvedProject(keys);
});

it("prints exactly what is signed, and nothing else on standard output", async () => {
  const io = recordingIo(projectFolder(files));
  expect(await runPayload(paths.design, { signer: "alice@example.com" }, io)).toBe(0);
  const time = /^time: (.+)$/mu.exec(io.out())?.[1] ?? "";
  const signing = {
    path: paths.design,
    gate: "design",
    key: keys.get("alice") ?? "",
    signer: "alice@example.com",
    time,
  };
  const { signature, upstream: _, ...entry } = entryFor(designText, signing);
  expect(signature).not.toBe("");
  const upstream = [...io.out().matchAll(/^upstream: (\S+) (\S+)$/gmu)].map(([, path = "", digest = ""]) => ({
    path,
    digest,
  }));
  expect(upstream).toHaveLength(1);
  const statement = statementText({ ...entry, upstream, project: projectId, document: paths.design });
  expect(io.out()).toBe(statement.ok ? statement.text : "");
});

it("no-address: a signer whom nobody knows is told that it would not count", async () => {
  const io = recordingIo(projectFolder(files));
  await runPayload(paths.design, { signer: "eve@example.com" }, io);
  expect(io.err()).toContain("would not count");
});

it("no-document: what is no document of the project is refused", async () => {
  for (const path of ["src/sessions/store.ts", "docs/design/none.md", "../x.md"])
    await expect(runPayload(path, { signer: "a@b" }, recordingIo(projectFolder(files)))).rejects.toMatchObject({
      code: "no-such-document",
    });
});

it("no-gates: without gates there is nothing to sign", async () => {
  const bare = { ...files, [paths.config]: '{ "version": 1 }' };
  await expect(runPayload(paths.design, { signer: "a@b" }, recordingIo(projectFolder(bare)))).rejects.toMatchObject({
    code: "approvals-off",
  });
});
