import { expect, it } from "vitest";
import type { CatalogueRule } from "../../src/config/catalogue.ts";
import { parseConfig } from "../../src/config/parse.ts";
import { checkRuleOptions } from "../../src/config/rule-options.ts";
import { UserError } from "../../src/user-error.ts";

const zoo: CatalogueRule = {
  id: "zoo/lion",
  severity: "error",
  adopt: false,
  options: { type: "object", additionalProperties: false, properties: { size: { enum: ["small", "large"] } } },
};

const fileOf = (config: object) =>
  parseConfig(".designrc.json", new TextEncoder().encode(JSON.stringify(config)), () => []);

async function problem(config: object, rules: readonly CatalogueRule[] = [zoo]) {
  try {
    await checkRuleOptions(fileOf(config), () => rules);
    return null;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { text = "", range } = error.place ?? {};
    return { code: error.code, message: error.message, hint: error.hint, at: text.slice(range?.start, range?.end) };
  }
}

it("unknown-option: an option that the rule does not know is an error at its key, with the one that was meant", async () => {
  expect(await problem({ rules: { "zoo/lion": ["warn", { size: "small" }] } })).toBeNull();
  expect(await problem({ rules: { "zoo/lion": ["warn", { sise: "small" }] } })).toEqual({
    code: "config-invalid",
    message: "Unexpected key `sise` in `rules.zoo/lion[1]`, expected `size`",
    hint: "Rename it to `size`",
    at: "sise",
  });
});

it("wrong-value: a value that the rule cannot use is an error at the value, in overrides too", async () => {
  const rules = { "zoo/lion": ["warn", { size: "huge" }] };
  const error = await problem({ rules, overrides: [{ files: ["a/**"], rules }] });
  expect(error?.at).toBe('"huge"');
  expect(error?.message).toMatch(/^2 problems in the config\n.* in `rules\.zoo.*\n.* in `overrides\[0\]\.rules\.zoo/u);
});

it("no-options: a rule without a schema takes no options", async () => {
  const bare: CatalogueRule = { id: "zoo/lion", severity: "error", adopt: false };
  expect(await problem({ rules: { "zoo/lion": ["warn", {}] } }, [bare])).toBeNull();
  expect((await problem({ rules: { "zoo/lion": ["warn", { size: "small" }] } }, [bare]))?.at).toBe("size");
});

it("other-rules: options of rules that are not handed in are left alone", async () => {
  expect(await problem({ rules: { "zoo/bear": ["warn", { any: 1 }] } })).toBeNull();
  await checkRuleOptions(fileOf({ rules: { "zoo/lion": ["warn"] } }), () => expect.fail("asked without options"));
});

it("broken-schema: a rule whose schema is broken is a bug, not an error of the config", async () => {
  const broken = { ...zoo, options: { type: "txt" } };
  await expect(problem({ rules: { "zoo/lion": ["warn", {}] } }, [broken])).rejects.toThrow(
    "zoo/lion have a broken schema",
  );
});
