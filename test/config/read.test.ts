import { expect, it } from "vitest";
import { readFile } from "../../src/config/read.ts";
import { UserError } from "../../src/user-error.ts";

const entry = { id: "1", mode: "100644", read: async () => Uint8Array.of(1) };
const snapshotWith = (changed: Partial<typeof entry>) => ({
  root: "/r",
  files: new Map([["a.json", { ...entry, ...changed }]]),
  notices: [],
});

it("gives the bytes", async () => {
  expect(await readFile(snapshotWith({}), "a.json")).toEqual(Uint8Array.of(1));
});

it("symlink: a symlink is refused, since its target may lie anywhere", async () => {
  await expect(readFile(snapshotWith({ mode: "120000" }), "a.json")).rejects.toMatchObject({
    code: "config-invalid",
    message: "The config a.json is a symlink, expected a file",
  });
});

it("unreadable: a file that cannot be read keeps its code and names the config", async () => {
  const read = async () => {
    throw new UserError("unreadable", "permission denied");
  };
  await expect(readFile(snapshotWith({ read }), "a.json")).rejects.toMatchObject({
    code: "unreadable",
    message: "The config a.json cannot be read: permission denied",
    place: { path: "a.json" },
  });
});

it("bug: any other failure passes as it is", async () => {
  const read = async () => {
    throw new TypeError("bug");
  };
  await expect(readFile(snapshotWith({ read }), "a.json")).rejects.toThrow(TypeError);
});

it("missing: a file that is not in the snapshot is an error", async () => {
  await expect(readFile(snapshotWith({}), "b.json")).rejects.toMatchObject({ code: "config-invalid" });
});
