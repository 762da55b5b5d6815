import { expect, it } from "vitest";
import { rootOnly } from "../../src/config/extends.ts";
import { settingsFor } from "../../src/config/settings.ts";
import { configOf, errorOf } from "../support/configs.ts";

const rule = "structure/missing-test";
const severityOf = async (...args: Parameters<typeof configOf>) =>
  settingsFor(await configOf(...args), "x.ts").rules[rule]?.severity;

it("preset: shipped configs are named by design-lint/", async () => {
  expect(await severityOf({ ".designrc.json": { extends: "design-lint/adopt" } })).toBe("warn");
  expect(await severityOf({ ".designrc.json": { extends: "design-lint/recommended" } })).toBeUndefined();
  expect(await errorOf({ ".designrc.json": { extends: "design-lint/strcit" } })).toMatchObject({
    message: "Unknown shipped config `design-lint/strcit`",
    hint: "Did you mean design-lint/strict?",
    at: '"design-lint/strcit"',
  });
});

it("order: later entries win over earlier ones, the config itself over all", async () => {
  const files = { "off.json": { rules: { [rule]: "off" } }, "info.json": { rules: { [rule]: "info" } } };
  expect(await severityOf({ ...files, ".designrc.json": { extends: ["./off.json", "./info.json"] } })).toBe("info");
  expect(
    await severityOf({ ...files, ".designrc.json": { extends: ["./off.json"], rules: { [rule]: "error" } } }),
  ).toBe("error");
});

it("chain: an extended config may extend others, relative to its own folder", async () => {
  const files = { "a/b/one.json": { extends: "../two.json" }, "a/two.json": { extends: "@acme/rc" } };
  const packages = { "@acme/rc": `{"rules": {"${rule}": "info"}}` };
  expect(await severityOf({ ...files, ".designrc.json": { extends: "./a/b/one.json" } }, packages)).toBe("info");
});

it("base: patterns of an extended config are relative to the folder of the config that it serves", async () => {
  const config = await configOf({
    "common/base.json": { stories: "stories/{path}.md" },
    "packages/a/.designrc.json": { extends: "../../common/base.json" },
  });
  expect(settingsFor(config, "packages/a/x.ts").stories).toMatchObject({
    base: "packages/a",
    place: { path: "common/base.json" },
  });
});

it("package-place: settings of a package stand where the repository names the package", async () => {
  const config = await configOf(
    { ".designrc.json": { extends: ["@acme/rc"] } },
    { "@acme/rc": '{"stories": "s/{path}.md"}' },
  );
  expect(settingsFor(config, "").stories.place).toEqual({ path: ".designrc.json", range: { start: 12, end: 22 } });
});

it("circle: configs that extend each other are refused", async () => {
  const files = { "a.json": { extends: "./b.json" }, "b.json": { extends: "./a.json" } };
  expect(await errorOf({ ...files, ".designrc.json": { extends: "./a.json" } })).toMatchObject({
    message: "Unexpected circle of `extends`: .designrc.json → a.json → b.json → a.json",
    path: "b.json",
  });
});

it("missing: a config that does not exist is refused, with the one that was probably meant", async () => {
  expect(await errorOf({ "design/base.json": {}, ".designrc.json": { extends: "./base.json" } })).toMatchObject({
    message: "The config base.json does not exist",
    hint: "Did you mean design/base.json?",
  });
  expect(await errorOf({ "base.json": {}, ".designrc.json": { extends: "base.json" } })).toMatchObject({
    message: "The package config `base.json` cannot be found",
    hint: "Did you mean ./base.json?",
  });
  expect((await errorOf({ ".designrc.json": { extends: "strict" } })).hint).toBe("Did you mean design-lint/strict?");
  expect((await errorOf({ ".designrc.json": { extends: "@acme/rc" } })).hint).toContain("Install the package");
});

it("outside: paths out of the repository are refused", async () => {
  for (const target of ["../x.json", "/etc/x.json", "C:/x.json"]) {
    expect((await errorOf({ ".designrc.json": { extends: target } })).at).toBe(JSON.stringify(target));
  }
});

it("package-path: the config of a package cannot lead to other files", async () => {
  const error = await errorOf({ ".designrc.json": { extends: "@acme/rc" } }, { "@acme/rc": '{"extends": "./x.json"}' });
  expect(error).toMatchObject({ path: "/memory/node_modules/@acme/rc/designrc.json", at: '"./x.json"' });
});

it("root-only: project and approvals never come through extends", async () => {
  const error = await errorOf({ "a.json": { approvals: {} }, ".designrc.json": { extends: "./a.json" } });
  expect(error).toMatchObject({ path: "a.json", message: rootOnly("approvals")[0], at: "{}" });
  const project = '{"project": "urn:uuid:6e2e8d0e-4f7e-4b8a-9d8c-7f1b9a3b2c11"}';
  expect((await errorOf({ ".designrc.json": { extends: "p" } }, { p: project })).message).toContain("`project`");
});
