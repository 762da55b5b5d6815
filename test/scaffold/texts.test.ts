import { describe, expect, it } from "vitest";
import { fix } from "../../src/fix.ts";
import { createPlatform } from "../../src/host/platform.ts";
import { memorySnapshot } from "../../src/snapshot.ts";

const platform = createPlatform();

/** The new files that a project's scaffolds give. */
async function scaffolded(files: Record<string, string>): Promise<Readonly<Record<string, string>>> {
  const { files: fixed } = await fix(memorySnapshot(files), platform, {
    kinds: ["scaffold"],
    unsafe: false,
    judge: {},
  });
  return Object.fromEntries(fixed.map(({ path, after }) => [path, after]));
}

describe("scaffoldTexts", () => {
  it("dependencies: imports of other components are dependsOn, packages are externals, barrels and builtins neither", async () => {
    const texts = await scaffolded({
      "src/a.ts":
        'import { readFileSync } from "node:fs";\nimport { z } from "zod/mini";\nimport { b } from "./lib/b.js";\nimport "./index.js";\nexport const a: number = b;\n',
      "src/lib/b.ts": "export const b: number = 1;\n",
      "src/index.ts": 'export * from "./lib/b.js";\n',
    });
    expect(texts["docs/design/a.md"]).toContain("\ndependsOn: [lib/b]\nexternals: [zod]\nstatus: draft\n");
    expect(texts["docs/design/lib/b.md"]).not.toContain("dependsOn");
  });

  it("own-type: a type of the config is chosen by its globs, with its own template", async () => {
    const config = {
      version: 1,
      types: { gateway: { schema: "g.json", template: "g.md", match: ["src/gateways/**"] } },
    };
    const texts = await scaffolded({
      ".designrc.json": JSON.stringify(config),
      "g.json": "{}",
      "g.md": "---\ntype: {{type}}\nstatus: draft\n---\n\n# Gateway {{title}}\n",
      "src/gateways/mail.ts": "export const mail: number = 1;\n",
    });
    expect(texts["docs/design/gateways/mail.md"]).toBe("---\ntype: gateway\nstatus: draft\n---\n\n# Gateway Mail\n");
  });

  it("template-less: a type without a template of its own gets the module's", async () => {
    const config = { version: 1, types: { gateway: { schema: "g.json", match: ["src/**"] } } };
    const texts = await scaffolded({
      ".designrc.json": JSON.stringify(config),
      "g.json": "{}",
      "src/a.ts": "export const a: number = 1;\n",
    });
    expect(texts["docs/design/a.md"]).toMatch(/^---\ntype: gateway\n[\s\S]*## Edge cases/u);
  });

  it("existing-test: the titles of a test become edge cases", async () => {
    const texts = await scaffolded({
      "src/a.ts": "export const a: number = 1;\n",
      "test/a.test.ts":
        'import { it } from "vitest";\nit("empty-list: an empty list gives 0", () => {});\nit("adds up", () => {});\n',
    });
    expect(texts["docs/design/a.md"]).toContain("- `empty-list`: an empty list gives 0\n- `adds-up`: adds up\n");
    expect(texts["test/a.test.ts"]).toBeUndefined();
  });

  it("nearest-manifest: the test is written for the framework of the closest package.json", async () => {
    const texts = await scaffolded({
      ".designrc.json":
        '{ "components": [{ "source": "packages/{p}/src/{path}.ts", "design": "packages/{p}/docs/{path}.md", "test": "packages/{p}/test/{path}.test.ts" }] }',
      "package.json": '{ "devDependencies": { "vitest": "4" } }',
      "packages/x/package.json": '{ "devDependencies": { "mocha": "11" } }',
      "packages/x/src/a.ts": "export const a: number = 1;\n",
      "packages/y/src/a.ts": "export const a: number = 1;\n",
    });
    expect(texts["packages/x/test/a.test.ts"]).not.toContain("vitest");
    expect(texts["packages/y/test/a.test.ts"]).toContain('from "vitest"');
  });

  it("listed-cases: a missing test gets one entry for each edge case, placeholders left out", async () => {
    const design =
      "---\ntype: module\nstatus: draft\n---\n\n# A\n\nLead.\n\n## Interface\n\n```ts\nexport declare const a: number;\n```\n\n## Edge cases\n\n- `one`: first\n- `two`: TODO(design): say it\n";
    const texts = await scaffolded({
      "src/a.ts": "export const a: number = 1;\n",
      "docs/design/a.md": design,
      "package.json": '{ "devDependencies": { "vitest": "4" } }',
    });
    expect(texts["test/a.test.ts"]?.match(/it\.todo\(.*\)/gu)).toEqual(['it.todo("one: first")']);
  });
});
