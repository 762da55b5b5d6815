import { expect, it } from "vitest";
import { rule } from "../../../src/rules/policy/changed.ts";
import { checkFiles, team } from "../../support/approval-rules.ts";
import { configText, type Files, paths, policyEntry } from "../../support/approved-project.ts";
import { testPage } from "../../support/rule-tester.ts";

it("the page is right", () => testPage(rule));

const { base, key } = team();
const touched = (files: Files): Files => ({ ...files, [paths.signers]: `${files[paths.signers]}# reviewed in May\n` });

it("no-approvals: silent where neither config has `approvals`", async () => {
  const off = {
    ...base,
    [paths.config]: '{ "version": 1, "project": "urn:uuid:6e2e8d0e-4f7e-4b8a-9d8c-7f1b9a3b2c11" }',
  };
  expect(await checkFiles(rule, touched(off), { base: off })).toEqual([]);
  expect(await checkFiles(rule, touched(base), { base })).toEqual([
    expect.stringContaining(`warning ${paths.signers} `),
  ]);
});

it("gate: without a valid signature at the gate `policy` an error, with one a warning", async () => {
  const tip = { ...base, [paths.config]: configText(["alice", "bob"], { gates: { policy: { role: "reviewer" } } }) };
  const change = touched(tip);
  expect(await checkFiles(rule, change, { base: tip })).toEqual([expect.stringContaining(`error ${paths.signers} `)]);
  expect(await checkFiles(rule, change, { base: tip, isHook: true })).toEqual([expect.stringContaining("warning ")]);
  const alice = { key: key("alice"), signer: "alice@example.com" };
  const approved = { ...change, ...(await policyEntry(change, alice)) };
  expect(await checkFiles(rule, approved, { base: tip })).toEqual([expect.stringContaining("approved by alice")]);
  const further = { ...approved, [paths.config]: `${approved[paths.config]} ` };
  expect(await checkFiles(rule, further, { base: tip })).toEqual(
    [paths.signers, paths.config].sort().map((path) => expect.stringContaining(`error ${path} `)),
  );
});

it("files: nested configs, what they extend, schemas, templates and signers count", async () => {
  const types = '{ "types": { "gateway": { "schema": "design/gateway.json", "template": "design/gateway.md" } },';
  const files: Files = {
    ...base,
    [paths.config]: (base[paths.config] ?? "").replace("{", types),
    "design/gateway.json": "{}",
    "design/gateway.md": "",
    "lib/.designrc.json": '{ "extends": "./common.json" }',
    "lib/common.json": "{}",
    "lib/other.json": "{}",
    ".design-baseline.json": "{}",
  };
  const change = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, `${text}\n`]));
  const found = await checkFiles(rule, { ...change, [paths.design]: files[paths.design] ?? "" }, { base: files });
  expect(found.map((line) => line.split(" ")[1])).toEqual([
    ".design-baseline.json",
    paths.signers,
    paths.config,
    "design/gateway.json",
    "design/gateway.md",
    "lib/.designrc.json",
    "lib/common.json",
  ]);
});

it("tip: what the base has by now is no change", async () => {
  const tip = touched(base);
  expect(await checkFiles(rule, base, { base: tip, mergeBase: base })).toEqual([]);
  expect(await checkFiles(rule, tip, { base: tip, mergeBase: base })).toEqual([]);
});
