import { beforeAll, expect, it } from "vitest";
import { listedRuleIds, type RuleIds, withRuleIds } from "../../src/config/rule-ids.ts";
import { loadShipped } from "../../src/schema/shipped.ts";
import type { Validate } from "../../src/schema/validator.ts";
import { errorOf, platformWith } from "../support/configs.ts";

const platform = platformWith();
let shipped: Validate = () => [];
beforeAll(async () => {
  shipped = await loadShipped(platform, "designrc");
});

const ids: RuleIds = { running: new Set(["zoo/lion"]), listed: () => listedRuleIds(platform) };
const unknown = (config: unknown) =>
  withRuleIds(
    shipped,
    ids,
  )(config).map(({ keyword, pointer, params }) => ({ keyword, at: [pointer, params.additionalProperty] }));

it("union: an id passes that runs or is listed, and both may be meant by one that does not", async () => {
  expect(unknown({ rules: { "zoo/lion": "warn", "structure/missing-test": "warn", "trace/cycle": "off" } })).toEqual(
    [],
  );
  expect(unknown({ rules: { "zoo/tiger": "warn" } })).toEqual([
    { keyword: "additionalProperties", at: ["/rules", "zoo/tiger"] },
  ]);
  const [error] = withRuleIds(shipped, ids)({ rules: { "zoo/loin": "warn" } });
  expect(error?.schema.properties).toMatchObject({ "zoo/lion": true, "structure/missing-test": true });
  for (const [written, meant] of [
    ["trace/cycel", "trace/cycle"],
    ["structure/mising-test", "structure/missing-test"],
  ]) {
    const said = await errorOf({ ".designrc.json": `{"rules": {"${written}": "warn"}}` });
    expect(said).toMatchObject({ code: "config-invalid", hint: `Rename it to \`${meant}\``, at: written });
  }
});

it("overrides: the rules of each override are judged like those above", () => {
  const overrides = [
    { files: ["a/**"], rules: { "zoo/lion": "warn" } },
    { files: ["b/**"], rules: { "zoo/tiger": "warn" } },
  ];
  expect(unknown({ rules: { "zoo/bear": "warn" }, overrides }).map(({ at }) => at)).toEqual([
    ["/rules", "zoo/bear"],
    ["/overrides/1/rules", "zoo/tiger"],
  ]);
});

it("form: an id that is no id at all gets one error, with the id that was meant", async () => {
  expect(await errorOf({ ".designrc.json": '{"rules": {"structure_missing-test": "warn"}}' })).toMatchObject({
    message: "Unexpected key `structure_missing-test` in `rules`, expected `structure/missing-test`",
    at: "structure_missing-test",
  });
});

it("lazy: where every id runs, the shipped schema is not read", () => {
  const running = { running: ids.running, listed: () => expect.fail("read") };
  expect(withRuleIds(shipped, running)({ rules: { "zoo/lion": "off" } })).toEqual([]);
});

it("any-form: a config of any other form is left to its schema", () => {
  for (const config of [
    null,
    1,
    [],
    { rules: 1 },
    { rules: ["zoo/tiger"] },
    { overrides: {} },
    { overrides: [1, {}] },
  ]) {
    expect(unknown(config)).toEqual(
      shipped(config).map(({ keyword, pointer, params }) => ({ keyword, at: [pointer, params.additionalProperty] })),
    );
  }
});
