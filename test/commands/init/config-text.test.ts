import fc from "fast-check";
import { type ParseError, parse } from "jsonc-parser";
import { describe, expect, it } from "vitest";
import { configText, profileFor } from "../../../src/commands/init/config-text.ts";
import type { Layout } from "../../../src/commands/init/layout.ts";

const component = { source: "src/{path}.ts", design: "docs/design/{path}.md", test: "test/{path}.test.ts" };
const layout = (sources: number, designs: number): Layout => ({
  components: [{ ...component, sources, designs, tests: 0 }],
  exempt: [],
  uncovered: [],
});

function read(text: string): unknown {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors);
  expect(errors).toEqual([]);
  return value;
}

describe("config text", () => {
  it("profile: more than five sources without a design move in with warnings", () => {
    expect(profileFor(layout(5, 0))).toBe("design-lint/recommended");
    expect(profileFor(layout(6, 0))).toBe("design-lint/adopt");
    expect(profileFor(layout(60, 58))).toBe("design-lint/recommended");
    expect(read(configText(layout(6, 0)))).toEqual({
      $schema: "./node_modules/design-lint/schemas/designrc.schema.json",
      version: 1,
      extends: "design-lint/adopt",
      components: [component],
    });
  });

  it("exempt: written with the reasons, left out where there are none", () => {
    const exempt = [{ files: ["**/generated/**"], reason: "generated" }];
    expect(read(configText({ ...layout(1, 1), exempt }))).toMatchObject({ exempt });
    expect(configText(layout(1, 1))).not.toContain("exempt");
  });

  it("long-entry: one line for each pattern, none over 120 columns", () => {
    const test = `packages/{package}/${"deep/".repeat(8)}{path}.test.ts`;
    const text = configText({
      ...layout(1, 1),
      components: [{ ...component, test, sources: 1, tests: 1, designs: 1 }],
    });
    expect(text).toContain(`      "test": ${JSON.stringify(test)}\n`);
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(120);
  });

  it("reads-back: whatever the file names are", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (file, reason) => {
        const exempt = [{ files: [file], reason }];
        expect(read(configText({ ...layout(1, 1), exempt }))).toMatchObject({ exempt });
      }),
    );
  });
});
