import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { json } from "../../src/report/json.ts";
import { context, diagnostic, hostile, rawHostile, report } from "../support/sample-report.ts";

const schema = JSON.parse(readFileSync(new URL("../../schemas/report.schema.json", import.meta.url), "utf8"));
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);

const range = { start: { line: 1, column: 1 }, end: { line: 2, column: 9 } };
const everything = diagnostic({
  related: [{ path: "src/a.ts", range, message: "declared here" }],
  data: { change: "parameter-type", breaking: { consumer: true, implementer: false } },
  fix: { title: "Write string", safety: "unsafe", by: "agent" },
});

function errorsOf(text: string): unknown {
  return validate(JSON.parse(text)) ? [] : validate.errors;
}

describe("json", () => {
  it("schema: full and bare reports fit, others do not", () => {
    expect(errorsOf(json(report(), context()))).toEqual([]);
    const full = {
      ...report([everything, diagnostic()]),
      notices: [{ code: "approvals-off", message: "approvals: off" }],
    };
    expect(errorsOf(json(full, context()))).toEqual([]);
    const text = json(full, context());
    expect(errorsOf(text.replace('"line": 2', '"line": 0'))).not.toEqual([]);
    expect(errorsOf(text.replace('"related": []', '"relate": []'))).not.toEqual([]);
    expect(errorsOf(text.replace('"sources"', '"source"'))).not.toEqual([]);
  });

  it("could-not-judge: the error stands beside what was found", () => {
    const error = { code: "unreadable", message: "x", path: "a", range, hint: "y" };
    const text = json({ ...report([everything]), error }, context());
    expect(errorsOf(text)).toEqual([]);
    expect(JSON.parse(text)).toMatchObject({ error, diagnostics: [{ rule: "interface/changed" }] });
  });

  it("invisible: nothing raw is written, and the text is the same", () => {
    const text = json(report([diagnostic({ message: hostile })]), context());
    expect(text).not.toMatch(rawHostile);
    expect(JSON.parse(text).diagnostics[0].message).toBe(hostile);
  });

  it("is indented by two spaces and ends in a line feed", () => {
    expect(json(report(), context())).toMatch(/^\{\n {2}"version": 1,[\s\S]*\n\}\n$/u);
  });
});
