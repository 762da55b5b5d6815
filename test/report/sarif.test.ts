import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import type { Log } from "sarif";
import { describe, expect, it } from "vitest";
import { sarif } from "../../src/report/sarif.ts";
import { context, diagnostic, hostile, rawHostile, report } from "../support/sample-report.ts";

// The schema that OASIS publishes, as this package ships it.
const schemaFile = new URL(
  "../../node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json",
  import.meta.url,
);

function officialErrors(text: string): unknown {
  // Draft 4 says `id` where ajv knows `$id`; the rest of what this schema uses is the same in both.
  const { $schema: _draft, id: _id, ...schema } = JSON.parse(readFileSync(schemaFile, "utf8"));
  const ajv = new Ajv({ strict: false, unicodeRegExp: false, allErrors: true });
  formats.default(ajv);
  const validate = ajv.compile(schema);
  return validate(JSON.parse(text)) ? [] : validate.errors;
}

const range = { start: { line: 1, column: 1 }, end: { line: 2, column: 9 } };
const full = diagnostic({
  path: "docs/design/ü b.md",
  related: [{ path: "src/a.ts", range, message: "declared here" }],
  data: { export: "a" },
  fix: { title: "Write string", safety: "safe", by: "tool" },
});
const error = { code: "unreadable", message: "no such file", path: "src/x y.ts", range, hint: "mend it" };
const notices = [{ code: "approvals-off", message: "approvals: off" }];

const run = (text: string) => {
  const [first] = (JSON.parse(text) as Log).runs;
  if (first === undefined) throw new Error("a log without a run");
  return first;
};

describe("sarif", () => {
  it("official-schema: with findings, without, and with an error", () => {
    expect(officialErrors(sarif(report(), context()))).toEqual([]);
    const relative = diagnostic({ rule: "x/y", url: "docs/x/y.md" });
    const text = sarif({ ...report([full, diagnostic(), relative]), notices, error }, context());
    expect(officialErrors(text)).toEqual([]);
    expect(officialErrors(text.replace('"startLine": 2', '"startLine": 0'))).not.toEqual([]);
  });

  it("gives place, fingerprint, help and cure of each finding", () => {
    const { results, tool, originalUriBaseIds } = run(sarif(report([full]), context()));
    const result = results?.[0];
    expect(result?.locations?.[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: "docs/design/%C3%BC%20b.md", uriBaseId: "%SRCROOT%" },
      region: { startLine: 2, startColumn: 3, endLine: 2, endColumn: 6 },
    });
    expect(originalUriBaseIds).toHaveProperty("%SRCROOT%");
    expect(result?.partialFingerprints?.primaryLocationLineHash).toMatch(/^[0-9a-f]{16}:1$/u);
    expect(result?.message.text).toBe("Unexpected number, expected string\nTo mend: Write string");
    expect(result?.relatedLocations?.[0]?.message?.text).toBe("declared here");
    const rule = tool.driver.rules?.[result?.ruleIndex ?? -1];
    expect(rule).toMatchObject({ id: "interface/changed", help: { text: expect.stringContaining("differs") } });
  });

  it("too-many: 5,000 at most, the worst first, and the rest is counted", () => {
    const warnings = Array.from({ length: 5_003 }, () => diagnostic({ severity: "warning" }));
    const { results, invocations } = run(sarif(report([...warnings, diagnostic()]), context()));
    expect(results).toHaveLength(5_000);
    expect(results?.[0]?.level).toBe("error");
    expect(invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text).toContain("4 results are left out");
  });

  it("could-not-judge: a notification, and no successful execution", () => {
    const [invocation] = run(sarif({ ...report([full]), error }, context())).invocations ?? [];
    expect(invocation).toMatchObject({ executionSuccessful: false, exitCode: 2 });
    expect(invocation?.toolExecutionNotifications?.[0]).toMatchObject({
      level: "error",
      descriptor: { id: "unreadable" },
      locations: [{ physicalLocation: { artifactLocation: { uri: "src/x%20y.ts" } } }],
    });
    expect(run(sarif(report(), context())).invocations?.[0]?.executionSuccessful).toBe(true);
  });

  it("unlisted-rule: a rule without metadata has a descriptor with help", () => {
    const { tool, results } = run(sarif(report([full, diagnostic({ rule: "x/y", url: "https://x.y" })]), context()));
    expect(tool.driver.rules?.[results?.[1]?.ruleIndex ?? -1]).toMatchObject({
      id: "x/y",
      helpUri: "https://x.y",
      help: { text: expect.stringContaining("x/y") },
    });
  });

  it("invisible: nothing raw is written", () => {
    expect(sarif(report([diagnostic({ message: hostile, path: hostile })]), context())).not.toMatch(rawHostile);
  });
});
