import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config/load.ts";
import { settingsFor } from "../../src/config/settings.ts";
import { configOf, errorOf, platformWith, snapshotOf } from "../support/configs.ts";

const components = [{ source: "lib/{path}.ts", design: "lib/{path}.md", test: "lib/{path}.test.ts" }];
const project = "urn:uuid:6e2e8d0e-4f7e-4b8a-9d8c-7f1b9a3b2c11";

describe("which files count", () => {
  it("no-config: without any config the defaults serve, with a notice that names init", async () => {
    const config = await configOf({ "src/a.ts": "" });
    expect(config.notices).toMatchObject([{ code: "no-config", message: expect.stringContaining("design-lint init") }]);
    expect(config.scopes).toMatchObject([{ folder: "", file: null, settings: { idPrefix: "" } }]);
  });

  it("empty: an empty config is the defaults without a notice", async () => {
    const config = await configOf({ ".designrc.json": { version: 1 } });
    expect(config.notices).toEqual([]);
    expect(config.scopes[0]?.settings).toEqual((await configOf({})).scopes[0]?.settings);
  });

  it("depth-order: the deepest folder comes first, the root last, even where it has no config", async () => {
    const config = await configOf({ "a/b/.designrc.json": {}, "c/.designrc.json": {}, "a/.designrc.json": {} });
    expect(config.scopes.map(({ folder }) => folder)).toEqual(["a/b", "c", "a", ""]);
    expect(config.scopes.at(-1)?.file).toBeNull();
  });

  it("named-file: a file named on the command line takes the place of the root's", async () => {
    const snapshot = snapshotOf({
      ".designrc.json": { stories: "a/{path}.md" },
      "ci/strict.json": { stories: "b/{path}.md" },
    });
    const config = await loadConfig(snapshot, platformWith(), { file: "./ci/strict.json" });
    expect(config.scopes).toMatchObject([
      { folder: "", file: "ci/strict.json", settings: { stories: { pattern: "b/{path}.md", base: "" } } },
    ]);
    await expect(loadConfig(snapshot, platformWith(), { file: "ci/strct.json" })).rejects.toMatchObject({
      code: "config-invalid",
      hint: "Did you mean ci/strict.json?",
    });
  });

  it("files: the files in the repository that spoke are told, extended ones too, those of packages not", async () => {
    const snapshot = snapshotOf({
      ".designrc.json": { extends: ["./ci/base.json", "@acme/rc"] },
      "ci/base.json": {},
      "a/.designrc.json": {},
      "ci/other.json": {},
    });
    const { files } = await loadConfig(snapshot, platformWith({ "@acme/rc": "{}" }));
    expect(files).toEqual([".designrc.json", "a/.designrc.json", "ci/base.json"]);
  });

  it("exempt-config: a config below an exemption that owes nothing is not read", async () => {
    const exempt = (owes: string[]) => ({ exempt: [{ files: ["examples/**"], reason: "a project of its own", owes }] });
    const broken = { "examples/one/.designrc.json": "{" };
    expect((await configOf({ ".designrc.json": exempt([]), ...broken })).scopes).toHaveLength(1);
    expect((await errorOf({ ".designrc.json": exempt(["test"]), ...broken })).path).toBe("examples/one/.designrc.json");
  });
});

describe("inheritance", () => {
  it("root-stops: a config that says root inherits nothing and has the default layout below itself", async () => {
    const config = await configOf({
      ".designrc.json": { components, rules: { "structure/missing-test": "off" } },
      "a/.designrc.json": { root: true },
    });
    expect(settingsFor(config, "a/x.ts")).toMatchObject({ rules: {}, idPrefix: "a", components: [{ base: "a" }] });
  });

  it("id-prefix: ids begin with the folder of the nearest config that has a layout of its own", async () => {
    const config = await configOf({
      ".designrc.json": { components },
      "a/.designrc.json": { rules: {} },
      "b/.designrc.json": { stories: "s/{path}.md" },
      "b/c/.designrc.json": { rules: {} },
      "layout.json": { components },
      "d/.designrc.json": { extends: "../layout.json" },
    });
    const prefixes = ["x.ts", "a/x.ts", "b/x.ts", "b/c/x.ts", "d/x.ts"].map(
      (path) => settingsFor(config, path).idPrefix,
    );
    expect(prefixes).toEqual(["", "", "b", "b", "d"]);
  });

  it("root-only: project and approvals stand in the root config only", async () => {
    const config = await configOf({ ".designrc.json": { project, approvals: { gates: {} } } });
    expect(config).toMatchObject({ project, approvals: { gates: {} } });
    expect(await errorOf({ "a/.designrc.json": { project } })).toMatchObject({
      path: "a/.designrc.json",
      message: "Unexpected key `project`, expected in the root config only",
      at: JSON.stringify(project),
    });
  });
});

describe("what cannot be used", () => {
  it("unknown-rule: a rule that neither runs nor is listed in the shipped schema is an error with did you mean, also in overrides", async () => {
    const overrides = [{ files: ["src/**"], rules: { "structure/mising-test": "warn" } }];
    const text = JSON.stringify({ overrides, rules: { "trace/cycle": "off", "structure/nowhere": "off" } }, null, 1);
    const error = await errorOf({ ".designrc.json": text });
    expect(error).toMatchObject({ code: "config-invalid", at: "structure/mising-test" });
    expect(error.message).toContain("2 problems in the config");
    expect(error.message).toContain("expected `structure/missing-test`");
    expect(error.message).toContain("Unexpected key `structure/nowhere` in `rules`");
  });

  it("unlisted-rule: a rule that runs needs no entry in the shipped schema; its options are judged by its own", async () => {
    const options = { type: "object", additionalProperties: false, properties: { size: { type: "number" } } };
    const catalogue = [{ id: "zoo/lion", severity: "warning" as const, adopt: true, options }];
    const load = async (config: object) =>
      (await loadConfig(snapshotOf({ ".designrc.json": config }), platformWith(), { catalogue })).scopes[0]?.settings;
    const settings = await load({
      extends: "design-lint/adopt",
      overrides: [{ files: ["a"], rules: { "zoo/lion": "off" } }],
    });
    expect(settings?.rules["zoo/lion"]).toEqual({ severity: "warn", options: {} });
    expect((await load({ rules: { "zoo/lion": ["error", { size: 1 }] } }))?.rules["zoo/lion"]?.options).toEqual({
      size: 1,
    });
    await expect(load({ rules: { "zoo/lion": ["error", { sise: 1 }] } })).rejects.toMatchObject({
      code: "config-invalid",
      hint: "Rename it to `size`",
    });
  });

  it("unknown-key: a key that nobody knows is an error with did you mean", async () => {
    expect(await errorOf({ ".designrc.json": { component: [] } })).toEqual({
      code: "config-invalid",
      message: "Unexpected key `component`, expected `components`",
      hint: "Rename it to `components`",
      path: ".designrc.json",
      at: "component",
    });
  });

  it("new-type: a type that is not shipped needs a schema, its own or an inherited one", async () => {
    expect(await errorOf({ ".designrc.json": { types: { gateway: { route: "design" } } } })).toMatchObject({
      message: "Missing key `schema` in `types.gateway`, which is no shipped type",
    });
    const files = { "g.json": "{}", ".designrc.json": { types: { gateway: { schema: "g.json" } } } };
    const config = await configOf({ ...files, "a/.designrc.json": { types: { gateway: { route: "direct" } } } });
    expect(settingsFor(config, "a/x.ts").types.gateway).toMatchObject({
      schema: "g.json",
      route: "direct",
      template: null,
    });
  });

  it("contradiction: approvals that nobody could give are an error", async () => {
    expect((await errorOf({ ".designrc.json": { approvals: { gates: { design: { role: "nobody" } } } } })).at).toBe(
      '"nobody"',
    );
  });

  it("checked: patterns, globs and paths are checked in every file, extended ones too", async () => {
    expect((await errorOf({ "a.json": { stories: "x.md" }, ".designrc.json": { extends: "./a.json" } })).path).toBe(
      "a.json",
    );
  });
});
