import { expect, it } from "vitest";
import { policyFiles, policyPaths, signersPath } from "../../../src/workspace/approvals/policy-files.ts";
import { configOf, snapshotOf } from "../../support/configs.ts";

async function pathsOf(files: Readonly<Record<string, string | object>>): Promise<readonly string[]> {
  return policyPaths(snapshotOf(files), await configOf(files));
}

it("configs: every .designrc.json counts, below exemptions too, with what it extends", async () => {
  const files = {
    ".designrc.json": { extends: "./a.json", exempt: [{ files: ["examples/**"], reason: "apart" }] },
    "a.json": {},
    "b.json": {},
    "examples/.designrc.json": {},
  };
  expect(await pathsOf(files)).toEqual([
    ".design-baseline.json",
    ".design/allowed_signers",
    ".designrc.json",
    "a.json",
    "examples/.designrc.json",
  ]);
});

it("named: signers, schemas and templates that configs name, and the baseline", async () => {
  const types = { gateway: { schema: "s.json", template: "t.md" } };
  const files = { "lib/.designrc.json": { types }, "lib/s.json": "{}", "lib/t.md": "" };
  expect(await pathsOf(files)).toEqual(
    expect.arrayContaining(["lib/s.json", "lib/t.md", ".design/allowed_signers", ".design-baseline.json"]),
  );
  expect(signersPath({ signers: "keys" })).toBe("keys");
});

it("existing: of the paths only files that exist are hashed", async () => {
  const found = await policyFiles(snapshotOf({ a: "1" }), ["a", "b"]);
  expect(found).toEqual([{ path: "a", hash: expect.stringMatching(/^[0-9a-f]{64}$/u) }]);
});
